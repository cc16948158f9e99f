# 報表：標題、欄位、指標與定義、未計入項目的說明。

error-empty-window = { $from } 到 { $to } 之間沒有任何一天：期間不含結束日。請選擇較晚的結束日。

## 報表
report-fair_result = 展會成果
report-fair_result-explain = 一場展會或其他行銷活動帶來什麼、花了多少、後來如何，每項指標一列。
report-campaign_roi = 行銷活動投資報酬
report-campaign_roi-explain = 哪個行銷活動值得：活動本身的數字，以及含所有下層活動的數字；每筆成本、潛在客戶與訂單只計一次。
report-cost_per_lead = 每筆潛在客戶成本
report-cost_per_lead-explain = 從名片到成交，每一步每筆潛在客戶的成本，依行銷活動列出。
report-valid_rate = 各行銷活動有效率
report-valid_rate-explain = 每個行銷活動帶來的資料品質如何。
report-valid_rate_by_supplier = 各名單供應商有效率
report-valid_rate_by_supplier-explain = 每家名單供應商提供的資料品質如何。
report-response_rate = 回應率
report-response_rate-explain = 行銷活動聯絡的對象中，有多少人回應。
report-funnel = 同批漏斗
report-funnel-explain = 期間內擷取的潛在客戶走到多遠，不論後來如何。每筆只計一次，依最遠的階段計入該階段與之前的所有階段。
report-funnel_period = 各階段新進數
report-funnel_period-explain = 期間內進入各階段的數量，不論何時擷取。請勿與同批漏斗混用。
report-acceptance_rate = 業務認可情形
report-acceptance_rate-explain = 業務對行銷移交的潛在客戶的回應，依行銷活動列出。
report-contact_rate = 接通率
report-contact_rate-explain = 嘗試聯絡過的對象中，有多少人聯絡上，依行銷活動列出。
report-idle_rate = 閒置率
report-idle_rate-explain = 已有負責人的潛在客戶中，目前有多少無人跟進，依負責人列出。
report-cards_per_hour = 每小時收到名片
report-cards_per_hour-explain = 期間內的潛在客戶是在哪些時段擷取的，以工作區的時區計。
report-cards_by_person = 各人收到名片
report-cards_by_person-explain = 期間內的潛在客戶由誰擷取。
report-first_contact = 72 小時板
report-first_contact-explain = 期間內每筆潛在客戶在擷取後多久有人第一次嘗試聯絡，依目前的等級分列。
report-invalid_reasons = 無效原因
report-invalid_reasons-explain = 期間內擷取的潛在客戶因何被判定無效。
report-win_rate = 贏單率
report-win_rate-explain = 期間內結案的商機中，有多少贏單，依負責人列出。
report-weighted_pipeline = 加權商機金額
report-weighted_pipeline-explain = 進行中的商機依成交機率加權後的金額，依階段列出。

report-window = { $from } 起，{ $to } 之前
report-window-from = { $from } 起
report-window-to = { $to } 之前
not-applicable = 不適用

## 欄位
column-metric = 指標
column-value = 數值
column-unit = 單位
column-campaign = 行銷活動
column-campaign_id = 行銷活動代碼
column-level = 層級
column-owner = 負責人
column-owner_id = 負責人代碼
column-supplier = 名單供應商
column-day = 日期
column-hour = 小時
column-person = 人員
column-person_id = 人員編號
column-grade = 等級
column-reason = 原因
column-funnel_stage = 階段
column-pipeline = 銷售流程
column-pipeline_stage = 階段

## 單位
unit-count = 筆
unit-percent = %
unit-money = 金額
unit-number = 數值
unit-days = 天
unit-date = 日期
unit-text = 文字
unit-id = 代碼
unit-any = 依各列

## 不屬於任何紀錄的列
group-all = 合計（不重複計算）
group-no_campaign = （無行銷活動）
group-no_owner = （無負責人）
group-no_supplier = （無供應商）
group-no_person = （未註明人員）
group-no_reason = （沒有原因）

