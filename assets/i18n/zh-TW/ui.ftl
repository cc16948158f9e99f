### The window.

## Places; the rail groups them
group-marketing = 行銷
group-data = 資料

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
search-hint = 搜尋紀錄與指令
search-hint-short = 搜尋
search-records = 紀錄
search-places = 位置
search-of-record = 對這筆紀錄
search-actions = 指令
search-nothing = 找不到。可輸入姓名、公司、號碼，或想做的事。
new = 新增
user-menu = 你與你的設定
language = 語言
language-short = 繁
look = 外觀
look-system = 跟隨系統
look-light = 淺色
look-dark = 深色
undo-what = 復原：{ $command }（{ $records } 筆）
undo-nothing = 沒有可復原的動作
redo-what = 重做：{ $command }（{ $records } 筆）
redo-nothing = 沒有可重做的動作

## What can be asked for from anywhere
action-search = 搜尋紀錄與指令
action-new-lead = 新增潛在客戶
action-new-account = 新增客戶
action-new-contact = 新增聯絡人
action-new-opportunity = 新增商機
action-new-campaign = 新增行銷活動
action-import = 匯入檔案…
action-undo = 復原
action-redo = 重做
action-back = 上一頁
action-forth = 下一頁
action-rail = 收合或展開側邊欄
action-zoom-in = 放大
action-zoom-out = 縮小
action-zoom-reset = 縮放至 100 %
action-light = 淺色外觀
action-dark = 深色外觀
action-system = 外觀跟隨系統
action-zh-TW = 語言：繁體中文
action-zh-CN = 語言：简体中文
action-en = 語言：English
action-keys = 鍵盤快速鍵
keys-everywhere = 任何位置
keys-paste = 匯入剪貼簿內容：檔案、表格、文字
keys-lists = 在清單中
keys-move = 選擇上一列或下一列
keys-page = 上一頁或下一頁
keys-ends = 第一列或最後一列
keys-open = 開啟
keys-clear = 取消選擇

## Something new
nothing-chosen = 無
cancel = 取消
create-lead = 建立潛在客戶
create-account = 建立客戶
create-contact = 建立聯絡人
create-opportunity = 建立商機
create-campaign = 建立行銷活動
toast-created = 已建立{ $kind }：{ $name }
place-imports = 匯入
place-settings = 設定

## Settings
settings-personal = 個人
settings-workspace = 工作區
settings-users = 使用者
settings-conversion = 轉化
settings-conversion-hint = 潛在客戶轉化為客戶、聯絡人與商機時，各欄位的去處。同名欄位會自動帶入；姓名、公司、電話、電子郵件與標籤的去處固定。
settings-assignment = 分派
settings-assignment-hint = 潛在客戶依規則分派給誰：匯入時若選擇依規則，以及在清單中勾選的潛在客戶。規則依次序詢問，由第一條符合且仍有餘額的規則分派。
assignment-filter = 符合的潛在客戶
assignment-filter-hint = 所有潛在客戶；或例如：territory:north grade>=B
assignment-to = 分派給
assignment-people = 指定人員
assignment-team = 團隊：{ $name }
assignment-department = 部門：{ $name }
assignment-pool = 線索池：{ $name }
assignment-nobody-named = 尚未指定
assignment-sooner = 往前移
assignment-later = 往後移
assignment-remove = 移除
assignment-on = 啟用
assignment-off = 停用
assignment-is-off = 已停用
assignment-new = 新規則的名稱
assignment-add = 新增規則
assignment-trial = 試算結果
assignment-trial-hint = 針對尚無負責人的進行中潛在客戶。在您確認之前不會分派任何潛在客戶。
assignment-try = 試算規則
sharing-going = 正在試算規則…
sharing-none = 沒有可分派的潛在客戶。
sharing-who = 對象
sharing-rule = 依據的規則
sharing-nobody = 無人
sharing-give = { $leads ->
       *[other] 分派 { $count } 位潛在客戶
    }
