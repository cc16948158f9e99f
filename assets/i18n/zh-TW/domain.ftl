### Words of the domain: kinds of records, fields, choices, rules.

## Kinds of records
kind-lead = 潛在客戶
kind-lead-plural = 潛在客戶
kind-campaign = 行銷活動
kind-campaign-plural = 行銷活動
kind-account = 客戶
kind-account-plural = 客戶
kind-contact = 聯絡人
kind-contact-plural = 聯絡人
kind-opportunity = 商機
kind-opportunity-plural = 商機
kind-order = 訂單
kind-order-plural = 訂單
kind-activity = 跟進
kind-activity-plural = 跟進
kind-user = 使用者
kind-user-plural = 使用者
kind-pool = 線索池
kind-pool-plural = 線索池
kind-import_batch = 匯入批次
kind-import_batch-plural = 匯入批次
kind-settings = 設定
kind-settings-plural = 設定
kind-custom_field = 自訂欄位
kind-custom_field-plural = 自訂欄位
kind-custom_kind = 自訂類型
kind-custom_kind-plural = 自訂類型
kind-saved_view = 已存檢視
kind-saved_view-plural = 已存檢視
kind-pair = 疑似重複
kind-pair-plural = 待確認的重複
kind-custom = 自訂紀錄
kind-custom-plural = 自訂紀錄

## Fields of every record
field-deleted_at = 刪除時間

## Fields of persons: leads and contacts
field-name = 名稱
field-lead-name = 姓名
field-contact-name = 姓名
field-nickname = 暱稱
field-given_name = 名字
field-family_name = 姓氏
field-honorific = 稱謂
field-latin_name = 英文姓名
field-job_title = 職稱
field-department = 部門
field-phones = 電話
field-emails = 電子郵件
field-wechat = 微信
field-line = LINE
field-whatsapp = WhatsApp
field-linkedin = LinkedIn
field-website = 網站
field-address = 地址
field-handles = 其他帳號
field-employments = 任職經歷
field-birthday = 生日
field-gender = 性別
field-external_id = 外部編號
field-preferred_language = 慣用語言
field-do_not_call = 請勿致電
field-do_not_mail = 請勿寄信
field-consent_at = 同意時間
field-consent_by = 同意方式
field-tags = 標籤
field-notes = 備註
field-memberships = 活動參與紀錄

## Fields of phones, mail addresses, addresses and handles
field-raw = 原始號碼
field-kind = 類型
field-e164 = 國際格式
field-extension = 分機
field-state = 有效性
field-emails-address = 電子郵件
field-country = 國家
field-region = 縣市
field-city = 城市
field-street = 街道
field-postcode = 郵遞區號
field-value = 帳號

## Fields of employments, memberships and positions
field-company = 公司
field-title = 職稱
field-from = 起始日期
field-to = 結束日期
field-batch = 匯入批次
field-campaign = 行銷活動
field-status = 狀態
field-joined_at = 加入時間
field-responded_at = 回應時間
field-feedback = 回饋
field-history = 歷程
field-at = 時間
field-account = 客戶
field-decision_role = 決策角色
field-active = 在職

## Fields of leads
field-stage = 階段
field-contact_state = 聯絡狀態
field-response = 業務回應
field-response_reason = 回應原因
field-owner = 負責人
field-owner_why = 歸屬原因
field-owned_since = 歸屬時間
field-pool = 線索池
field-entered_pool_at = 進入線索池時間
field-steward = 承辦人
field-source = 來源
field-channel = 管道
field-captured_at = 擷取時間
field-captured_by = 擷取人
field-hall = 展館
field-booth = 攤位
field-supplier = 名單供應商
field-company_size = 公司規模
field-industry = 產業
field-product_interest = 產品興趣
field-budget = 預算
field-time_frame = 採購時程
field-concerns = 疑慮
field-competitor = 競爭對手
field-need = 需求說明
field-intent = 意向
field-credit_level = 信用等級
field-gift = 贈品
field-rating = 評級
field-background = 背景
field-requirement = 需求
field-potential = 潛力
field-possibility = 可能性
field-hand_overs = 移交紀錄
field-disqualify_reason = 無效原因
field-wake_on = 喚醒日期
field-left_stage = 前一階段
field-stage_reason = 階段變更原因
field-merged_into = 合併至
field-converted_account = 轉化後的客戶
field-converted_contact = 轉化後的聯絡人
field-converted_opportunity = 轉化後的商機
field-usable_at = 成為可用時間
field-mql_at = 升為 MQL 時間
field-sql_at = 升為 SQL 時間
field-converted_at = 轉化時間
field-stage_since = 進入目前階段時間
field-created_results = 轉化時新增
field-blocked = 暫停推進
field-territory = 業務區域
field-tax_id = 統一編號