## 漏斗的階段
funnel_stage-unsorted = 未整理
funnel_stage-usable = 可用
funnel_stage-mql = MQL
funnel_stage-sql = SQL
funnel_stage-opportunity = 商機
funnel_stage-won = 成交
funnel_stage-repeat = 回購

## 指標
metric-cards = 名片數
metric-cards-explain = 期間內擷取的潛在客戶。已合併到其他潛在客戶的不再重複計算。
metric-judged = 已驗證
metric-judged-explain = 電話、電子郵件或地址已試過，或因資料錯誤而判為無效的潛在客戶。
metric-valid = 有效
metric-valid-explain = 已驗證、至少有一項電話、電子郵件或地址可用，且未因資料錯誤而判為無效的潛在客戶。
metric-valid_rate = 有效率
metric-valid_rate-explain = 有效 ÷ 已驗證。尚未試過的潛在客戶兩邊都不計。
metric-duplicates = 重複名片
metric-duplicates-explain = 行銷活動匯入檔案中，對到既有人員的資料列。已取消的匯入不計。
metric-unsorted = 未整理
metric-unsorted-explain = 曾到過第一個階段的潛在客戶，也就是全部名片。
metric-usable = 可用
metric-usable-explain = 最遠到過「可用」或更後面階段的潛在客戶，不論後來如何。
metric-mql = MQL
metric-mql-explain = 最遠到過 MQL 或更後面階段的潛在客戶，不論後來如何。
metric-sql = SQL
metric-sql-explain = 最遠到過 SQL 或更後面階段的潛在客戶，不論後來如何。
metric-opportunities = 商機
metric-opportunities-explain = 期間內建立、以此為主要行銷活動的商機。
metric-won = 贏單
metric-won-explain = 期間內以贏單結案的商機。
metric-lost = 輸單
metric-lost-explain = 期間內以輸單結案的商機。
metric-revenue = 成交金額
metric-revenue-explain = 期間內、其商機以此為主要行銷活動的已確認訂單總額，依訂單日匯率換算為本位幣。草稿、待審核與已取消的訂單不計。
metric-cost = 實際成本
metric-cost-explain = 期間內的成本明細總額，依明細日期的匯率換算為本位幣。沒有日期的明細算在活動第一天。
metric-campaign_roi = 投資報酬率
metric-campaign_roi-explain = （成交金額 − 實際成本）÷ 實際成本。沒有成本時不適用。
metric-subtree_cards = 名片數（含下層）
metric-subtree_cards-explain = 此活動與所有下層活動的名片數，每張只計一次。
metric-subtree_valid = 有效（含下層）
metric-subtree_valid-explain = 此活動與所有下層活動的有效潛在客戶，每筆只計一次。
metric-subtree_cost = 成本（含下層）
metric-subtree_cost-explain = 此活動與所有下層活動的實際成本，每筆明細只計一次。
metric-subtree_revenue = 成交金額（含下層）
metric-subtree_revenue-explain = 此活動與所有下層活動的成交金額，每張訂單只計一次。
metric-subtree_roi = 投資報酬率（含下層）
metric-subtree_roi-explain = 此活動與所有下層活動的（成交金額 − 實際成本）÷ 實際成本；每筆成本與訂單只計一次。
metric-subtree_cost_per_valid_lead = 每張有效名片成本（含下層）
metric-subtree_cost_per_valid_lead-explain = 此活動與所有下層活動的實際成本 ÷ 有效潛在客戶。
metric-cost_per_lead = 每張名片成本
metric-cost_per_lead-explain = 實際成本 ÷ 名片數。
metric-cost_per_valid_lead = 每張有效名片成本
metric-cost_per_valid_lead-explain = 實際成本 ÷ 有效潛在客戶。
metric-cost_per_mql = 每筆 MQL 成本
metric-cost_per_mql-explain = 實際成本 ÷ 到過 MQL 的潛在客戶。
metric-cost_per_sql = 每筆 SQL 成本
metric-cost_per_sql-explain = 實際成本 ÷ 到過 SQL 的潛在客戶。
metric-cost_per_opportunity = 每筆商機成本
metric-cost_per_opportunity-explain = 實際成本 ÷ 商機。
metric-cost_per_win = 每筆贏單成本
metric-cost_per_win-explain = 實際成本 ÷ 贏單的商機。
metric-handed_over = 移交
metric-handed_over-explain = 移交給業務的次數。移交兩次的潛在客戶計兩次，點開後只列一次。
metric-accepted = 認可
metric-accepted-explain = 業務認可的移交。
metric-not_accepted = 不認可
metric-not_accepted-explain = 業務不認可的移交，各附原因。
metric-not_reached = 沒聯繫上
metric-not_reached-explain = 業務沒聯繫上對方的移交。
metric-awaiting_response = 待回覆
metric-awaiting_response-explain = 業務尚未回覆的移交。
metric-acceptance_rate = 認可率
metric-acceptance_rate-explain = 認可的移交 ÷ 全部移交，包含尚未回覆的。
metric-attempted = 已嘗試聯絡
metric-attempted-explain = 有人打過電話、寄過信、見過面、拜訪過或傳過訊息的潛在客戶。
metric-reached = 已聯絡上
metric-reached-explain = 已嘗試聯絡，且至少一次聯絡到本人的潛在客戶。
metric-contact_rate = 接通率
metric-contact_rate-explain = 已聯絡上 ÷ 已嘗試聯絡。
metric-grade_a = A 級
metric-grade_a-explain = 目前等級為 A 或 A− 的名片。
metric-grade_b = B 級
metric-grade_b-explain = 目前等級為 B+、B 或 B− 的名片。
metric-grade_c = C 級
metric-grade_c-explain = 目前等級為 C+、C 或 C− 的名片。
metric-grade_d = D 級
metric-grade_d-explain = 目前等級為 D+ 或 D 的名片。
metric-members = 成員數
metric-members-explain = 參與此行銷活動的潛在客戶，不論來源。
metric-contacted = 聯絡數
metric-contacted-explain = 行銷活動填寫的發送數；未填則為全部成員。
metric-responded = 已回應
metric-responded-explain = 曾有「算作回應」狀態的成員。
metric-response_rate = 回應率
metric-response_rate-explain = 已回應的成員 ÷ 聯絡數。
metric-ever_reached = 曾到過
metric-ever_reached-explain = 同批中最遠到過此階段或更後面階段的潛在客戶。商機：已產生商機。成交：商機已贏單。回購：其客戶至少有兩張已確認的訂單。
metric-share_of_first = 占全部
metric-share_of_first-explain = 曾到過此階段的潛在客戶 ÷ 同批全部潛在客戶。
metric-share_of_previous = 占前一階段
metric-share_of_previous-explain = 曾到過此階段的潛在客戶 ÷ 曾到過前一階段的潛在客戶。
metric-furthest = 止於此階段
metric-furthest-explain = 最遠到此階段的潛在客戶，包含輸單與無效的。各階段相加即為同批總數。
metric-entries = 新進數
metric-entries-explain = 期間內首次進入此階段的數量。回購：先前已下過單的客戶的訂單。
metric-within_4_hours = 4 時內
metric-within_4_hours-explain = 擷取後 4 小時內（或更早）就有人嘗試聯絡的潛在客戶。
metric-within_24_hours = 4–24 時
metric-within_24_hours-explain = 擷取後超過 4 小時、24 小時內有人第一次嘗試聯絡的潛在客戶。
metric-within_48_hours = 24–48 時
metric-within_48_hours-explain = 擷取後超過 24 小時、48 小時內有人第一次嘗試聯絡的潛在客戶。
metric-within_72_hours = 48–72 時
metric-within_72_hours-explain = 擷取後超過 48 小時、72 小時內有人第一次嘗試聯絡的潛在客戶。
metric-after_72_hours = 逾 72 時
metric-after_72_hours-explain = 擷取後超過 72 小時才有人第一次嘗試聯絡的潛在客戶。
metric-untouched = 未聯絡
metric-untouched-explain = 還沒有人嘗試聯絡的潛在客戶：沒有電話、郵件、拜訪、會議或訊息。
metric-disqualified = 無效
metric-disqualified-explain = 目前為無效的潛在客戶，依原因分列。
metric-share_of_disqualified = 占比
metric-share_of_disqualified-explain = 某一原因的無效潛在客戶 / 全部無效潛在客戶。
metric-assigned_open = 已分派且進行中
metric-assigned_open-explain = 有負責人且進行中的潛在客戶：未整理、可用、MQL 或 SQL。
metric-idle = 閒置
metric-idle-explain = 已分派且進行中、超過設定天數（預設 14 天）沒有跟進的潛在客戶；從最後一次跟進或負責人接手日起算，取較晚者。
metric-idle_rate = 閒置率
metric-idle_rate-explain = 閒置 ÷ 已分派且進行中。
metric-win_rate = 贏單率
metric-win_rate-explain = 贏單 ÷（贏單 + 輸單），以期間內結案的商機計算。
metric-won_amount = 贏單金額
metric-won_amount-explain = 贏單商機的金額總和，依結案日匯率換算為本位幣。
metric-lost_amount = 輸單金額
metric-lost_amount-explain = 輸單商機的金額總和，依結案日匯率換算為本位幣。
metric-win_rate_by_amount = 贏單率（依金額）
metric-win_rate_by_amount-explain = 贏單金額 ÷（贏單金額 + 輸單金額），以期間內結案的商機計算。
metric-open_opportunities = 進行中商機
metric-open_opportunities-explain = 尚未贏單或輸單、預計在期間內成交的商機。
metric-open_amount = 進行中金額
metric-open_amount-explain = 進行中商機的金額總和，依今天的匯率換算為本位幣。
metric-weighted_pipeline = 加權金額
metric-weighted_pipeline-explain = 進行中商機的金額 × 成交機率的總和，不含贏單與輸單。