user-cap = 未結上限
conversion-nowhere = 不帶入
conversion-itself = { $field }（自動）
settings-matching = 比對
settings-matching-hint = 兩張名片何時算同一個人。支持與反對的證據加總為分數，每一組都會顯示其加總。這些數字用於匯入、輸入新資料、轉換，以及搜尋全部資料。
settings-same-from = 視為同一人
settings-same-from-hint = 達到這個分數，匯入的名片就歸入已知的這個人
settings-review-from = 需要審核
settings-review-from-hint = 達到這個分數，名片先以新資料匯入，並等待人工審核
settings-weights-for = 支持的證據
settings-weights-against = 反對的證據
settings-weights-shipped = 全部恢復預設
settings-weight-was = 預設為 { $weight }
settings-data = 資料
settings-history = 變更歷史
settings-history-hint = 這個工作區做過的操作，最新的在最前面；匯出也會列在這裡。
history-nothing = 還沒有任何操作
history-at = 時間
history-command = 操作
history-by = 人員
history-records = 筆數
history-why = 說明
settings-zoom = 整體大小
settings-zoom-hint = 也可使用 Ctrl + 與 Ctrl −
settings-keys = 顯示快速鍵
settings-company = 公司
settings-currency = 幣別
settings-currency-hint = 不同幣別的合計以這個幣別顯示
settings-zone = 時區
settings-zone-hint = 決定一天從何時開始，用於期限與報表
settings-country = 電話國別
settings-country-hint = 用於沒有寫國碼的號碼
settings-target = 本季業績目標
settings-target-next = 下季業績目標
settings-target-hint = 商機看板會顯示達成程度，以及進行中的商機能否補足缺口
settings-users-hint = 這台電腦沒有設定密碼，角色只是分工的約定，擋不住能看這個磁碟的人。
settings-folder = 資料位置
settings-folder-open = 開啟資料夾
settings-folder-hint = 所有資料都在這個資料夾，不經過網路。能讀取這個磁碟的人就能讀取資料。
settings-backup = 備份
settings-backup-now = 立即備份…
settings-backup-hint = 一個檔案包含全部內容，寫入後會讀回比對。請放到隨身碟或另一個磁碟。
settings-restore = 還原
settings-restore-hint = 工作區會變成備份裡的內容。目前的資料會保留在旁邊的資料夾。
settings-sample = 範例資料
user-new = 新使用者的姓名
user-new-role = 新使用者的角色
user-add = 新增使用者
user-inactive = 已離開
user-deactivate = 標示為離開
user-activate = 恢復使用
backup-title = 備份要存到哪裡？
backup-kind = Fairlead 備份
backup-going = 正在備份
backup-done = 已備份到 { $file }：{ $entries } 筆，已讀回比對
restore-title = 要還原哪一個備份？
restore-ask = 要還原這個備份嗎？
restore-explained = 工作區會變成 { $file } 裡的內容。之後所做的變更不在其中，但會保留在工作區旁的資料夾。
restore-yes = 還原備份
restore-no = 保留目前的工作區
restore-done = 已還原備份。
restore-done-beside = 已還原備份。原本的資料在 { $old }。
task-begun = 即將開始…
task-cancel = 取消
task-progress = { $rows } / { $total } · 每秒 { $rate } · 還要 { $seconds } 秒

## Currencies, and countries of phone numbers
currency-TWD = 新台幣
currency-CNY = 人民幣
currency-USD = 美元
currency-EUR = 歐元
currency-JPY = 日圓
currency-HKD = 港幣
currency-SGD = 新加坡元
currency-KRW = 韓元
currency-GBP = 英鎊
currency-MYR = 馬來西亞令吉
currency-THB = 泰銖
currency-VND = 越南盾
country-TW = 台灣 +886
country-CN = 中國大陸 +86
country-HK = 香港 +852
country-SG = 新加坡 +65
country-MY = 馬來西亞 +60
country-TH = 泰國 +66
country-VN = 越南 +84
country-JP = 日本 +81
country-KR = 韓國 +82
country-IN = 印度 +91
country-US = 美國 +1
country-GB = 英國 +44
country-DE = 德國 +49
country-AU = 澳洲 +61