## Fields of dimensions and hand-overs
field-score = 評分
field-a = 第一筆
field-b = 第二筆
field-pair-state = 狀態
field-pair-score = 相似度
field-found_at = 發現時間
field-confirmed_on = 確認日期
field-decided_at = 決定時間
field-decided_by = 決定者
field-note = 說明
field-author = 記錄人
field-reason = 原因
field-hand_overs-to = 移交給

## Fields of contacts
field-lead = 潛在客戶
field-accounts = 所屬客戶
field-reports_to = 直屬主管

## Fields of campaigns
field-parent = 上層
field-campaign-parent = 上層活動
field-starts_on = 開始日期
field-ends_on = 結束日期
field-venue = 地點
field-team = 團隊
field-currency = 幣別
field-cost_lines = 成本明細
field-expected_revenue = 預期營收
field-expected_responses = 預期回應數
field-sent_count = 寄送數
field-gifts = 贈品
field-audience = 目標對象
field-description = 描述
field-member_statuses = 成員狀態

## Fields of cost lines and member statuses
field-date = 日期
field-category = 類別
field-amount = 金額
field-label = 名稱
field-order = 順序
field-responded = 算作回應
field-is_default = 預設

## Fields of accounts
field-aliases = 別名
field-domain = 網域
field-addresses = 地址
field-size = 公司規模
field-employees = 員工人數
field-annual_revenue = 年營收
field-account-parent = 母公司
field-account-pool = 客戶池
field-tier = 客戶分級
field-user = 使用者
field-role = 角色

## Fields of opportunities
field-opportunity-name = 商機名稱
field-contacts = 聯絡人
field-opportunity-campaign = 主要行銷活動
field-pipeline = 銷售流程
field-stage_history = 階段歷程
field-probability = 機率
field-probability_overridden = 機率為手動設定
field-closes_on = 預計成交日
field-forecast_category = 預測類別
field-lines = 產品明細
field-competitors = 競爭對手
field-next_step = 下一步
field-lost_reason = 輸單原因
field-lost_competitor = 輸給
field-lost_in = 輸單階段
field-outcome = 結果
field-closed_at = 結案時間

## Fields of parties, stages and product lines
field-contact = 聯絡人
field-entered_at = 進入時間
field-left_at = 離開時間
field-by = 操作人
field-product = 產品
field-quantity = 數量
field-list_price = 定價
field-unit_price = 單價
field-discount = 折扣 %

## Fields of orders
field-number = 編號
field-order-number = 訂單編號
field-opportunity = 商機
field-ordered_on = 訂單日期
field-special_requirements = 特殊需求
field-confirmed_at = 確認時間
field-submitted_by = 送審人
field-approved_by = 核准人
field-approval_reason = 審核意見

## Fields of activities
field-about = 相關紀錄
field-duration = 時長
field-text = 內容
field-due = 期限
field-done_at = 完成時間
field-assignee = 執行人
field-reminder = 提醒時間
field-signal = 行為訊號

## Fields of users and pools
field-user-name = 姓名
field-login = 登入名稱
field-manager = 主管
field-language = 語言
field-inactive = 已停用
field-cap = 每人持有上限
field-user-cap = 持有上限
field-members = 成員
field-admins = 管理員
field-claimable_from = 可認領的起始階段
field-hides_contact_data = 認領後才顯示聯絡方式
field-claims_per_day = 每日認領上限
field-batch_maximum = 單次認領上限
field-days_before_reclaim = 原負責人再次認領的間隔天數
field-days_held = 首次認領前的保留天數
field-is_intake = 待整理池

