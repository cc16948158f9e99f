### What a person can do, and what a rule says when it refuses.

## Rights; as a heading, and filled into { $right }
right-create_leads = 新增潛在客戶
right-import = 匯入檔案
right-edit_leads = 編輯潛在客戶
right-merge = 合併紀錄
right-assign = 指派潛在客戶
right-claim = 認領潛在客戶
right-respond = 回應移交
right-convert = 轉化潛在客戶
right-edit_accounts = 編輯客戶與聯絡人
right-edit_campaigns = 編輯行銷活動
right-edit_deals = 編輯商機與訂單
right-approve_discounts = 審核折扣
right-edit_activities = 編輯跟進與任務
right-delete = 刪除與還原
right-edit_rules = 編輯線索池與規則
right-administer = 管理工作區
right-undo = 復原自己的操作
right-export = 匯出

## Commands: a short phrase, also after “Undo”, and a sentence for the list of commands
command-create = 新增
command-create-about = 新增一筆任何類型的紀錄。
command-set = 變更欄位
command-set-about = 變更一筆或多筆紀錄的欄位。
command-delete = 刪除
command-delete-about = 將紀錄移到回收桶。
command-restore = 還原
command-restore-about = 將紀錄從回收桶還原。
command-qualify = 合格化評分
command-qualify-about = 為合格化的各個面向評 0 到 3 分，並附上依據。
command-stage = 變更階段
command-stage-about = 將潛在客戶移到另一個階段；角色允許時，未達條件者可寫明理由後放行。
command-claim = 認領
command-claim-about = 從線索池認領潛在客戶。
command-return = 退回線索池
command-return-about = 將潛在客戶退回線索池；未指定時退回預設的線索池。
command-assign = 指派
command-assign-about = 將潛在客戶指派給使用者，或移到線索池。
command-assign_by_rules = 依規則分派
command-assign_by_rules-about = 依分派規則或其中一條規則，將潛在客戶分派給人員或線索池。
command-respond = 回應移交
command-respond-about = 記錄業務對移交過來的潛在客戶是否認可。
command-log = 記錄跟進
command-log-about = 為一筆或多筆紀錄記錄跟進。
command-add_to_campaign = 加入行銷活動
command-add_to_campaign-about = 將潛在客戶加入行銷活動，或變更其成員狀態。
command-convert = 轉化
command-convert-about = 將同一家公司的潛在客戶轉化為客戶、聯絡人與商機。
command-unconvert = 取消轉化
command-unconvert-about = 取消一次轉化；前提是沒有其他紀錄依賴轉化的結果。
command-advance = 推進商機
command-advance-about = 將商機移到銷售流程中的某個階段。
command-nurture = 送回培育
command-nurture-about = 以某個原因結束進行中的商機，並把來源的潛在客戶送回培育，到指定日期再喚回。
command-place_order = 建立訂單
command-place_order-about = 建立訂單；確認之前為草稿。
command-confirm_order = 確認訂單
command-confirm_order-about = 確認訂單；折扣需要審核時，改為送審。
command-approve_order = 審核訂單
command-approve_order-about = 核准或駁回折扣超過上限的訂單。
command-cancel_order = 取消訂單
command-cancel_order-about = 取消訂單，並寫明原因。
command-merge = 合併
command-merge-about = 將同一個人或同一家公司的多筆紀錄合併為一筆。
command-tell_apart = 不是同一個
command-tell_apart-about = 記住兩筆紀錄不是同一個人或同一家公司。
command-note_pairs = 加入待確認
command-note_pairs-about = 將可能重複的紀錄放到待確認清單，由人判斷。
command-add_field = 新增欄位
command-add_field-about = 為潛在客戶、聯絡人、客戶、商機或行銷活動新增自訂欄位；以「set」修改，以「delete」停用。
command-begin_in = 選擇語言
command-begin_in-about = 設定工作區起始的語言；尚未改名的線索池會以該語言命名。
command-note_export = 匯出
command-note_export-about = 在變更歷史中記下有紀錄匯出到檔案，不會變動任何資料。
exported-all = 全部
exported-picked = 逐筆選取
exported-filter = 篩選：{ $filter }
pool-name-intake = 待分派
pool-name-sales = 業務線索池
command-map_field = 變更潛在客戶欄位的去處
command-map_field-about = 轉化時，把潛在客戶的欄位帶到客戶、聯絡人或商機的其他欄位，或不帶入。
command-take_changes = 併回檔案中的修改
command-take_changes-about = 將先前匯出、現已交回的檔案中修改過的內容併回。
command-import = 匯入
command-import-about = 將檔案中的資料列匯入為潛在客戶。
command-undo = 復原
command-undo-about = 復原一項操作；之後又變更過的內容會保留並列出。
command-redo = 重做
command-redo-about = 重做最近一次復原的操作。
command-sample = 載入範例資料
command-sample-about = 在沒有潛在客戶的工作區載入範例資料。
command-remove_sample = 移除範例資料
command-remove_sample-about = 移除範例資料，以及在範例上所做的變更。
command-set_up = 建立工作區
command-set_up-about = 建立新工作區的初始內容：設定、兩個線索池與第一位使用者。
command-follow_pairs = 更新重複配對
command-follow_pairs-about = 將早先已轉化或合併的潛在客戶所在的配對，改為其現有紀錄的配對。

