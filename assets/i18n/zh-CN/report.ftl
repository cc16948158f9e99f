# 报表：标题、列、指标及定义、未计入项目的说明。

error-empty-window = { $from } 到 { $to } 之间没有任何一天：期间不含结束日。请选择更晚的结束日。

## 报表
report-fair_result = 展会成果
report-fair_result-explain = 一场展会或其他市场活动带来了什么、花了多少、后来如何，每项指标一行。
report-campaign_roi = 市场活动投资回报
report-campaign_roi-explain = 哪个市场活动值得：活动自身的数据，以及包含所有下级活动的数据；每笔成本、每条线索、每张订单只计一次。
report-cost_per_lead = 单条线索成本
report-cost_per_lead-explain = 从名片到成交，每一步单条线索的成本，按市场活动列出。
report-valid_rate = 各市场活动有效率
report-valid_rate-explain = 每个市场活动带来的数据质量如何。
report-valid_rate_by_supplier = 各名单供应商有效率
report-valid_rate_by_supplier-explain = 每家名单供应商提供的数据质量如何。
report-response_rate = 回应率
report-response_rate-explain = 市场活动触达的对象中，有多少人作出回应。
report-funnel = 同批漏斗
report-funnel-explain = 期间内采集的线索走到多远，不论后来如何。每条只计一次，按最远的阶段计入该阶段及之前的所有阶段。
report-funnel_period = 各阶段新进数
report-funnel_period-explain = 期间内进入各阶段的数量，不论何时采集。请勿与同批漏斗混用。
report-acceptance_rate = 销售认可情况
report-acceptance_rate-explain = 销售对市场移交线索的回应，按市场活动列出。
report-contact_rate = 接通率
report-contact_rate-explain = 尝试联系过的对象中，有多少人联系上了，按市场活动列出。
report-idle_rate = 闲置率
report-idle_rate-explain = 已有负责人的线索中，目前有多少无人跟进，按负责人列出。
report-cards_per_hour = 每小时收到名片
report-cards_per_hour-explain = 期间内的线索是在哪些时段采集的，以工作区的时区计。
report-cards_by_person = 各人收到名片
report-cards_by_person-explain = 期间内的线索由谁采集。
report-first_contact = 72 小时板
report-first_contact-explain = 期间内每条线索在采集后多久有人第一次尝试联系，按目前的等级分列。
report-invalid_reasons = 无效原因
report-invalid_reasons-explain = 期间内采集的线索因何被判定无效。
report-win_rate = 赢单率
report-win_rate-explain = 期间内结案的商机中，有多少赢单，按负责人列出。
report-weighted_pipeline = 加权商机金额
report-weighted_pipeline-explain = 进行中的商机按赢单概率加权后的金额，按阶段列出。

report-window = { $from } 起，{ $to } 之前
report-window-from = { $from } 起
report-window-to = { $to } 之前
not-applicable = 不适用

## 列
column-metric = 指标
column-value = 数值
column-unit = 单位
column-campaign = 市场活动
column-campaign_id = 市场活动 ID
column-level = 层级
column-owner = 负责人
column-owner_id = 负责人 ID
column-supplier = 名单供应商
column-day = 日期
column-hour = 小时
column-person = 人员
column-person_id = 人员编号
column-grade = 等级
column-reason = 原因
column-funnel_stage = 阶段
column-pipeline = 销售流程
column-pipeline_stage = 阶段

## 单位
unit-count = 条
unit-percent = %
unit-money = 金额
unit-number = 数值
unit-days = 天
unit-date = 日期
unit-text = 文本
unit-id = ID
unit-any = 见各行

## 不属于任何记录的行
group-all = 合计（不重复计算）
group-no_campaign = （无市场活动）
group-no_owner = （无负责人）
group-no_supplier = （无供应商）
group-no_person = （未注明人员）
group-no_reason = （没有原因）

## 漏斗的阶段
funnel_stage-unsorted = 未整理
funnel_stage-usable = 可用
funnel_stage-mql = MQL
funnel_stage-sql = SQL
funnel_stage-opportunity = 商机
funnel_stage-won = 成交
funnel_stage-repeat = 复购