## Fields of imports
field-file = 檔案
field-file_hash = 檔案指紋
field-encoding = 編碼
field-delimiter = 分隔符號
field-sheet = 工作表
field-header_row = 標題列
field-header_signature = 標題列特徵
field-mapping = 欄位對應
field-rows = 讀取列數
field-new = 新增
field-updated = 更新
field-skipped = 略過
field-rejected = 退回
field-imported_at = 匯入時間
field-imported_by = 匯入人
field-undone_at = 復原時間
field-command = 指令編號

## Fields of settings
field-settings-currency = 本位幣
field-settings-country = 預設國家
field-time_zone = 時區
field-mql_score = MQL 最低評分
field-mql_grade = MQL 最低等級
field-sql_sum = SQL 最低面向合計
field-target_industries = 目標產業
field-target_sizes = 目標公司規模
field-target_territories = 目標業務區域
field-half_life_days = 行為分數半衰期（天）
field-score_points = 評分規則分數
field-rule = 規則
field-points = 分數
field-evidence_weights = 重複判定的證據權重
field-conversion_map = 轉化欄位對應
field-evidence = 證據
field-weight = 權重
field-same_from = 判定為同一人的最低分
field-review_from = 需人工確認的最低分
field-exchange_rates = 匯率表
field-exchange_rates-from = 生效日期
field-sales_targets = 業績目標
field-rate = 匯率
field-competitor_names = 競爭對手名單
field-idle_days = 閒置天數門檻
field-order_prefix = 訂單編號字首
field-theme = 外觀
field-is_sample = 範例資料

## Fields of saved views
field-filter = 篩選條件
field-sort = 排序
field-group = 分組
field-columns = 欄位
field-shared = 共用

## Fields of custom fields and kinds
field-kind_number = 所屬類型
field-tag = 欄位編號
field-custom_field-name = 欄位代碼
field-custom_kind-name = 類型代碼
field-label_en = 英文名稱
field-label_zh_tw = 繁體中文名稱
field-label_zh_cn = 簡體中文名稱
field-shape = 資料型別
field-choices = 選項

## Types of data of custom fields
list-custom_shape = 資料型別
custom_shape-text = 文字
custom_shape-number = 數字
custom_shape-money = 金額
custom_shape-date = 日期
custom_shape-yes_no = 是或否
custom_shape-picklist = 選單
custom_shape-multi_picklist = 複選選單

## Stages of a lead
list-stage = 階段
stage-unsorted = 未整理
stage-usable = 可用
stage-mql = MQL
stage-sql = SQL
stage-converted = 已轉化
stage-nurturing = 培育
stage-disqualified = 無效
stage-merged = 已合併
list-pair_state = 狀態
pair_state-open = 待確認
pair_state-apart = 不是同一個
pair_state-merged = 已合併

## Contact states
list-contact_state = 聯絡狀態
contact_state-not_contacted = 未聯絡
contact_state-attempted = 已嘗試
contact_state-connected = 已接通
contact_state-bad_timing = 時機不對

## Responses of sales
list-response = 業務回應
response-accepted = 認可
response-not_accepted = 不認可
response-not_reached = 沒聯繫上

## Ratings
list-rating = 評級
rating-hot = 熱（A）
rating-warm = 溫（B）
rating-cold = 冷（C）
rating-none = 無意願（D）

## Grades
grade-label = 等級

## Decision roles
list-decision_role = 決策角色
decision_role-decision_maker = 決策者
decision_role-budget_holder = 預算負責人
decision_role-technical_evaluator = 技術評估者
decision_role-user = 使用者
decision_role-influencer = 影響者
decision_role-purchasing = 採購
decision_role-champion = 支持者
decision_role-blocker = 反對者
decision_role-gatekeeper = 守門人

## Kinds of phone numbers
list-phone_kind = 電話類型
phone_kind-mobile = 手機
phone_kind-landline = 市話
phone_kind-fax = 傳真
phone_kind-other = 其他