## Status bar
status-offline = 離線 · 已儲存
status-saving = 離線 · 儲存中…
status-opening = 離線 · 開啟中…
status-closed = 離線
status-keys = ↑ ↓ 選擇 · Enter 顯示 · Esc 取消選擇

## Opening the workspace
opening = 正在開啟工作區…
opening-records = 這一次要讀取全部記錄，請稍候：{ $done } / { $of }
early-title = 正在讀取其餘資料
early-state = 讀取完成後，即可使用評分、搜尋與其他清單，並進行變更。
early-refused = 工作區的其餘資料仍在讀取中，請稍候再試。
early-elsewhere = 讀取完成後即會顯示。
trouble-title = 無法開啟工作區
trouble-again = 再試一次
broken-title = 這個頁面意外停止
broken-explained = 程式發生錯誤，這個頁面已停止：{ $reason }。已儲存的資料都在。請再試一次或回到上一頁；如果再次發生，請把工作區資料夾旁的當機報告寄給我們。
pasted-name = 貼上的內容
trouble-quit = 關閉視窗

## A workspace without leads
welcome-title = 歡迎使用 Fairlead
welcome-hint = 從一疊名片到一張訂單。所有資料都留在這台電腦上。
welcome-drop = 把名片檔案拖到這裡
welcome-drop-hint = 按一下就能把整批匯入復原
welcome-choose = 選擇檔案…
welcome-excel = Excel
welcome-text = CSV 與文字檔，編碼不限
welcome-vcard = vCard
welcome-paste = 貼上表格、文字或檔案
welcome-name = 你的姓名
welcome-name-hint = 同事怎麼稱呼你
welcome-currency = 幣別
welcome-or = 或
welcome-sample = 用範例資料四處看看
welcome-sample-hint = 虛構的一季展會：{ $leads } 張名片與後續發展。清楚標示，按一下即可移除。
welcome-sample-open = 開啟範例
welcome-empty = 從空白開始
welcome-restore = 還原備份…
sample-note = 範例資料：這些人物、公司與數字都是虛構的。
sample-remove = 移除範例資料
welcome-offline = 不需帳號、不需伺服器，沒有網路也能用

## Leads
column-name-company = 姓名 / 公司
column-owner-pool = 負責人 / 線索池
column-state = 狀態
lead-nameless = 沒有姓名
filter-hint = 輸入以篩選
filter-clear = 清除篩選
leads-coming = 匯入完成後，潛在客戶會出現在這裡
preview-reading = 讀取中…
preview-close = 關閉預覽
preview-hidden = 認領後顯示
section-contact = 聯絡方式
section-interest = 需求與興趣
section-origin = 來源
section-work = 跟進
section-others = 其他欄位