## 指标
metric-cards = 名片数
metric-cards-explain = 期间内采集的线索。已合并到其他线索的不再重复计算。
metric-judged = 已核实
metric-judged-explain = 电话、邮箱或地址已试过，或因数据错误而判为无效的线索。
metric-valid = 有效
metric-valid-explain = 已核实、至少有一项电话、邮箱或地址可用，且未因数据错误而判为无效的线索。
metric-valid_rate = 有效率
metric-valid_rate-explain = 有效 ÷ 已核实。尚未试过的线索两边都不计。
metric-duplicates = 重复名片
metric-duplicates-explain = 市场活动导入文件中，匹配到已有人员的行。已撤销的导入不计。
metric-unsorted = 未整理
metric-unsorted-explain = 曾到过第一个阶段的线索，即全部名片。
metric-usable = 可用
metric-usable-explain = 最远到过“可用”或更靠后阶段的线索，不论后来如何。
metric-mql = MQL
metric-mql-explain = 最远到过 MQL 或更靠后阶段的线索，不论后来如何。
metric-sql = SQL
metric-sql-explain = 最远到过 SQL 或更靠后阶段的线索，不论后来如何。
metric-opportunities = 商机
metric-opportunities-explain = 期间内创建、以此为主要市场活动的商机。
metric-won = 赢单
metric-won-explain = 期间内以赢单结案的商机。
metric-lost = 输单
metric-lost-explain = 期间内以输单结案的商机。
metric-revenue = 成交金额
metric-revenue-explain = 期间内、其商机以此为主要市场活动的已确认订单总额，按订单日汇率折算为本位币。草稿、待审批和已取消的订单不计。
metric-cost = 实际成本
metric-cost-explain = 期间内的成本明细总额，按明细日期的汇率折算为本位币。没有日期的明细计在活动第一天。
metric-campaign_roi = 投资回报率
metric-campaign_roi-explain = （成交金额 − 实际成本）÷ 实际成本。没有成本时不适用。
metric-subtree_cards = 名片数（含下级）
metric-subtree_cards-explain = 此活动及所有下级活动的名片数，每张只计一次。
metric-subtree_valid = 有效（含下级）
metric-subtree_valid-explain = 此活动及所有下级活动的有效线索，每条只计一次。
metric-subtree_cost = 成本（含下级）
metric-subtree_cost-explain = 此活动及所有下级活动的实际成本，每笔明细只计一次。
metric-subtree_revenue = 成交金额（含下级）
metric-subtree_revenue-explain = 此活动及所有下级活动的成交金额，每张订单只计一次。
metric-subtree_roi = 投资回报率（含下级）
metric-subtree_roi-explain = 此活动及所有下级活动的（成交金额 − 实际成本）÷ 实际成本；每笔成本和订单只计一次。
metric-subtree_cost_per_valid_lead = 单条有效线索成本（含下级）
metric-subtree_cost_per_valid_lead-explain = 此活动及所有下级活动的实际成本 ÷ 有效线索。
metric-cost_per_lead = 单条线索成本
metric-cost_per_lead-explain = 实际成本 ÷ 名片数。
metric-cost_per_valid_lead = 单条有效线索成本
metric-cost_per_valid_lead-explain = 实际成本 ÷ 有效线索。
metric-cost_per_mql = 单个 MQL 成本
metric-cost_per_mql-explain = 实际成本 ÷ 到过 MQL 的线索。
metric-cost_per_sql = 单个 SQL 成本
metric-cost_per_sql-explain = 实际成本 ÷ 到过 SQL 的线索。
metric-cost_per_opportunity = 单个商机成本
metric-cost_per_opportunity-explain = 实际成本 ÷ 商机。
metric-cost_per_win = 单个赢单成本
metric-cost_per_win-explain = 实际成本 ÷ 赢单的商机。
metric-handed_over = 移交
metric-handed_over-explain = 移交给销售的次数。移交两次的线索计两次，点开后只列一次。
metric-accepted = 认可
metric-accepted-explain = 销售认可的移交。
metric-not_accepted = 不认可
metric-not_accepted-explain = 销售不认可的移交，各附原因。
metric-not_reached = 没联系上
metric-not_reached-explain = 销售没联系上对方的移交。
metric-awaiting_response = 待回复
metric-awaiting_response-explain = 销售尚未回复的移交。
metric-acceptance_rate = 认可率
metric-acceptance_rate-explain = 认可的移交 ÷ 全部移交，包含尚未回复的。
metric-attempted = 已尝试联系
metric-attempted-explain = 有人打过电话、发过邮件、见过面、拜访过或发过消息的线索。
metric-reached = 已联系上
metric-reached-explain = 已尝试联系，且至少一次联系到本人的线索。
metric-contact_rate = 接通率
metric-contact_rate-explain = 已联系上 ÷ 已尝试联系。
metric-grade_a = A 级
metric-grade_a-explain = 目前等级为 A 或 A− 的名片。
metric-grade_b = B 级
metric-grade_b-explain = 目前等级为 B+、B 或 B− 的名片。
metric-grade_c = C 级
metric-grade_c-explain = 目前等级为 C+、C 或 C− 的名片。
metric-grade_d = D 级
metric-grade_d-explain = 目前等级为 D+ 或 D 的名片。
metric-members = 成员数
metric-members-explain = 参与此市场活动的线索，不论来源。
metric-contacted = 触达数
metric-contacted-explain = 市场活动填写的发送数；未填则为全部成员。
metric-responded = 已回应
metric-responded-explain = 曾有“算作回应”状态的成员。
metric-response_rate = 回应率
metric-response_rate-explain = 已回应的成员 ÷ 触达数。
metric-ever_reached = 曾到过
metric-ever_reached-explain = 同批中最远到过此阶段或更靠后阶段的线索。商机：已产生商机。成交：商机已赢单。复购：其客户至少有两张已确认的订单。
metric-share_of_first = 占全部
metric-share_of_first-explain = 曾到过此阶段的线索 ÷ 同批全部线索。
metric-share_of_previous = 占上一阶段
metric-share_of_previous-explain = 曾到过此阶段的线索 ÷ 曾到过上一阶段的线索。
metric-furthest = 止于此阶段
metric-furthest-explain = 最远到此阶段的线索，包含输单和无效的。各阶段相加即为同批总数。
metric-entries = 新进数
metric-entries-explain = 期间内首次进入此阶段的数量。复购：此前已下过单的客户的订单。
metric-within_4_hours = 4 时内
metric-within_4_hours-explain = 采集后 4 小时内（或更早）就有人尝试联系的线索。
metric-within_24_hours = 4–24 时
metric-within_24_hours-explain = 采集后超过 4 小时、24 小时内有人第一次尝试联系的线索。
metric-within_48_hours = 24–48 时
metric-within_48_hours-explain = 采集后超过 24 小时、48 小时内有人第一次尝试联系的线索。
metric-within_72_hours = 48–72 时
metric-within_72_hours-explain = 采集后超过 48 小时、72 小时内有人第一次尝试联系的线索。
metric-after_72_hours = 超 72 时
metric-after_72_hours-explain = 采集后超过 72 小时才有人第一次尝试联系的线索。
metric-untouched = 未联系
metric-untouched-explain = 还没有人尝试联系的线索：没有电话、邮件、拜访、会议或聊天。
metric-disqualified = 无效
metric-disqualified-explain = 目前为无效的线索，按原因分列。
metric-share_of_disqualified = 占比
metric-share_of_disqualified-explain = 某一原因的无效线索 / 全部无效线索。
metric-assigned_open = 已分配且进行中
metric-assigned_open-explain = 有负责人且进行中的线索：未整理、可用、MQL 或 SQL。
metric-idle = 闲置
metric-idle-explain = 已分配且进行中、超过设定天数（默认 14 天）没有跟进的线索；从最后一次跟进或负责人接手日起算，取较晚者。
metric-idle_rate = 闲置率
metric-idle_rate-explain = 闲置 ÷ 已分配且进行中。
metric-win_rate = 赢单率
metric-win_rate-explain = 赢单 ÷（赢单 + 输单），按期间内结案的商机计算。
metric-won_amount = 赢单金额
metric-won_amount-explain = 赢单商机的金额总和，按结案日汇率折算为本位币。
metric-lost_amount = 输单金额
metric-lost_amount-explain = 输单商机的金额总和，按结案日汇率折算为本位币。
metric-win_rate_by_amount = 赢单率（按金额）
metric-win_rate_by_amount-explain = 赢单金额 ÷（赢单金额 + 输单金额），按期间内结案的商机计算。
metric-open_opportunities = 进行中商机
metric-open_opportunities-explain = 尚未赢单或输单、预计在期间内成交的商机。
metric-open_amount = 进行中金额
metric-open_amount-explain = 进行中商机的金额总和，按今天的汇率折算为本位币。
metric-weighted_pipeline = 加权金额
metric-weighted_pipeline-explain = 进行中商机的金额 × 赢单概率的总和，不含赢单和输单。

