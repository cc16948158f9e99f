### The window.

## Places; the rail groups them
group-marketing = 营销
group-data = 数据

## Days: near ones by name, the year only where it differs
month-name = { $month }
day-today = 今天 { $time }
day-yesterday = 昨天 { $time }
day-short = { month-name }/{ $day }
day-long = { $year }/{ month-name }/{ $day }
day-moment = { $year }/{ month-name }/{ $day } { $time }

## Values
value-yes = 是
value-no = 否

## Top bar
search-hint = 搜索记录与命令
search-hint-short = 搜索
search-records = 记录
search-places = 位置
search-of-record = 对这条记录
search-actions = 命令
search-nothing = 没有找到。可输入姓名、公司、号码，或想做的事。
new = 新建
user-menu = 你和你的设置
language = 语言
language-short = 简
look = 外观
look-system = 跟随系统
look-light = 浅色
look-dark = 深色
undo-what = 撤销：{ $command }（{ $records } 条）
undo-nothing = 没有可撤销的操作
redo-what = 重做：{ $command }（{ $records } 条）
redo-nothing = 没有可重做的操作

## What can be asked for from anywhere
action-search = 搜索记录与命令
action-new-lead = 新建线索
action-new-account = 新建客户
action-new-contact = 新建联系人
action-new-opportunity = 新建商机
action-new-campaign = 新建市场活动
action-import = 导入文件…
action-undo = 撤销
action-redo = 重做
action-back = 后退
action-forth = 前进
action-rail = 收起或展开侧边栏
action-zoom-in = 放大
action-zoom-out = 缩小
action-zoom-reset = 缩放至 100 %
action-light = 浅色外观
action-dark = 深色外观
action-system = 外观跟随系统
action-zh-TW = 语言：繁體中文
action-zh-CN = 语言：简体中文
action-en = 语言：English
action-keys = 键盘快捷键
keys-everywhere = 任何位置
keys-paste = 导入剪贴板内容：文件、表格、文字
keys-lists = 在列表中
keys-move = 选择上一行或下一行
keys-page = 上一页或下一页
keys-ends = 第一行或最后一行
keys-open = 打开
keys-clear = 取消选择

## Something new
nothing-chosen = 无
cancel = 取消
create-lead = 创建线索
create-account = 创建客户
create-contact = 创建联系人
create-opportunity = 创建商机
create-campaign = 创建市场活动
toast-created = 已创建{ $kind }：{ $name }
place-imports = 导入
place-settings = 设置

## Settings
settings-personal = 个人
settings-workspace = 工作区
settings-users = 用户
settings-conversion = 转化
settings-conversion-hint = 线索转化为客户、联系人和商机时，各字段的去处。同名字段会自动带入；姓名、公司、电话、邮箱和标签的去处固定。
settings-assignment = 分派
settings-assignment-hint = 线索按规则分派给谁：导入时若选择按规则，以及在列表中勾选的线索。规则按次序询问，由第一条符合且仍有余额的规则分派。
assignment-filter = 符合的线索
assignment-filter-hint = 所有线索；或例如：territory:north grade>=B
assignment-to = 分派给
assignment-people = 指定人员
assignment-team = 团队：{ $name }
assignment-department = 部门：{ $name }
assignment-pool = 线索池：{ $name }
assignment-nobody-named = 尚未指定
assignment-sooner = 往前移
assignment-later = 往后移
assignment-remove = 移除
assignment-on = 启用
assignment-off = 停用
assignment-is-off = 已停用
assignment-new = 新规则的名称
assignment-add = 新增规则
assignment-trial = 试算结果
assignment-trial-hint = 针对尚无负责人的进行中线索。在您确认之前不会分派任何线索。
assignment-try = 试算规则
sharing-going = 正在试算规则…
sharing-none = 没有可分派的线索。
sharing-who = 对象
sharing-rule = 依据的规则
sharing-nobody = 无人
sharing-give = { $leads ->
       *[other] 分派 { $count } 条线索
    }
