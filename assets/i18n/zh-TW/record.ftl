### The page of a record, the conversion, and the boards.

## Days as heads of groups
weekday-name =
    { $weekday ->
        [1] 週一
        [2] 週二
        [3] 週三
        [4] 週四
        [5] 週五
        [6] 週六
       *[7] 週日
    }
day-group-today = 今天
day-group-yesterday = 昨天
day-group = { month-name }/{ $day } { weekday-name }
day-group-year = { $year }/{ month-name }/{ $day } { weekday-name }
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
date-earlier = 上個月
date-later = 下個月
date-month = 「{ $name }」的日期

## Sections of fields
section-deal = 交易
section-plan = 規劃與費用
section-profile = 輪廓
section-person = 個人資料
section-own = 自訂欄位
section-more = 另有 { $fields } 個空白欄位

## Key figures
fact-score = 評分 / 等級
fact-complete = 資料完整度

## Editing
value-none = 無
hint-date = 2026-11-24、115/11/24 或 +7
hint-moment = 2026-11-24 10:30
hint-more = 新增…
pick-type = 請輸入幾個字
pick-nothing = 沒有符合的項目
chip-remove = 移除
part-remove = 移除第
part-add = 再加一筆
edit-save = 儲存
edit-cancel = 取消
edit-keys = Enter 儲存 · Esc 取消
edit-keys-lines = Ctrl Enter 儲存 · Esc 取消
edit-unreadable = 這個欄位讀不懂輸入的內容，尚未儲存。請修正，或按 Esc 取消。
ask-missing = 有必填的內容還沒填，或讀不懂。

## The page
page-work = 跟進
page-fields = 欄位
action-more = 更多動作
action-missing = ，差 { $missing } 項

## Actions
action-log = 記錄跟進
action-to_usable = 標為可用
action-to_mql = 升為 MQL
action-to_sql = 升為 SQL
action-convert = 轉化
action-claim = 認領
action-accept = 認可
action-not_accept = 不認可
action-not_reached = 沒聯繫上
action-nurture = 轉入培育
action-wake = 喚醒
action-disqualify = 判為無效
action-reopen = 重新開啟
action-return = 退回線索池
action-assign = 指派
action-add_to_campaign = 加入行銷活動
action-unconvert = 撤回轉化
action-advance = 下一階段
action-win = 贏單
action-lose = 輸單
action-nurture_deal = 送回培育
action-place_order = 建立訂單
action-confirm_order = 確認訂單
action-approve_order = 核准折扣
action-reject_order = 駁回折扣
action-cancel_order = 取消訂單
action-new_opportunity = 新增商機
action-new_order = 新增訂單
action-delete = 刪除

## Stages of a lead
path-missing = 差 { $missing } 項
gate-title = 升為 { $stage } 還差 { $missing } 項
gate-ready = 可以升為 { $stage }
gate-met = { $all } 項中已滿足 { $met } 項
gate-fill = 去填寫
gate-condition = { $condition }：{ $actual }，需 { $needed }

## Evidence
evidence-title = 四個維度的證據
evidence-sum = 合計 { $sum } / 12
evidence-note = 依據是什麼？誰說的？
evidence-save = 以 { $score } 分儲存
question-background = 下一個問題：「您在公司負責哪一塊？選供應商還有誰參與決定？」
question-requirement = 下一個問題：「具體需要什麼規格、多少數量、什麼時候開始用？」
question-potential = 下一個問題：「這類採購一年的預算大約多少？明年有什麼計畫？」
question-possibility = 下一個問題：「現在的供應商合約到什麼時候？換供應商由誰決定？」
question-hint = 點選分數即可填寫證據
lead-became = 轉化結果
hand_over-waiting = 待回應

## Timeline
timeline-title = 時間軸
timeline-filter = 顯示內容
timeline-all = 全部
timeline-activities = 跟進活動
timeline-changes = 變更
timeline-nothing = 還沒有記錄。請在上方記下第一通電話、郵件或備註。
timeline-more = 更早的記錄都保留在歷史裡。
event-made = 已建立
event-imported = 由匯入建立
event-converted = 由轉化建立
event-changed = { $field } 已變更
event-own-field = 自訂欄位已變更
event-binned = 移入或移出資源回收筒
event-more = 另有 { $fields } 個欄位
event-next = 下一步：{ $step }
event-due = 到期 { $day }
log-words = 說了什麼？下一步是什麼？
log-outcome = 結果
log-save = 儲存

## Related records
related-all = 全部顯示

## Campaigns
costs-budget = 預算 { $budget }
costs-edit = 編輯費用
costs-nothing = 還沒有費用。沒有費用就算不出投資報酬率。
costs-sum = 合計
members-responded = { $members } 位成員，{ $responded } 位有回應