## Validity of phones, mail addresses and addresses
list-channel_state = 有效性
channel_state-unverified = 未驗證
channel_state-ok = 有效
channel_state-dead = 空號
channel_state-bounced = 退信
channel_state-returned = 退件

## Sources
list-source = 來源
source-trade_fair = 展會
source-seminar = 研討會
source-web_form = 網站表單
source-referral = 轉介
source-executive_cards = 主管名片
source-cold_visit = 陌生拜訪
source-call_in = 來電洽詢
source-direct_mail = 郵寄 DM
source-private_community = 私域社群
source-public_platform = 公域平台
source-partner = 合作夥伴
source-sales_sourced = 業務自行開發

## Channels
list-channel = 管道
channel-site = 官網
channel-blog = 部落格
channel-official_account = 官方帳號
channel-live = 直播
channel-mall = 電商平台
channel-community = 社群

## Industries
list-industry = 產業
industry-electronics = 電子
industry-machinery = 機械
industry-food = 食品
industry-packaging = 包裝
industry-medical = 醫療
industry-automotive = 汽車
industry-textile = 紡織
industry-chemicals = 化工
industry-logistics = 物流
industry-software = 軟體
industry-retail = 零售
industry-services = 服務業

## Products
list-product = 產品

## Intents
list-intent = 意向
intent-high = 高
intent-medium = 中
intent-low = 低

## Credit levels
list-credit_level = 信用等級
credit_level-a = A
credit_level-b = B
credit_level-c = C
credit_level-d = D

## Company sizes
list-company_size = 公司規模
company_size-under_10 = 少於 10 人
company_size-10_49 = 10–49 人
company_size-50_249 = 50–249 人
company_size-250_999 = 250–999 人
company_size-over_1000 = 1,000 人以上

## Territories
list-territory = 業務區域
territory-north = 北部
territory-central = 中部
territory-south = 南部
territory-east = 東部
territory-overseas = 海外

## Kinds of campaigns
list-campaign_kind = 活動類型
campaign_kind-trade_fair = 展會
campaign_kind-forum = 論壇
campaign_kind-seminar = 研討會
campaign_kind-webinar = 線上研討會
campaign_kind-edm = EDM
campaign_kind-direct_mail = 郵寄 DM
campaign_kind-referral_programme = 轉介計畫
campaign_kind-reactivation = 客戶再活化

## Campaign statuses
list-campaign_status = 活動狀態
campaign_status-planned = 規劃中
campaign_status-active = 進行中
campaign_status-completed = 已結束
campaign_status-aborted = 已中止

## Shipped statuses of campaign members
member_status-invited = 已邀請
member_status-registered = 已報名
member_status-attended = 已出席
member_status-visited_booth = 到訪攤位
member_status-left_card = 留下名片
member_status-no_show = 未到場
member_status-sent = 已寄出
member_status-opened = 已開信
member_status-clicked = 已點擊
member_status-replied = 已回覆
member_status-bounced = 退信
member_status-unsubscribed = 已取消訂閱

## Categories of costs
list-cost_category = 成本類別
cost_category-booth = 攤位
cost_category-travel = 差旅
cost_category-gifts = 贈品
cost_category-print = 印刷
cost_category-advertising = 廣告
cost_category-staff = 人力
cost_category-other = 其他

## Tiers of accounts
list-tier = 客戶分級
tier-strategic = 策略
tier-key = 重點
tier-general = 一般
tier-small = 小型

## Reasons for disqualifying a lead
list-disqualify_reason = 無效原因
disqualify_reason-dead_number = 空號
disqualify_reason-bounced_mail = 退信、退件
disqualify_reason-no_such_person = 查無此人
disqualify_reason-need_expired = 需求已過期
disqualify_reason-need_misjudged = 需求誤判
disqualify_reason-company_gone = 公司已停業
disqualify_reason-need_ended = 需求已消失
disqualify_reason-loyal_to_competitor = 忠於競爭對手
disqualify_reason-no_budget = 沒有預算
disqualify_reason-out_of_territory = 區域或產業不符
disqualify_reason-duplicate = 重複資料
disqualify_reason-competitor_or_supplier = 同業或供應商
disqualify_reason-other = 其他

