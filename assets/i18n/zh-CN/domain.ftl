### Words of the domain: kinds of records, fields, choices, rules.

## Kinds of records
kind-lead = 线索
kind-lead-plural = 线索
kind-campaign = 市场活动
kind-campaign-plural = 市场活动
kind-account = 客户
kind-account-plural = 客户
kind-contact = 联系人
kind-contact-plural = 联系人
kind-opportunity = 商机
kind-opportunity-plural = 商机
kind-order = 订单
kind-order-plural = 订单
kind-activity = 跟进
kind-activity-plural = 跟进
kind-user = 用户
kind-user-plural = 用户
kind-pool = 线索池
kind-pool-plural = 线索池
kind-import_batch = 导入批次
kind-import_batch-plural = 导入批次
kind-settings = 设置
kind-settings-plural = 设置
kind-custom_field = 自定义字段
kind-custom_field-plural = 自定义字段
kind-custom_kind = 自定义类型
kind-custom_kind-plural = 自定义类型
kind-saved_view = 已存视图
kind-saved_view-plural = 已存视图
kind-pair = 疑似重复
kind-pair-plural = 待确认的重复
kind-custom = 自定义记录
kind-custom-plural = 自定义记录

## Fields of every record
field-deleted_at = 删除时间

## Fields of persons: leads and contacts
field-name = 名称
field-lead-name = 姓名
field-contact-name = 姓名
field-nickname = 昵称
field-given_name = 名字
field-family_name = 姓氏
field-honorific = 称谓
field-latin_name = 英文姓名
field-job_title = 职务
field-department = 部门
field-phones = 电话
field-emails = 电子邮箱
field-wechat = 微信
field-line = LINE
field-whatsapp = WhatsApp
field-linkedin = 领英
field-website = 网站
field-address = 地址
field-handles = 其他账号
field-employments = 任职经历
field-birthday = 生日
field-gender = 性别
field-external_id = 外部编号
field-preferred_language = 首选语言
field-do_not_call = 请勿致电
field-do_not_mail = 请勿发信
field-consent_at = 同意时间
field-consent_by = 同意方式
field-tags = 标签
field-notes = 备注
field-memberships = 活动参与记录

## Fields of phones, mail addresses, addresses and handles
field-raw = 原始号码
field-kind = 类型
field-e164 = 国际格式
field-extension = 分机
field-state = 有效性
field-emails-address = 电子邮箱
field-country = 国家
field-region = 省份
field-city = 城市
field-street = 街道
field-postcode = 邮政编码
field-value = 账号

## Fields of employments, memberships and positions
field-company = 公司
field-title = 职务
field-from = 起始日期
field-to = 结束日期
field-batch = 导入批次
field-campaign = 市场活动
field-status = 状态
field-joined_at = 加入时间
field-responded_at = 回应时间
field-feedback = 反馈
field-history = 历史
field-at = 时间
field-account = 客户
field-decision_role = 决策角色
field-active = 在职

## Fields of leads
field-stage = 阶段
field-contact_state = 联系状态
field-response = 销售回应
field-response_reason = 回应原因
field-owner = 负责人
field-owner_why = 归属原因
field-owned_since = 归属时间
field-pool = 线索池
field-entered_pool_at = 进入线索池时间
field-steward = 经办人
field-source = 来源
field-channel = 渠道
field-captured_at = 采集时间
field-captured_by = 采集人
field-hall = 展馆
field-booth = 展位
field-supplier = 名单供应商
field-company_size = 公司规模
field-industry = 行业
field-product_interest = 产品兴趣
field-budget = 预算
field-time_frame = 采购时间
field-concerns = 顾虑
field-competitor = 竞争对手
field-need = 需求说明
field-intent = 意向
field-credit_level = 信用等级
field-gift = 赠品
field-rating = 评级
field-background = 背景
field-requirement = 需求
field-potential = 潜力
field-possibility = 可能性
field-hand_overs = 移交记录
field-disqualify_reason = 无效原因
field-wake_on = 唤醒日期
field-left_stage = 前一阶段
field-stage_reason = 阶段变更原因
field-merged_into = 合并至
field-converted_account = 转化后的客户
field-converted_contact = 转化后的联系人
field-converted_opportunity = 转化后的商机
field-usable_at = 转为可用时间
field-mql_at = 升为 MQL 时间
field-sql_at = 升为 SQL 时间
field-converted_at = 转化时间
field-stage_since = 进入当前阶段时间
field-created_results = 转化时新增
field-blocked = 暂停推进
field-territory = 销售区域
field-tax_id = 统一社会信用代码