## Lists
group-sales = 業務
place-pool = 線索池
list-grouped = 依{ $field }分組
group-fold = 全部收合
group-unfold = 全部展開
pool-all = 全部
pool-nurturing = 培育
pool-mine = 我的
pool-owned = 持有 { $owned } / { $most }
new-lead = 新增潛在客戶
new-account = 新增客戶
new-contact = 新增聯絡人
new-opportunity = 新增商機
new-campaign = 新增行銷活動
view-shipped = 預設檢視
view-named = 檢視：{ $name }
view-keep = 另存為新檢視…
view-keep-do = 儲存檢視
view-change = 儲存變更
view-delete = 刪除檢視
view-shared = 與所有人共用
group-nothing = 未填寫
list-columns = 欄位
list-among = 計入
list-preview = 預覽
list-menu = 選單
list-tick-all = 全部選取
list-tick = 選取
list-count = { $total } 筆{ $things }
list-count-shown = 顯示 { $shown } 筆，共 { $total } 筆{ $things }
list-sum = { $field }合計 { $sum }
list-ticked = 已選 { $count } 筆
list-counting = 計算中…
empty-list = 還沒有{ $things }
empty-list-hint = 把名片檔案拖到視窗任何地方，或匯入檔案
empty-new-hint = 從這裡新增第一筆
empty-customers-hint = 由潛在客戶轉換而來，也可以在這裡輸入
empty-deals-hint = 由潛在客戶轉換而來，或在客戶頁面新增
empty-orders-hint = 在商機或客戶頁面建立
empty-filtered = 沒有符合篩選條件的{ $things }
empty-filtered-hint = 篩選條件隱藏了全部 { $count } 筆，資料都還在
filter-add = 條件
filter-remove = 移除
filter-not = 不是
filter-none = 空白
filter-me = 我
filter-today = 今天
filter-yesterday = 昨天
filter-last-7 = 最近 7 天
filter-last-30 = 最近 30 天
filter-next-30 = 未來 30 天
filter-from = 從
filter-to = 到
filter-between = { $from } – { $to }
filter-apply = 套用
column-ascending = 由小到大排序
column-descending = 由大到小排序
column-group = 依此欄分組
column-ungroup = 取消分組
column-pin = 釘選欄位
column-unpin = 取消釘選
column-left = 左移
column-right = 右移
column-width = 還原寬度
column-hide = 隱藏欄位
columns-shipped = 還原預設欄位
row-open = 開啟
row-tick = 選取
row-untick = 取消選取
key-space = 空白鍵
age-hours = { $count } 小時
age-days = { $count } 天
section-fields = 欄位

## Many records at once
bulk-all = 選取全部 { $count } 筆
bulk-clear = 取消選取
bulk-more = 更多動作
bulk-too-few = 請選取兩筆以上
bulk-too-many = 一次最多 { $most } 筆
bulk-claim = 認領 { $count } 筆
bulk-assign = 指派…
bulk-assign-to = 指派給
bulk-by-rules = 依規則…
bulk-by-rules-title = 依規則分派勾選的潛在客戶
bulk-return = 退回…
bulk-return-do = 退回
bulk-stage = 階段…
bulk-stage-do = 移動
bulk-campaign = 加入活動…
bulk-set = 設定欄位…
bulk-set-do = 設定
bulk-merge = 合併 { $count } 筆…
bulk-export = 匯出…
bulk-delete = 刪除 { $count } 筆
form-choose = 請選擇…
form-field = 欄位
form-cancel = 取消
form-day-hint = 2026-12-08
form-reason-hint = 原因
export-title = 匯出
export-what = 匯出{ $things }
export-records = 哪些紀錄
export-ticked = 已選取的 { $count } 筆
export-matching = 符合條件的全部 { $count } 筆
export-format = 格式
export-xlsx = Excel 活頁簿（.xlsx）
export-xlsx-note = 用來處理或分發；填好後拖回這裡，改過的儲存格會更新回來。
export-csv = 表格（.csv）
export-csv-note = 純文字表格，任何程式都能開啟。
export-vcf = 聯絡人名片（.vcf）
export-vcf-note = 給手機和郵件程式使用，每人一張名片。
export-jsonl = 完整紀錄（.jsonl）
export-jsonl-note = 給其他程式使用：包含所有欄位，每行一筆。
export-no-room = 活頁簿最多只能放 1,048,575 筆。
export-shown = 與清單相同（{ $count } 欄）
export-whole = 所有欄位
export-do = 匯出…
export-going = 正在寫入檔案
toast-exported = { $file }：已寫入 { $count } 筆

## Files dragged over the window
drop-title = 放開即可匯入 { $files } 個檔案
drop-nothing = 這些檔案都無法匯入
drop-hint = 按一下就能把整批匯入復原
drop-import = 匯入名片
drop-left-out = 略過：不是名片檔案
drop-more = 另有 { $files } 個檔案