## Reasons for losing a deal
list-lost_reason = 輸單原因
lost_reason-price = 價格
lost_reason-product_fit = 產品不符需求
lost_reason-competitor = 競爭對手
lost_reason-no_budget = 沒有預算
lost_reason-no_decision = 客戶未決定
lost_reason-timing = 時機不對
lost_reason-contact_lost = 失去聯繫
lost_reason-other = 其他

## Signals
list-signal = 行為訊號
signal-asked_quotation = 索取報價
signal-asked_sample = 索取樣品
signal-visited_booth = 到訪攤位
signal-attended = 出席活動
signal-replied = 回覆訊息
signal-watched = 觀看影片
signal-read = 閱讀內容

## Kinds of activities
list-activity_kind = 跟進類型
activity_kind-call = 電話
activity_kind-email = 郵件
activity_kind-visit = 拜訪
activity_kind-meeting = 會議
activity_kind-chat = 即時訊息
activity_kind-note = 備註
activity_kind-task = 任務
activity_kind-signal = 行為訊號

## Outcomes of activities
list-activity_outcome = 結果
activity_outcome-reached = 已接通
activity_outcome-no_answer = 無人回應
activity_outcome-wrong_number = 號碼錯誤
activity_outcome-number_dead = 空號
activity_outcome-bounced = 退信
activity_outcome-bad_timing = 時機不對

## Forecast categories
list-forecast_category = 預測類別
forecast_category-pipeline = 進行中
forecast_category-best_case = 樂觀預估
forecast_category-commit = 承諾
forecast_category-omitted = 不列入

## Outcomes of deals
list-outcome = 結果
outcome-open = 進行中
outcome-won = 贏單
outcome-lost = 輸單

## Pipelines and their stages
pipeline-general = 一般
pipeline-oem = OEM 代工
pipeline_stage-clarify_need = 釐清需求
pipeline_stage-proposal = 提案
pipeline_stage-quotation_or_sample = 報價或送樣
pipeline_stage-negotiation = 協商中
pipeline_stage-to_be_signed = 待簽約
pipeline_stage-project_talk = 專案洽談
pipeline_stage-rfq = 詢價（RFQ）
pipeline_stage-sample_test = 樣品測試
pipeline_stage-project_start = 專案啟動
pipeline_stage-design_verification = 設計驗證
pipeline_stage-pilot_run = 試產
pipeline_stage-mass_production = 量產
pipeline_stage-won = 贏單
pipeline_stage-lost = 輸單

## Order statuses
list-order_status = 訂單狀態
order_status-draft = 草稿
order_status-awaiting_approval = 待審核
order_status-confirmed = 已確認
order_status-cancelled = 已取消

## Roles of users
list-role = 角色
role-viewer = 檢視者
role-marketing = 行銷人員
role-bd = 商務開發
role-sales = 業務人員
role-director = 業務總監
role-admin = 系統管理員

## Rules of score and grade
score_rule-asked_quotation = 索取報價
score_rule-asked_sample = 索取樣品
score_rule-left_card = 留下名片
score_rule-attended = 出席活動
score_rule-replied = 回覆訊息
score_rule-visited_booth = 到訪攤位
score_rule-rating_hot = 評級為熱
score_rule-rating_warm = 評級為溫
score_rule-decision_maker = 決策者
score_rule-target_industry = 目標產業
score_rule-target_size = 目標公司規模
score_rule-in_territory = 位於目標業務區域
score_rule-private_domain = 私域來源
score_rule-complete = 資料完整
score_rule-competitor = 競爭對手
score_rule-dead_phone = 電話為空號
score_rule-bounced_mail = 郵件退信
score_rule-free_mail_only = 只有免費信箱
kind-assignment_rule = 分派規則
kind-assignment_rule-plural = 分派規則
field-users = 使用者
field-share = 分配方式
share-in_turn = 輪流
share-least_loaded = 分給未結名單最少的人
share-by_capacity = 依容量
share-best_performer = 給在該潛在客戶區域贏單率最高的人
list-share = 名單分配方式