## Fields of dimensions and hand-overs
field-score = 评分
field-a = 第一条
field-b = 第二条
field-pair-state = 状态
field-pair-score = 相似度
field-found_at = 发现时间
field-confirmed_on = 确认日期
field-decided_at = 决定时间
field-decided_by = 决定人
field-note = 说明
field-author = 记录人
field-reason = 原因
field-hand_overs-to = 移交给

## Fields of contacts
field-lead = 线索
field-accounts = 所属客户
field-reports_to = 直属上级

## Fields of campaigns
field-parent = 上级
field-campaign-parent = 上级活动
field-starts_on = 开始日期
field-ends_on = 结束日期
field-venue = 地点
field-team = 团队
field-currency = 币种
field-cost_lines = 成本明细
field-expected_revenue = 预期收入
field-expected_responses = 预期回应数
field-sent_count = 发送数
field-gifts = 赠品
field-audience = 目标受众
field-description = 描述
field-member_statuses = 成员状态

## Fields of cost lines and member statuses
field-date = 日期
field-category = 类别
field-amount = 金额
field-label = 名称
field-order = 顺序
field-responded = 计为回应
field-is_default = 默认

## Fields of accounts
field-aliases = 别名
field-domain = 域名
field-addresses = 地址
field-size = 公司规模
field-employees = 员工人数
field-annual_revenue = 年营业额
field-account-parent = 母公司
field-account-pool = 客户池
field-tier = 客户分级
field-user = 用户
field-role = 角色

## Fields of opportunities
field-opportunity-name = 商机名称
field-contacts = 联系人
field-opportunity-campaign = 主要市场活动
field-pipeline = 销售流程
field-stage_history = 阶段历史
field-probability = 概率
field-probability_overridden = 概率为手动设置
field-closes_on = 预计成交日
field-forecast_category = 预测类别
field-lines = 产品明细
field-competitors = 竞争对手
field-next_step = 下一步
field-lost_reason = 输单原因
field-lost_competitor = 输给
field-lost_in = 输单阶段
field-outcome = 结果
field-closed_at = 结案时间

## Fields of parties, stages and product lines
field-contact = 联系人
field-entered_at = 进入时间
field-left_at = 离开时间
field-by = 操作人
field-product = 产品
field-quantity = 数量
field-list_price = 标价
field-unit_price = 单价
field-discount = 折扣 %

## Fields of orders
field-number = 编号
field-order-number = 订单编号
field-opportunity = 商机
field-ordered_on = 订单日期
field-special_requirements = 特殊要求
field-confirmed_at = 确认时间
field-submitted_by = 提交人
field-approved_by = 审批人
field-approval_reason = 审批意见

## Fields of activities
field-about = 相关记录
field-duration = 时长
field-text = 内容
field-due = 期限
field-done_at = 完成时间
field-assignee = 执行人
field-reminder = 提醒时间
field-signal = 行为信号

## Fields of users and pools
field-user-name = 姓名
field-login = 登录名
field-manager = 上级
field-language = 语言
field-inactive = 已停用
field-cap = 每人持有上限
field-user-cap = 持有上限
field-members = 成员
field-admins = 管理员
field-claimable_from = 可认领的起始阶段
field-hides_contact_data = 认领后才显示联系方式
field-claims_per_day = 每日认领上限
field-batch_maximum = 单次认领上限
field-days_before_reclaim = 原负责人再次认领的间隔天数
field-days_held = 首次认领前的保留天数
field-is_intake = 待整理池