## New records
form-title = 新增{ $kind }
form-make = 建立{ $kind }
form-missing = 「{ $field }」必須填寫。
form-unreadable = 讀不懂「{ $field }」的內容，請修正後再試。

## Conversion
place-convert = 轉化
convert-gate = 條件
convert-candidates = 候選
convert-fields = 欄位
convert-confirm = 確認
convert-next = 下一步
convert-back = 上一步
convert-do = 轉化
convert-ready = { $companies } 家公司的 { $leads } 筆潛在客戶可以轉化
convert-leads = 轉化 { $leads } 筆
convert-nothing = 目前沒有可以轉化的潛在客戶
convert-nothing-hint = 業務確認為 SQL，或來源不需資格審核的潛在客戶，會出現在這裡。
convert-gate-title = 是否符合條件？
convert-override = 尚未符合條件時，業務總監或管理員可寫明理由後轉化。
convert-accounts = 候選客戶
convert-contacts = 候選聯絡人
convert-deals = 進行中的商機
convert-found = 找到 { $count } 筆
convert-same = 相同
convert-look = 請確認
convert-owner = 負責人 { $owner }
convert-only-empty = 只補空白欄位
convert-result = 結果
convert-candidate = 候選
convert-follow = 以關聯方式帶入，不會複製
convert-activities = { $activities } 筆活動與任務
convert-left-out = 沒有對應欄位、仍保留在潛在客戶裡：{ $fields }
convert-confirm-title = 接下來會發生什麼
convert-will = 接下來會發生什麼
convert-undo = 只要結果還沒有其他紀錄依附，按一下就能復原。
convert-owner-default = 依規則決定
convert-field = 欄位
convert-meaning = { $same } 分以上視為同一筆；{ $look } 分以上請您確認
convert-other = 不同
convert-all-channels = 所有電話與郵件都會帶過去
convert-all-fields = 所有欄位
convert-filled-fields = 只看有內容的欄位
convert-keep = 保留？
convert-was-empty = 原為空白
convert-unchanged = 不變
convert-type = 變更{ $field }
convert-untype = 取消對{ $field }的選擇
convert-copy = 複製到商機備註
convert-copied = 已複製到商機備註
origin-lead = 潛在客戶
origin-existing = 既有
origin-rule = 規則
origin-typed = 手動輸入
target-new = 新增
target-existing = 既有
target-skip = 略過
will-account-new = 建立客戶「{ $name }」。
will-account = 使用既有客戶「{ $name }」，並補上空白欄位。
will-contact-new = 新增聯絡人「{ $name }」。
will-contact = 補上聯絡人「{ $name }」的空白欄位。
will-deal-new = 開立商機「{ $name }」，{ $amount }，階段為{ $stage }。
will-deal = 把此人加入商機「{ $name }」。
will-owner = 客戶由「{ $owner }」負責。

## Boards
group-insight = 洞察
board-hint = 點任何數字看定義與背後的紀錄
board-close = 關閉
board-share = { $whole } 筆中的 { $part } 筆
board-records = { $records } 筆紀錄
board-list = 以清單開啟
board-of-cards = 占名片 { $share }
board-responses = 業務的回應
board-no-responses = 這個活動還沒有潛在客戶移交給業務，所以沒有回應。
board-no-cards = 這個活動還沒有註明擷取時間的名片。
board-no-reasons = 這個活動沒有被判定無效的潛在客戶。
board-more = 另有 { $count } 項
board-hours = { $first } 時至 { $last } 時
board-hours-of = { $first } 時至 { $last } 時，名片最多的幾天；另有 { $count } 天
board-grades = 等級
board-costs = 單位成本
board-nothing = 還沒有行銷活動
board-nothing-hint = 這裡會顯示活動帶來的成果。請先建立活動並匯入名片。

## 客戶頁
account-revenue = 累計營收
account-revenue-year = 近 12 個月
account-open = 未結商機
account-last-order = 最近訂單
account-orders = { $count } 單
account-days-ago = { $days } 天前
account-won-lost = { $won } 贏 { $lost } 輸
account-deals = { $open } 件進行中，{ $won } 贏，{ $lost } 輸
account-confirmed = { $count } 單已確認
account-all = 全部 { $count } 件
account-years = 每年營收
account-org = 組織圖與決策角色
account-working = { $active } 人在職，{ $left } 人已離職
account-left = 已離職
account-campaigns = 活動與回饋
account-took-part = { $person } · { $status }
account-people = { $count } 人
team_role-collaborator = 協作者