## Conditions of the gates
gate-name = 已填姓名
gate-company = 已填公司
gate-reachable = 有可聯絡到本人的電話或電子郵件
gate-score = 評分
gate-grade = { grade-label }
gate-not_blocked = 未暫停推進
gate-background = { field-background }
gate-requirement = { field-requirement }
gate-potential = { field-potential }
gate-possibility = { field-possibility }
gate-dimension_sum = 四個面向合計

## What speaks for and against two records being the same
weight-bare-name = 姓名相同，而其中一張名片沒有其他資料
weight-name-domain = 姓名與網域相同
weight-name-landline = 姓名與市話相同
weight-name-birthday = 姓名與生日相同
weight-name-street = 姓名與街道地址相同，且沒有公司
weight-home-city = 城市相同，且沒有公司
weight-home-postcode = 郵遞區號相同，且沒有公司
weight-partial-name = 姓名不同但有共同的字詞
evidence-same-mobile = 手機相同
evidence-similar-mobile = 手機只差一處，可能是筆誤
evidence-same-mail = 電子郵件相同
evidence-similar-mail = 電子郵件只差一點
evidence-same-handle = 通訊帳號相同
evidence-same-name = 姓名相同
evidence-similar-name = 姓名相近
evidence-same-name-company = 同名同公司
evidence-pinyin-company = 同公司，且姓名的羅馬拼音相符
evidence-same-company = 公司相同
evidence-same-domain = 網域相同
evidence-same-landline = 市話相同
evidence-same-tax-id = 統一編號相同
evidence-same-birthday = 生日相同
evidence-similar-birthday = 生日相近，可能是筆誤
evidence-same-birth-year = 出生年份相同
evidence-same-street = 街道地址相同
evidence-same-city = 城市相同
evidence-same-postcode = 郵遞區號相同
evidence-similar-city = 城市只差一點
evidence-similar-postcode = 郵遞區號只差一碼
evidence-same-house = 門牌號碼相同
evidence-similar-street = 街道地址大致相同
evidence-different-mobile = 手機不同
evidence-different-mail = 電子郵件不同
evidence-different-name = 姓名不同
evidence-different-company = 公司不同
evidence-different-branch = 同公司但分公司或所在地不同
evidence-different-tax-id = 統一編號不同
evidence-different-domain = 網站或郵件網域不同
evidence-different-city = 城市不同
evidence-different-birthday = 生日不同

## What an import does with someone who is known already
on_match-fill = 只補空白欄位
on_match-overwrite = 以檔案內容覆寫
on_match-keep = 只補電話、電子郵件與行銷活動
on_match-skip = 只加入行銷活動
on_match-new = 每一列都新增為潛在客戶

## What is wrong with a row
problem-nobody = 此列沒有姓名、公司、電話或電子郵件，無法得知是誰，因此未匯入。請在檔案中補上任一項，再重新匯入此列。

## Who may
error-no-right = 您的角色沒有「{ $right }」的權限。沒有任何資料變動。請找有這項權限的人處理，或請系統管理員調整您的角色。
error-not-yours = 您的角色只能對自己或所屬團隊的紀錄這麼做，這筆不在其中。沒有任何資料變動。請找負責人處理；線索池裡的潛在客戶要先認領，或請人指派給您。
error-nobody-acts = 目前沒有人登入，不知道是誰要認領。沒有任何資料變動。請先登入，或在命令列以 --as 指定使用者，再試一次。