## 未计入项目的说明
note-without-rate = { $of ->
    [cost] { $count } 笔 { $currency } 成本
    [order] { $count } 张 { $currency } 订单
   *[opportunity] { $count } 个 { $currency } 商机
    }未计入：当天没有汇率。请在设置中补上汇率。
note-without-amount = { $of ->
    [cost] { $count } 笔成本
    [order] { $count } 张订单
   *[opportunity] { $count } 个商机
    }没有金额，按零计入。
note-without-date = { $of ->
    [cost] { $count } 笔成本
    [order] { $count } 张订单
   *[opportunity] { $count } 个商机
    }未计入：没有日期，无法判断是否在期间内。
note-too-large = { $of ->
    [cost] { $count } 笔成本
    [order] { $count } 张订单
   *[opportunity] { $count } 个商机
    }未计入：金额大得不合理。
note-merged-leads = { $count } 条线索已合并到其他线索，由后者代表。
note-leads-without-capture = { $count } 条线索未计入：没有采集时间。
note-orders-without-campaign = { $count } 张已确认的订单不属于任何市场活动，未计入。
note-deals-without-date = { $count } 个商机或订单未计入：没有日期，无法判断是否在期间内。
note-cost-needs-campaign = 筛选条件未指定市场活动。成本属于市场活动，因此成本、投资回报率和各项单位成本不适用。
note-whole-campaigns = 筛选条件未指定市场活动。市场活动按其全部线索评估，因此未应用筛选。
note-without-window = 此报表不分期间计算，未应用指定的期间。