## Choosing files
pick-title = 匯入名片檔案
pick-cards = 名片檔案
pick-all = 所有檔案

## Imports
import-button = 匯入…
import-cancel = 取消匯入
import-going = 正在匯入 { $file }
import-reading = 正在讀取檔案…
import-progress = { $rows } 列 · 每秒 { $rate } 列
import-stopping = 正在停止…
import-waiting = · 還有 { $files } 個檔案等待中
import-stands = 已匯入
import-undone = 已復原
imports-choose = 共 { $imports } 批匯入；選取一批即可查看報告或復原
imports-nothing = 還沒有匯入任何檔案
imports-nothing-hint = 把名片檔案拖到視窗任何位置即可

## Report of an import
report-title = 匯入報告
report-title-more = 匯入報告 · 後面還有 { $reports } 份
report-seconds = { $seconds } 秒
report-before = 這個檔案先前匯入過，這次只加入新的內容。
report-undo = 復原這批匯入
report-close = 關閉報告
report-no-problem = 每一列都沒有問題。
report-problems = { $problems } 則關於各列的說明
report-more = 另有 { $problems } 則
report-row = 第 { $row } 列

## Toasts
toast-changed = 已變更 { $count } 筆
toast-nurtured = { $name }：潛在客戶已送回培育
toast-undo = 復原
toast-close = 關閉
toast-imported =
    { $rejected ->
        [0] { $file }：新增 { $new } 筆，更新 { $updated } 筆
       *[other] { $file }：新增 { $new } 筆，更新 { $updated } 筆，退回 { $rejected } 筆
    }
toast-import-cancelled =
    { $others ->
        [0] 已取消匯入 { $file }，沒有留下任何資料。
       *[other] 已取消匯入 { $file } 與其他 { $others } 個檔案，沒有留下任何資料。
    }
toast-undone =
    { $kept ->
        [0] 已復原「{ $command }」：還原 { $reversed } 筆
       *[other] 已復原「{ $command }」：還原 { $reversed } 筆，{ $kept } 筆因後來有變更而保留
    }
toast-left-out = 以下不是名片檔案，已略過：{ $files }。請將名片存成 xlsx、csv 或 vcf，再拖進來。

## What can go wrong in the window
error-filter-needs-disk = 這個篩選條件用到清單沒有載入的欄位。清單維持原樣。請改用其他欄位篩選，或在命令列使用「fairlead list」，它會讀取每一筆紀錄。
error-job-broken = 背景作業意外停止（{ $reason }）。已儲存的資料都在。請再試一次；如果再次發生，請把工作區資料夾旁的當機報告寄給我們。
error-no-file-dialog = 系統沒有提供選擇檔案的對話框。沒有任何資料變動。請直接把檔案拖到視窗上，或使用「fairlead import 檔案」匯入。

## 空間不足時的金額

amount-million = { $number } 萬
amount-billion = { $number } 億

## 商機看板

deals-board = 看板
deals-table = 表格
deals-pipeline = 流程：{ $name }
deals-closes = 預計 { $day }
deals-late = 已逾期
deals-no-step = 尚無下一步
deals-days-late = 逾期 { $days } 天
deals-none = 此階段沒有進行中的商機
deals-column = { $stage }：{ $count } 件，{ $sum }
deals-weighted = 加權 { $sum }
deals-drop = 把卡片拖到這裡
deals-asks-reason = 會詢問原因與競爭對手
deals-asks-wake = 會詢問原因與日期
deals-won = 本季 { $count } 件，{ $sum }
deals-count = { $count } 件
deals-win-rate = 按件數，近 90 天
deals-target = 本季目標
deals-coverage = 覆蓋率
deals-of-rest = 相對於缺口
deals-committed = 含承諾 { $share } %
deals-planned = { $count } 件已排程
deals-today = { $count } 件今天
deals-overdue = { $count } 件逾期
deals-unplanned = { $count } 件無待辦
deals-move = 移到…
deals-menu = 可對「{ $name }」執行的操作