## Records and their fields
error-no-such-record = 這筆紀錄不存在，或已在回收桶裡（{ $kind }，{ $id }）。沒有任何資料變動。請從回收桶還原，或改選其他紀錄。
error-unknown-field = 「{ $kind }」沒有「{ $field }」這個欄位。沒有任何資料變動。請檢查欄位名稱，再試一次。
error-bad-value = 這個值不適用於欄位「{ $field }」，該欄位接受：{ $expected }。沒有任何資料變動。請更正後再試一次。
error-custom-field-kind = 只有潛在客戶、聯絡人、客戶、商機和行銷活動可以有自訂欄位。沒有任何資料變動。
error-custom-field-name = 「{ $field }」不能當作欄位名稱。沒有任何資料變動。名稱須以文字開頭，只能使用文字、數字和 _。
error-custom-field-clash = 在「{ $kind }」中，「{ $field }」已有其他意義。沒有任何資料變動。請換一個名稱。
error-custom-field-choices = 選單必須有選項，其他資料型別則不能有；「{ $field }」不符合。沒有任何資料變動。請更正選項或資料型別。
error-custom-field-choices-alike = 「{ $field }」的選項無法區分：有的是空的、含有分號，或重複出現。沒有任何資料變動。請更正選項。
error-custom-fields-full = 已沒有編號可供新欄位使用。沒有任何資料變動。
error-add-field-instead = 自訂欄位請用「fields add」或指令「add_field」新增。沒有任何資料變動。
error-field-required = 欄位「{ $field }」不能留空。沒有任何資料變動。請填寫後再儲存一次。
error-field-has-command = 欄位「{ $field }」受規則管理，不能直接填寫。沒有任何資料變動。請改用會變更它的操作，例如指派、變更階段或記錄跟進。
error-only-one-settings = 一個工作區只有一份設定，不能再新增，也不能刪除。沒有任何資料變動。請直接修改現有的設定。
error-pool-not-empty = 線索池裡還有潛在客戶，不能刪除。沒有任何資料變動。請先將它們移到其他線索池或指派出去，再試一次。
error-owner-or-pool = 潛在客戶必須有負責人，或在一個線索池裡，兩者只能擇一。沒有任何資料變動。請選定其中一項，再試一次。
error-lead-is-nobody = 潛在客戶至少要有姓名、公司、電話或電子郵件其中一項。沒有任何資料變動。請補上任一項，再儲存一次。
error-lead-read-only = 這筆紀錄已轉化，或已合併到另一筆，只能檢視。沒有任何資料變動。請改用它轉化或合併後的紀錄，或先取消轉化、復原合併。
error-deal-is-won = 這個商機已經贏單，所以潛在客戶不會送回培育。沒有任何資料變動。
error-no-lead-to-nurture = 這個商機不是由潛在客戶轉化而來，所以沒有可送回培育的對象。沒有任何資料變動。請改為將商機標示為輸單。

## Stages and qualification
error-no-such-transition = 潛在客戶不能從「{ $from }」直接移到「{ $to }」。沒有任何資料變動。請選擇可以接續的階段；轉化與合併另有專用操作。
error-wakes-to = 結束培育的潛在客戶要回到原本的階段「{ $stage }」。沒有任何資料變動。請先將它移到該階段。
error-transition-not-yours = 這次階段變更要由別人來做：行銷人員、這筆潛在客戶的負責人或承辦人。沒有任何資料變動。請找他們或業務總監處理。
error-reason-needed = 這一步需要寫明原因，但還沒有填寫。沒有任何資料變動。請填寫原因，再試一次。
error-wake-date-needed = 轉入培育需要喚醒日期，但還沒有填寫。沒有任何資料變動。請選擇日期，再試一次。
error-gate-not-met = 有潛在客戶尚未達到進入「{ $stage }」的條件（{ $missing }）。沒有任何資料變動。請補齊後再試；業務總監或系統管理員可以寫明理由後放行。
error-dimension-range = 四個面向的評分都只能是 0 到 3。沒有任何資料變動。請改為這個範圍內的評分，再試一次。