## 未計入項目的說明
note-without-rate = { $of ->
    [cost] { $count } 筆 { $currency } 成本
    [order] { $count } 張 { $currency } 訂單
   *[opportunity] { $count } 筆 { $currency } 商機
    }未計入：當天沒有匯率。請在設定中補上匯率。
note-without-amount = { $of ->
    [cost] { $count } 筆成本
    [order] { $count } 張訂單
   *[opportunity] { $count } 筆商機
    }沒有金額，以零計入。
note-without-date = { $of ->
    [cost] { $count } 筆成本
    [order] { $count } 張訂單
   *[opportunity] { $count } 筆商機
    }未計入：沒有日期，無法判斷是否在期間內。
note-too-large = { $of ->
    [cost] { $count } 筆成本
    [order] { $count } 張訂單
   *[opportunity] { $count } 筆商機
    }未計入：金額大得不合理。
note-merged-leads = { $count } 筆潛在客戶已合併到其他潛在客戶，由後者代表。
note-leads-without-capture = { $count } 筆潛在客戶未計入：沒有擷取時間。
note-orders-without-campaign = { $count } 張已確認的訂單不屬於任何行銷活動，未計入。
note-deals-without-date = { $count } 筆商機或訂單未計入：沒有日期，無法判斷是否在期間內。
note-cost-needs-campaign = 篩選條件未指定行銷活動。成本屬於行銷活動，因此成本、投資報酬率與各項單位成本不適用。
note-whole-campaigns = 篩選條件未指定行銷活動。行銷活動以其全部潛在客戶評估，因此未套用篩選。
note-without-window = 此報表不分期間計算，未套用指定的期間。