user-cap = 未结上限
conversion-nowhere = 不带入
conversion-itself = { $field }（自动）
settings-matching = 比对
settings-matching-hint = 两张名片何时算同一个人。支持与反对的证据相加得出分数，每一组都会显示其总和。这些数字用于导入、录入新数据、转换，以及搜索全部数据。
settings-same-from = 视为同一人
settings-same-from-hint = 达到这个分数，导入的名片就归入已知的这个人
settings-review-from = 需要审核
settings-review-from-hint = 达到这个分数，名片先以新数据导入，并等待人工审核
settings-weights-for = 支持的证据
settings-weights-against = 反对的证据
settings-weights-shipped = 全部恢复默认
settings-weight-was = 默认为 { $weight }
settings-data = 数据
settings-history = 变更历史
settings-history-hint = 这个工作区做过的操作，最新的在最前面；导出也会列在这里。
history-nothing = 还没有任何操作
history-at = 时间
history-command = 操作
history-by = 人员
history-records = 条数
history-why = 说明
settings-zoom = 整体大小
settings-zoom-hint = 也可使用 Ctrl + 与 Ctrl −
settings-keys = 显示快捷键
settings-company = 公司
settings-currency = 币种
settings-currency-hint = 不同币种的合计以此币种显示
settings-zone = 时区
settings-zone-hint = 决定一天从何时开始，用于期限与报表
settings-country = 电话国别
settings-country-hint = 用于没有写国家代码的号码
settings-target = 本季业绩目标
settings-target-next = 下季业绩目标
settings-target-hint = 商机看板会显示达成程度，以及进行中的商机能否补足缺口
settings-users-hint = 这台电脑没有设置密码，角色只是分工的约定，挡不住能读取此磁盘的人。
settings-folder = 数据位置
settings-folder-open = 打开文件夹
settings-folder-hint = 所有数据都在这个文件夹，不经过网络。能读取此磁盘的人就能读取数据。
settings-backup = 备份
settings-backup-now = 立即备份…
settings-backup-hint = 一个文件包含全部内容，写入后会读回比对。请放到 U 盘或另一块磁盘。
settings-restore = 恢复
settings-restore-hint = 工作区会变成备份里的内容。目前的数据会保留在旁边的文件夹。
settings-sample = 示例数据
user-new = 新用户的姓名
user-new-role = 新用户的角色
user-add = 添加用户
user-inactive = 已离职
user-deactivate = 标记为离职
user-activate = 恢复使用
backup-title = 备份要存到哪里？
backup-kind = Fairlead 备份
backup-going = 正在备份
backup-done = 已备份到 { $file }：{ $entries } 条，已读回比对
restore-title = 要恢复哪一个备份？
restore-ask = 要恢复这个备份吗？
restore-explained = 工作区会变成 { $file } 里的内容。之后所做的更改不在其中，但会保留在工作区旁的文件夹。
restore-yes = 恢复备份
restore-no = 保留当前工作区
restore-done = 已恢复备份。
restore-done-beside = 已恢复备份。原来的数据在 { $old }。
task-begun = 即将开始…
task-cancel = 取消
task-progress = { $rows } / { $total } · 每秒 { $rate } · 还要 { $seconds } 秒

## Currencies, and countries of phone numbers
currency-TWD = 新台币
currency-CNY = 人民币
currency-USD = 美元
currency-EUR = 欧元
currency-JPY = 日元
currency-HKD = 港元
currency-SGD = 新加坡元
currency-KRW = 韩元
currency-GBP = 英镑
currency-MYR = 马来西亚林吉特
currency-THB = 泰铢
currency-VND = 越南盾
country-TW = 台湾 +886
country-CN = 中国大陆 +86
country-HK = 香港 +852
country-SG = 新加坡 +65
country-MY = 马来西亚 +60
country-TH = 泰国 +66
country-VN = 越南 +84
country-JP = 日本 +81
country-KR = 韩国 +82
country-IN = 印度 +91
country-US = 美国 +1
country-GB = 英国 +44
country-DE = 德国 +49
country-AU = 澳大利亚 +61

## Status bar
status-offline = 离线 · 已保存
status-saving = 离线 · 保存中…
status-opening = 离线 · 打开中…
status-closed = 离线
status-keys = ↑ ↓ 选择 · Enter 显示 · Esc 取消选择

## Opening the workspace
opening = 正在打开工作区…
opening-records = 这一次要读取全部记录，请稍候：{ $done } / { $of }
early-title = 正在读取其余数据
early-state = 读取完成后，即可使用评分、搜索与其他列表，并进行更改。
early-refused = 工作区的其余数据仍在读取中，请稍候再试。
early-elsewhere = 读取完成后即会显示。
trouble-title = 无法打开工作区
trouble-again = 再试一次
broken-title = 此页面意外停止
broken-explained = 程序发生错误，此页面已停止：{ $reason }。已保存的数据都在。请再试一次或返回；如果再次发生，请把工作区文件夹旁的崩溃报告发给我们。
pasted-name = 粘贴的内容
trouble-quit = 关闭窗口