## Lead pools and owners
error-lead-not-in-pool = 「{ $lead }」不在任何線索池裡，無法認領。它仍歸原負責人所有。請改選線索池裡的潛在客戶，或請人指派給您。
error-no-such-pool = 這個線索池不存在，或已在回收桶裡。潛在客戶仍在原處。請還原該線索池，或改選其他線索池。
error-no-such-language = 沒有「{ $language }」這種語言。沒有任何資料變動。請選擇：{ $languages }。
error-no-default-pool = 工作區裡沒有任何線索池，沒有負責人的潛在客戶無處可放。沒有任何資料變動。請先新增線索池，或從回收桶還原，再試一次。
error-pool-not-claimable = 「{ $pool }」不開放認領。潛在客戶仍在線索池裡。請等它移到開放認領的線索池，或請人指派給您。
error-not-claimable-stage = 這個線索池只開放認領「{ $stage }」以上、仍在進行中的潛在客戶。潛在客戶仍在線索池裡。請等它達到該階段再認領，或請人指派給您。
error-not-pool-member = 只有成員才能從「{ $pool }」認領，您不在其中。潛在客戶仍在線索池裡。請該線索池的管理員將您加入，或請人將它指派給您。
error-lead-held = 這個線索池會先保留新進的潛在客戶，這筆自 { $date } 起才能認領。潛在客戶仍在線索池裡。請到時再認領，或請人指派給您。
error-former-owner = 您不久前才負責過這筆潛在客戶，自 { $date } 起才能再次認領。潛在客戶仍在線索池裡。請到時再認領，或請人指派給您。
error-claim-batch-maximum = 這個線索池單次最多只能認領 { $maximum } 筆。這筆潛在客戶仍在線索池裡。其餘的請分次認領。
error-claims-per-day = 您今天從這個線索池認領的數量已達上限（每日最多 { $maximum } 筆）。潛在客戶仍在線索池裡。請明天再認領，或請人指派給您。
error-cap-reached = 這個人持有的進行中潛在客戶已達上限。這筆潛在客戶仍在原處。請先處理或退回一些進行中的潛在客戶，或請人調高上限。
error-lead-not-owned = 「{ $lead }」沒有負責人，不需要退回線索池。沒有任何資料變動。請從選取範圍移除它，再試一次。
error-field-not-mapped = 「{ $field }」不能帶到那裡：轉化時它的去處固定，或那個欄位存放的是別種內容。沒有任何變更。請選擇其他欄位。
error-assign-to-one = 潛在客戶只能指派給一位使用者，或移到一個線索池。沒有任何資料變動。請在兩者中指定一項，再試一次。
error-user-not-active = 這位使用者不存在或已停用，無法接收潛在客戶。沒有任何資料變動。請改選啟用中的使用者。
error-not-handed-over = 這筆潛在客戶尚未移交給業務，還不能回應。沒有任何資料變動。請先指派給業務人員，或由業務人員認領。
error-response-given = 業務已經回應過這次移交。先前的回應保持不變。若回應有誤，請復原，或重新移交這筆潛在客戶。
error-changed-here-too = 「{ $field }」在這裡也被改過：這裡是「{ $here }」，檔案裡是「{ $there }」。已保留這裡的內容；若檔案才正確，請手動修改。

## Campaigns and activities
error-unknown-status = 這個行銷活動沒有「{ $status }」這種成員狀態。沒有任何資料變動。請改選現有的狀態，或先在行銷活動中新增。
error-about-nothing = 跟進至少要關聯一筆紀錄，但還沒有指定。沒有任何資料變動。請選擇相關紀錄，再試一次。

## Conversion and merging
error-convert-nobody = 沒有選擇要轉化的潛在客戶。沒有任何資料變動。請至少選擇一筆，再試一次。
error-not-ready-to-convert = 「{ $lead }」目前的階段是「{ $stage }」，還不能轉化。沒有任何資料變動。請先合格化到「{ stage-sql }」；業務總監或系統管理員可以寫明理由，轉化進行中的潛在客戶。
error-account-needed = 轉化時一定要有客戶，不能略過。沒有任何資料變動。請選擇新增客戶或現有的客戶，再試一次。
error-company-needed = 「{ $lead }」沒有填公司，新增的客戶就沒有名稱。沒有任何資料變動。請在潛在客戶中填寫公司，或選擇現有的客戶。
error-not-converted = 這筆潛在客戶尚未轉化，沒有可以取消的轉化。沒有任何資料變動。請選擇階段為「{ stage-converted }」的潛在客戶。
error-depends-on-conversion = 無法取消轉化，因為還有其他紀錄依賴轉化的結果：{ $records }。沒有任何資料變動。請先刪除這些紀錄或改為關聯到別處，再試一次。
error-merge-same-kind = 只能合併同一類型的不同紀錄。沒有任何資料變動。請選擇例如兩筆潛在客戶或兩家客戶，再試一次。
error-merge-kind = 只有潛在客戶、聯絡人與客戶可以合併。沒有任何資料變動。請選擇這些類型的紀錄。
error-merge-cannot-take = 無法從該紀錄選用「{ $field }」的值。沒有任何資料變動。請選擇其他欄位，或要合併的其中一筆紀錄。