## Fields of imports
field-file = 文件
field-file_hash = 文件指纹
field-encoding = 编码
field-delimiter = 分隔符
field-sheet = 工作表
field-header_row = 标题行
field-header_signature = 标题行特征
field-mapping = 字段映射
field-rows = 读取行数
field-new = 新增
field-updated = 更新
field-skipped = 跳过
field-rejected = 退回
field-imported_at = 导入时间
field-imported_by = 导入人
field-undone_at = 撤销时间
field-command = 命令编号

## Fields of settings
field-settings-currency = 本位币
field-settings-country = 默认国家
field-time_zone = 时区
field-mql_score = MQL 最低评分
field-mql_grade = MQL 最低等级
field-sql_sum = SQL 最低维度合计
field-target_industries = 目标行业
field-target_sizes = 目标公司规模
field-target_territories = 目标销售区域
field-half_life_days = 行为分数半衰期（天）
field-score_points = 评分规则分数
field-rule = 规则
field-points = 分数
field-evidence_weights = 重复判定的证据权重
field-conversion_map = 转化字段对应
field-evidence = 证据
field-weight = 权重
field-same_from = 判定为同一人的最低分
field-review_from = 需人工确认的最低分
field-exchange_rates = 汇率表
field-exchange_rates-from = 生效日期
field-sales_targets = 业绩目标
field-rate = 汇率
field-competitor_names = 竞争对手名单
field-idle_days = 闲置天数阈值
field-order_prefix = 订单编号前缀
field-theme = 外观
field-is_sample = 示例数据

## Fields of saved views
field-filter = 筛选条件
field-sort = 排序
field-group = 分组
field-columns = 列
field-shared = 共享

## Fields of custom fields and kinds
field-kind_number = 所属类型
field-tag = 字段编号
field-custom_field-name = 字段代码
field-custom_kind-name = 类型代码
field-label_en = 英文名称
field-label_zh_tw = 繁体中文名称
field-label_zh_cn = 简体中文名称
field-shape = 数据类型
field-choices = 选项

## Types of data of custom fields
list-custom_shape = 数据类型
custom_shape-text = 文本
custom_shape-number = 数字
custom_shape-money = 金额
custom_shape-date = 日期
custom_shape-yes_no = 是或否
custom_shape-picklist = 下拉列表
custom_shape-multi_picklist = 多选下拉列表

## Stages of a lead
list-stage = 阶段
stage-unsorted = 未整理
stage-usable = 可用
stage-mql = MQL
stage-sql = SQL
stage-converted = 已转化
stage-nurturing = 培育
stage-disqualified = 无效
stage-merged = 已合并
list-pair_state = 状态
pair_state-open = 待确认
pair_state-apart = 不是同一个
pair_state-merged = 已合并

## Contact states
list-contact_state = 联系状态
contact_state-not_contacted = 未联系
contact_state-attempted = 已尝试
contact_state-connected = 已接通
contact_state-bad_timing = 时机不对

## Responses of sales
list-response = 销售回应
response-accepted = 认可
response-not_accepted = 不认可
response-not_reached = 没联系上

## Ratings
list-rating = 评级
rating-hot = 热（A）
rating-warm = 温（B）
rating-cold = 冷（C）
rating-none = 无意向（D）

## Grades
grade-label = 等级

## Decision roles
list-decision_role = 决策角色
decision_role-decision_maker = 决策者
decision_role-budget_holder = 预算负责人
decision_role-technical_evaluator = 技术评估者
decision_role-user = 使用者
decision_role-influencer = 影响者
decision_role-purchasing = 采购
decision_role-champion = 支持者
decision_role-blocker = 反对者
decision_role-gatekeeper = 把关人

## Kinds of phone numbers
list-phone_kind = 电话类型
phone_kind-mobile = 手机
phone_kind-landline = 座机
phone_kind-fax = 传真
phone_kind-other = 其他

