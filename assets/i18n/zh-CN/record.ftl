### The page of a record, the conversion, and the boards.

## Days as heads of groups
weekday-name =
    { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
day-group-today = 今天
day-group-yesterday = 昨天
day-group = { month-name }月{ $day }日 { weekday-name }
day-group-year = { $year }年{ month-name }月{ $day }日 { weekday-name }
weekday-short =
    { $weekday ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 日
    }
month-year = { $year } 年 { month-name } 月
date-earlier = 上个月
date-later = 下个月
date-month = “{ $name }”的日期

## Sections of fields
section-deal = 交易
section-plan = 规划与费用
section-profile = 档案
section-person = 个人资料
section-own = 自定义字段
section-more = 还有 { $fields } 个空白字段

## Key figures
fact-score = 评分 / 等级
fact-complete = 资料完整度

## Editing
value-none = 无
hint-date = 2026-11-24、11/24 或 +7
hint-moment = 2026-11-24 10:30
hint-more = 添加…
pick-type = 请输入几个字
pick-nothing = 没有匹配项
chip-remove = 移除
part-remove = 移除第
part-add = 再加一条
edit-save = 保存
edit-cancel = 取消
edit-keys = Enter 保存 · Esc 取消
edit-keys-lines = Ctrl Enter 保存 · Esc 取消
edit-unreadable = 这个字段读不懂输入的内容，尚未保存。请更正，或按 Esc 取消。
ask-missing = 有必填的内容还没填，或读不懂。

## The page
page-work = 跟进
page-fields = 字段
action-more = 更多操作
action-missing = ，差 { $missing } 项

## Actions
action-log = 记录跟进
action-to_usable = 标为可用
action-to_mql = 升为 MQL
action-to_sql = 升为 SQL
action-convert = 转化
action-claim = 认领
action-accept = 认可
action-not_accept = 不认可
action-not_reached = 没联系上
action-nurture = 转入培育
action-wake = 唤醒
action-disqualify = 判为无效
action-reopen = 重新打开
action-return = 退回线索池
action-assign = 分配
action-add_to_campaign = 加入市场活动
action-unconvert = 撤回转化
action-advance = 下一阶段
action-win = 赢单
action-lose = 输单
action-nurture_deal = 送回培育
action-place_order = 创建订单
action-confirm_order = 确认订单
action-approve_order = 批准折扣
action-reject_order = 驳回折扣
action-cancel_order = 取消订单
action-new_opportunity = 新建商机
action-new_order = 新建订单
action-delete = 删除

## Stages of a lead
path-missing = 差 { $missing } 项
gate-title = 升为 { $stage } 还差 { $missing } 项
gate-ready = 可以升为 { $stage }
gate-met = { $all } 项中已满足 { $met } 项
gate-fill = 去填写
gate-condition = { $condition }：{ $actual }，需 { $needed }

## Evidence
evidence-title = 四个维度的证据
evidence-sum = 合计 { $sum } / 12
evidence-note = 依据是什么？谁说的？
evidence-save = 以 { $score } 分保存
question-background = 下一个问题：“您在公司负责哪一块？选供应商还有谁参与决定？”
question-requirement = 下一个问题：“具体需要什么规格、多少数量、什么时候开始用？”
question-potential = 下一个问题：“这类采购一年的预算大概多少？明年有什么计划？”
question-possibility = 下一个问题：“现在的供应商合同到什么时候？换供应商由谁决定？”
question-hint = 点分数即可填写证据
lead-became = 转化结果
hand_over-waiting = 待回应

## Timeline
timeline-title = 时间线
timeline-filter = 显示内容
timeline-all = 全部
timeline-activities = 跟进活动
timeline-changes = 变更
timeline-nothing = 还没有记录。请在上方记下第一个电话、邮件或备注。
timeline-more = 更早的记录都保留在历史里。
event-made = 已创建
event-imported = 由导入创建
event-converted = 由转化创建
event-changed = { $field } 已变更
event-own-field = 自定义字段已变更
event-binned = 移入或移出回收站
event-more = 还有 { $fields } 个字段
event-next = 下一步：{ $step }
event-due = 到期 { $day }
log-words = 说了什么？下一步是什么？
log-outcome = 结果
log-save = 保存

## Related records
related-all = 全部显示

## Campaigns
costs-budget = 预算 { $budget }
costs-edit = 编辑费用
costs-nothing = 还没有费用。没有费用就算不出投资回报率。
costs-sum = 合计
members-responded = { $members } 位成员，{ $responded } 位有响应

## New records
form-title = 新建{ $kind }
form-make = 创建{ $kind }
form-missing = “{ $field }”必须填写。
form-unreadable = 读不懂“{ $field }”的内容，请更正后再试。

## Conversion
place-convert = 转化
convert-gate = 条件
convert-candidates = 候选
convert-fields = 字段
convert-confirm = 确认
convert-next = 下一步
convert-back = 上一步
convert-do = 转化
convert-ready = { $companies } 家公司的 { $leads } 条线索可以转化
convert-leads = 转化 { $leads } 条
convert-nothing = 目前没有可以转化的线索
convert-nothing-hint = 销售确认为 SQL，或来源无需资格审核的线索，会出现在这里。
convert-gate-title = 是否满足条件？
convert-override = 尚未满足条件时，销售总监或管理员可写明理由后转化。
convert-accounts = 候选客户
convert-contacts = 候选联系人
convert-deals = 进行中的商机
convert-found = 找到 { $count } 条
convert-same = 相同
convert-look = 请确认
convert-owner = 负责人 { $owner }
convert-only-empty = 只补空白字段
convert-result = 结果
convert-candidate = 候选
convert-follow = 以关联方式带入，不会复制
convert-activities = { $activities } 条活动与任务
convert-left-out = 没有对应字段、仍保留在线索里：{ $fields }
convert-confirm-title = 接下来会发生什么
convert-will = 接下来会发生什么
convert-undo = 只要结果还没有其他记录依附，点一下就能撤回。
convert-owner-default = 按规则决定
convert-field = 字段
convert-meaning = { $same } 分以上视为同一条；{ $look } 分以上请您确认
convert-other = 不同
convert-all-channels = 所有电话与邮箱都会带过去
convert-all-fields = 所有字段
convert-filled-fields = 只看有内容的字段
convert-keep = 保留？
convert-was-empty = 原为空白
convert-unchanged = 不变
convert-type = 更改{ $field }
convert-untype = 取消对{ $field }的选择
convert-copy = 复制到商机备注
convert-copied = 已复制到商机备注
origin-lead = 线索
origin-existing = 已有
origin-rule = 规则
origin-typed = 手动输入
target-new = 新建
target-existing = 已有
target-skip = 跳过
will-account-new = 创建客户“{ $name }”。
will-account = 使用已有客户“{ $name }”，并补上空白字段。
will-contact-new = 新建联系人“{ $name }”。
will-contact = 补上联系人“{ $name }”的空白字段。
will-deal-new = 创建商机“{ $name }”，{ $amount }，阶段为{ $stage }。
will-deal = 把此人加入商机“{ $name }”。
will-owner = 客户由“{ $owner }”负责。

## Boards
group-insight = 洞察
board-hint = 点任何数字查看定义与背后的记录
board-close = 关闭
board-share = { $whole } 条中的 { $part } 条
board-records = { $records } 条记录
board-list = 以列表打开
board-of-cards = 占名片 { $share }
board-responses = 销售的回应
board-no-responses = 这个活动还没有线索移交给销售，所以没有回应。
board-no-cards = 这个活动还没有注明采集时间的名片。
board-no-reasons = 这个活动没有被判定无效的线索。
board-more = 另有 { $count } 项
board-hours = { $first } 时至 { $last } 时
board-hours-of = { $first } 时至 { $last } 时，名片最多的几天；另有 { $count } 天
board-grades = 等级
board-costs = 单位成本
board-nothing = 还没有市场活动
board-nothing-hint = 这里会显示活动带来的成果。请先创建活动并导入名片。

## 客户页
account-revenue = 累计营收
account-revenue-year = 近 12 个月
account-open = 未结商机
account-last-order = 最近订单
account-orders = { $count } 单
account-days-ago = { $days } 天前
account-won-lost = { $won } 赢 { $lost } 输
account-deals = { $open } 个进行中，{ $won } 赢，{ $lost } 输
account-confirmed = { $count } 单已确认
account-all = 全部 { $count } 个
account-years = 每年营收
account-org = 组织图与决策角色
account-working = { $active } 人在职，{ $left } 人已离职
account-left = 已离职
account-campaigns = 活动与反馈
account-took-part = { $person } · { $status }
account-people = { $count } 人
team_role-collaborator = 协作者