## Opportunities and orders
error-unknown-stage = 這個銷售流程沒有「{ $stage }」這個階段。沒有任何資料變動。請改選其中的階段：{ $known }。
error-order-needs-account = 訂單需要客戶，但還沒有指定。沒有任何資料變動。請選擇客戶，或選擇已有客戶的商機，再試一次。
error-order-needs-amount = 訂單金額必須大於零。沒有任何資料變動。請填寫金額，或填寫含單價的產品明細，再試一次。
error-order-not-draft = 訂單目前的狀態是「{ $status }」，不能這麼做。沒有任何資料變動。只有草稿可以確認，已取消的訂單不能再取消；請檢查訂單狀態。
error-order-not-waiting = 訂單目前的狀態是「{ $status }」，並未等待審核。沒有任何資料變動。請選擇待審核的訂單；草稿要先確認才會送審。
error-own-approval = 自己送審的折扣不能由自己審核。訂單仍在等待審核。請由另一位業務總監審核。

## Undo and the history
error-one-large-at-a-time = 目前有另一項大量變更正在進行，因此這一項沒有開始。沒有任何變更。請等它完成或取消後再試一次。
error-no-sample = 這個工作區沒有範例資料，因此沒有移除任何內容。沒有任何變更。
error-nothing-to-undo = 這台電腦上沒有您可以復原的操作。沒有任何資料變動。若要復原匯入，可隨時從匯入清單進行。
error-nothing-to-redo = 沒有可以重做的操作：只有剛復原、之後沒有其他操作時才能重做。沒有任何資料變動。請手動再做一次。
error-no-such-command = 變更歷史裡沒有這個編號的操作。沒有任何資料變動。請在變更歷史中查明編號，再試一次。
error-cannot-undo = 「{ $command }」無法復原。沒有任何資料變動。若要調整，請手動修改。
error-not-your-command = 這項操作是別人做的，只有本人可以復原。沒有任何資料變動。請本人復原，或手動修改紀錄。
error-no-such-batch = 找不到可復原的匯入批次「{ $batch }」。沒有任何資料變動。請輸入匯入批次的編號，或至少前 4 個字元。

## Commands by name, and work in the background
error-unknown-command = 沒有「{ $command }」這個指令。沒有任何資料變動。請用 fairlead do --list 檢視所有指令。
error-bad-parameters = 指令「{ $command }」的參數不正確（{ $reason }）。沒有任何資料變動。請用 fairlead do --list 檢視它接受的參數。
error-cancelled = 作業在完成前已取消。這次作業的內容都沒有保留，資料和先前一樣。需要時請重新開始。
error-no-thread = 系統無法啟動負責儲存的背景作業（{ $reason }）。沒有任何資料變動。請關閉其他程式，再重新開啟 Fairlead。
error-writer-gone = 負責儲存的背景作業已停止。先前已確認儲存的資料都在，最後一步可能沒有存到。請關閉程式再重新開啟。
error-no-assignment-rules = 尚未設定分派規則，未變更任何資料。請先建立規則，或指定名單池或負責人。
error-bad-assignment-rule = 無法理解分派規則「{ $rule }」的篩選條件，未變更任何資料。請修正該規則。
error-no-rule-holds = 沒有規則符合這位潛在客戶，潛在客戶留在原處。請修改規則，或直接指定人員。
error-no-room-by-rules = 規則指定的人員持有的進行中潛在客戶都已達上限，潛在客戶留在原處。請提高上限，或直接指定人員。
assigned-words = { $to }：{ $leads ->
       *[other] { $count } 筆名單
    }
assigned-nobody = 無人：沒有符合的規則，或已無容量