## A workspace without leads
welcome-title = 欢迎使用 Fairlead
welcome-hint = 从一叠名片到一张订单。所有数据都留在这台电脑上。
welcome-drop = 把名片文件拖到这里
welcome-drop-hint = 点一下就能把整批导入撤销
welcome-choose = 选择文件…
welcome-excel = Excel
welcome-text = CSV 与文本，编码不限
welcome-vcard = vCard
welcome-paste = 粘贴表格、文字或文件
welcome-name = 你的姓名
welcome-name-hint = 同事怎么称呼你
welcome-currency = 币种
welcome-or = 或
welcome-sample = 用示例数据四处看看
welcome-sample-hint = 虚构的一季展会：{ $leads } 张名片与后续进展。清楚标示，点一下即可移除。
welcome-sample-open = 打开示例
welcome-empty = 从空白开始
welcome-restore = 恢复备份…
sample-note = 示例数据：这些人物、公司与数字都是虚构的。
sample-remove = 移除示例数据
welcome-offline = 无需账号、无需服务器，没有网络也能用

## Leads
column-name-company = 姓名 / 公司
column-owner-pool = 负责人 / 线索池
column-state = 状态
lead-nameless = 没有姓名
filter-hint = 输入以筛选
filter-clear = 清除筛选
leads-coming = 导入完成后，线索会出现在这里
preview-reading = 读取中…
preview-close = 关闭预览
preview-hidden = 认领后显示
section-contact = 联系方式
section-interest = 需求与兴趣
section-origin = 来源
section-work = 跟进
section-others = 其他字段

## Lists
group-sales = 销售
place-pool = 线索池
list-grouped = 按{ $field }分组
group-fold = 全部收起
group-unfold = 全部展开
pool-all = 全部
pool-nurturing = 培育
pool-mine = 我的
pool-owned = 持有 { $owned } / { $most }
new-lead = 新建线索
new-account = 新建客户
new-contact = 新建联系人
new-opportunity = 新建商机
new-campaign = 新建市场活动
view-shipped = 默认视图
view-named = 视图：{ $name }
view-keep = 另存为新视图…
view-keep-do = 保存视图
view-change = 保存更改
view-delete = 删除视图
view-shared = 与所有人共享
group-nothing = 未填写
list-columns = 列
list-among = 计入
list-preview = 预览
list-menu = 菜单
list-tick-all = 全选
list-tick = 选择
list-count = { $total } 条{ $things }
list-count-shown = 显示 { $shown } 条，共 { $total } 条{ $things }
list-sum = { $field }合计 { $sum }
list-ticked = 已选 { $count } 条
list-counting = 计算中…
empty-list = 还没有{ $things }
empty-list-hint = 把名片文件拖到窗口任意位置，或导入文件
empty-new-hint = 从这里新增第一条
empty-customers-hint = 由线索转换而来，也可以在这里输入
empty-deals-hint = 由线索转换而来，或在客户页面新增
empty-orders-hint = 在商机或客户页面建立
empty-filtered = 没有符合筛选条件的{ $things }
empty-filtered-hint = 筛选条件隐藏了全部 { $count } 条，数据都还在
filter-add = 条件
filter-remove = 移除
filter-not = 不是
filter-none = 空
filter-me = 我
filter-today = 今天
filter-yesterday = 昨天
filter-last-7 = 最近 7 天
filter-last-30 = 最近 30 天
filter-next-30 = 未来 30 天
filter-from = 从
filter-to = 到
filter-between = { $from } – { $to }
filter-apply = 应用
column-ascending = 升序排列
column-descending = 降序排列
column-group = 按此列分组
column-ungroup = 取消分组
column-pin = 固定列
column-unpin = 取消固定
column-left = 左移
column-right = 右移
column-width = 恢复默认宽度
column-hide = 隐藏列
columns-shipped = 恢复默认列
row-open = 打开
row-tick = 选择
row-untick = 取消选择
key-space = 空格
age-hours = { $count } 小时
age-days = { $count } 天
section-fields = 字段

## Many records at once
bulk-all = 选择全部 { $count } 条
bulk-clear = 取消选择
bulk-more = 更多操作
bulk-too-few = 请选择两条以上
bulk-too-many = 一次最多 { $most } 条
bulk-claim = 认领 { $count } 条
bulk-assign = 分配…
bulk-assign-to = 分配给
bulk-by-rules = 按规则…
bulk-by-rules-title = 按规则分派勾选的线索
bulk-return = 退回…
bulk-return-do = 退回
bulk-stage = 阶段…
bulk-stage-do = 移动
bulk-campaign = 加入活动…
bulk-set = 设置字段…
bulk-set-do = 设置
bulk-merge = 合并 { $count } 条…
bulk-export = 导出…
bulk-delete = 删除 { $count } 条
form-choose = 请选择…
form-field = 字段
form-cancel = 取消
form-day-hint = 2026-12-08
form-reason-hint = 原因
export-title = 导出
export-what = 导出{ $things }
export-records = 哪些记录
export-ticked = 已选中的 { $count } 条
export-matching = 符合条件的全部 { $count } 条
export-format = 格式
export-xlsx = Excel 工作簿（.xlsx）
export-xlsx-note = 用来处理或分发；填好后拖回这里，改过的单元格会更新回来。
export-csv = 表格（.csv）
export-csv-note = 纯文本表格，任何程序都能打开。
export-vcf = 联系人名片（.vcf）
export-vcf-note = 供手机和邮件程序使用，每人一张名片。
export-jsonl = 完整记录（.jsonl）
export-jsonl-note = 供其他程序使用：包含所有字段，每行一条。
export-no-room = 工作簿最多只能放 1,048,575 条。
export-shown = 与列表相同（{ $count } 列）
export-whole = 所有字段
export-do = 导出…
export-going = 正在写入文件
toast-exported = { $file }：已写入 { $count } 条