## Validity of phones, mail addresses and addresses
list-channel_state = 有效性
channel_state-unverified = 未验证
channel_state-ok = 有效
channel_state-dead = 空号
channel_state-bounced = 退信
channel_state-returned = 退件

## Sources
list-source = 来源
source-trade_fair = 展会
source-seminar = 研讨会
source-web_form = 网站表单
source-referral = 转介绍
source-executive_cards = 高管名片
source-cold_visit = 陌生拜访
source-call_in = 来电咨询
source-direct_mail = 直邮
source-private_community = 私域社群
source-public_platform = 公域平台
source-partner = 合作伙伴
source-sales_sourced = 销售自主开发

## Channels
list-channel = 渠道
channel-site = 官网
channel-blog = 博客
channel-official_account = 公众号
channel-live = 直播
channel-mall = 电商平台
channel-community = 社群

## Industries
list-industry = 行业
industry-electronics = 电子
industry-machinery = 机械
industry-food = 食品
industry-packaging = 包装
industry-medical = 医疗
industry-automotive = 汽车
industry-textile = 纺织
industry-chemicals = 化工
industry-logistics = 物流
industry-software = 软件
industry-retail = 零售
industry-services = 服务业

## Products
list-product = 产品

## Intents
list-intent = 意向
intent-high = 高
intent-medium = 中
intent-low = 低

## Credit levels
list-credit_level = 信用等级
credit_level-a = A
credit_level-b = B
credit_level-c = C
credit_level-d = D

## Company sizes
list-company_size = 公司规模
company_size-under_10 = 少于 10 人
company_size-10_49 = 10–49 人
company_size-50_249 = 50–249 人
company_size-250_999 = 250–999 人
company_size-over_1000 = 1,000 人以上

## Territories
list-territory = 销售区域
territory-north = 北部
territory-central = 中部
territory-south = 南部
territory-east = 东部
territory-overseas = 海外

## Kinds of campaigns
list-campaign_kind = 活动类型
campaign_kind-trade_fair = 展会
campaign_kind-forum = 论坛
campaign_kind-seminar = 研讨会
campaign_kind-webinar = 线上研讨会
campaign_kind-edm = 邮件营销（EDM）
campaign_kind-direct_mail = 直邮
campaign_kind-referral_programme = 转介绍计划
campaign_kind-reactivation = 客户唤醒

## Campaign statuses
list-campaign_status = 活动状态
campaign_status-planned = 计划中
campaign_status-active = 进行中
campaign_status-completed = 已结束
campaign_status-aborted = 已中止

## Shipped statuses of campaign members
member_status-invited = 已邀请
member_status-registered = 已报名
member_status-attended = 已出席
member_status-visited_booth = 到访展位
member_status-left_card = 留下名片
member_status-no_show = 未到场
member_status-sent = 已发送
member_status-opened = 已打开
member_status-clicked = 已点击
member_status-replied = 已回复
member_status-bounced = 退信
member_status-unsubscribed = 已退订

## Categories of costs
list-cost_category = 成本类别
cost_category-booth = 展位
cost_category-travel = 差旅
cost_category-gifts = 赠品
cost_category-print = 印刷
cost_category-advertising = 广告
cost_category-staff = 人力
cost_category-other = 其他

## Tiers of accounts
list-tier = 客户分级
tier-strategic = 战略
tier-key = 重点
tier-general = 一般
tier-small = 小型

## Reasons for disqualifying a lead
list-disqualify_reason = 无效原因
disqualify_reason-dead_number = 空号
disqualify_reason-bounced_mail = 退信、退件
disqualify_reason-no_such_person = 查无此人
disqualify_reason-need_expired = 需求已过期
disqualify_reason-need_misjudged = 需求误判
disqualify_reason-company_gone = 公司已停业
disqualify_reason-need_ended = 需求已消失
disqualify_reason-loyal_to_competitor = 忠于竞争对手
disqualify_reason-no_budget = 没有预算
disqualify_reason-out_of_territory = 区域或行业不符
disqualify_reason-duplicate = 重复数据
disqualify_reason-competitor_or_supplier = 同行或供应商
disqualify_reason-other = 其他

## Reasons for losing a deal
list-lost_reason = 输单原因
lost_reason-price = 价格
lost_reason-product_fit = 产品不符需求
lost_reason-competitor = 竞争对手
lost_reason-no_budget = 没有预算
lost_reason-no_decision = 客户未决策
lost_reason-timing = 时机不对
lost_reason-contact_lost = 失去联系
lost_reason-other = 其他

## Signals
list-signal = 行为信号
signal-asked_quotation = 索要报价
signal-asked_sample = 索要样品
signal-visited_booth = 到访展位
signal-attended = 出席活动
signal-replied = 回复消息
signal-watched = 观看视频
signal-read = 阅读内容

## Kinds of activities
list-activity_kind = 跟进类型
activity_kind-call = 电话
activity_kind-email = 邮件
activity_kind-visit = 拜访
activity_kind-meeting = 会议
activity_kind-chat = 即时消息
activity_kind-note = 备注
activity_kind-task = 任务
activity_kind-signal = 行为信号

## Outcomes of activities
list-activity_outcome = 结果
activity_outcome-reached = 已接通
activity_outcome-no_answer = 无人应答
activity_outcome-wrong_number = 号码错误
activity_outcome-number_dead = 空号
activity_outcome-bounced = 退信
activity_outcome-bad_timing = 时机不对

## Forecast categories
list-forecast_category = 预测类别
forecast_category-pipeline = 进行中
forecast_category-best_case = 乐观预估
forecast_category-commit = 承诺
forecast_category-omitted = 不计入

## Outcomes of deals
list-outcome = 结果
outcome-open = 进行中
outcome-won = 赢单
outcome-lost = 输单

## Pipelines and their stages
pipeline-general = 通用
pipeline-oem = OEM 代工
pipeline_stage-clarify_need = 明确需求
pipeline_stage-proposal = 提交方案
pipeline_stage-quotation_or_sample = 报价或送样
pipeline_stage-negotiation = 商务谈判
pipeline_stage-to_be_signed = 待签约
pipeline_stage-project_talk = 项目洽谈
pipeline_stage-rfq = 询价（RFQ）
pipeline_stage-sample_test = 样品测试
pipeline_stage-project_start = 项目立项
pipeline_stage-design_verification = 设计验证
pipeline_stage-pilot_run = 试产
pipeline_stage-mass_production = 量产
pipeline_stage-won = 赢单
pipeline_stage-lost = 输单

## Order statuses
list-order_status = 订单状态
order_status-draft = 草稿
order_status-awaiting_approval = 待审批
order_status-confirmed = 已确认
order_status-cancelled = 已取消

## Roles of users
list-role = 角色
role-viewer = 查看者
role-marketing = 市场人员
role-bd = 商务拓展
role-sales = 销售人员
role-director = 销售总监
role-admin = 系统管理员

## Rules of score and grade
score_rule-asked_quotation = 索要报价
score_rule-asked_sample = 索要样品
score_rule-left_card = 留下名片
score_rule-attended = 出席活动
score_rule-replied = 回复消息
score_rule-visited_booth = 到访展位
score_rule-rating_hot = 评级为热
score_rule-rating_warm = 评级为温
score_rule-decision_maker = 决策者
score_rule-target_industry = 目标行业
score_rule-target_size = 目标公司规模
score_rule-in_territory = 位于目标销售区域
score_rule-private_domain = 私域来源
score_rule-complete = 资料完整
score_rule-competitor = 竞争对手
score_rule-dead_phone = 电话为空号
score_rule-bounced_mail = 邮件退信
score_rule-free_mail_only = 只有免费邮箱
kind-assignment_rule = 分派规则
kind-assignment_rule-plural = 分派规则
field-users = 用户
field-share = 分配方式
share-in_turn = 轮流
share-least_loaded = 分给未结线索最少的人
share-by_capacity = 按容量
share-best_performer = 给在该线索区域赢单率最高的人
list-share = 线索分配方式