## Files dragged over the window
drop-title = 松开即可导入 { $files } 个文件
drop-nothing = 这些文件都无法导入
drop-hint = 点一下就能撤销整批导入
drop-import = 导入名片
drop-left-out = 跳过：不是名片文件
drop-more = 另有 { $files } 个文件

## Choosing files
pick-title = 导入名片文件
pick-cards = 名片文件
pick-all = 所有文件

## Imports
import-button = 导入…
import-cancel = 取消导入
import-going = 正在导入 { $file }
import-reading = 正在读取文件…
import-progress = { $rows } 行 · 每秒 { $rate } 行
import-stopping = 正在停止…
import-waiting = · 还有 { $files } 个文件等待中
import-stands = 已导入
import-undone = 已撤销
imports-choose = 共 { $imports } 批导入；选中一批即可查看报告或撤销
imports-nothing = 还没有导入任何文件
imports-nothing-hint = 把名片文件拖到窗口任意位置即可

## Report of an import
report-title = 导入报告
report-title-more = 导入报告 · 后面还有 { $reports } 份
report-seconds = { $seconds } 秒
report-before = 这个文件以前导入过，这次只加入新的内容。
report-undo = 撤销这批导入
report-close = 关闭报告
report-no-problem = 每一行都没有问题。
report-problems = { $problems } 条关于各行的说明
report-more = 另有 { $problems } 条
report-row = 第 { $row } 行

## Toasts
toast-changed = 已更改 { $count } 条
toast-nurtured = { $name }：线索已送回培育
toast-undo = 撤销
toast-close = 关闭
toast-imported =
    { $rejected ->
        [0] { $file }：新增 { $new } 条，更新 { $updated } 条
       *[other] { $file }：新增 { $new } 条，更新 { $updated } 条，退回 { $rejected } 条
    }
toast-import-cancelled =
    { $others ->
        [0] 已取消导入 { $file }，没有留下任何数据。
       *[other] 已取消导入 { $file } 与其他 { $others } 个文件，没有留下任何数据。
    }
toast-undone =
    { $kept ->
        [0] 已撤销“{ $command }”：还原 { $reversed } 条
       *[other] 已撤销“{ $command }”：还原 { $reversed } 条，{ $kept } 条因后来有更改而保留
    }
toast-left-out = 以下不是名片文件，已跳过：{ $files }。请将名片存成 xlsx、csv 或 vcf，再拖进来。

## What can go wrong in the window
error-filter-needs-disk = 这个筛选条件用到列表没有载入的字段。列表保持原样。请改用其他字段筛选，或在命令行使用“fairlead list”，它会读取每一条记录。
error-job-broken = 后台任务意外停止（{ $reason }）。已保存的数据都在。请再试一次；如果再次发生，请把工作区文件夹旁的崩溃报告发给我们。
error-no-file-dialog = 系统没有提供选择文件的对话框。没有任何数据变动。请直接把文件拖到窗口上，或使用“fairlead import 文件”导入。

## 空间不足时的金额

amount-million = { $number } 万
amount-billion = { $number } 亿

## 商机看板

deals-board = 看板
deals-table = 表格
deals-pipeline = 流程：{ $name }
deals-closes = 预计 { $day }
deals-late = 已逾期
deals-no-step = 尚无下一步
deals-days-late = 逾期 { $days } 天
deals-none = 此阶段没有进行中的商机
deals-column = { $stage }：{ $count } 个，{ $sum }
deals-weighted = 加权 { $sum }
deals-drop = 把卡片拖到这里
deals-asks-reason = 会询问原因与竞争对手
deals-asks-wake = 会询问原因与日期
deals-won = 本季 { $count } 个，{ $sum }
deals-count = { $count } 个
deals-win-rate = 按个数，近 90 天
deals-target = 本季目标
deals-coverage = 覆盖率
deals-of-rest = 相对于缺口
deals-committed = 含承诺 { $share } %
deals-planned = { $count } 个已安排
deals-today = { $count } 个今天
deals-overdue = { $count } 个逾期
deals-unplanned = { $count } 个无待办
deals-move = 移到…
deals-menu = 可对“{ $name }”执行的操作
