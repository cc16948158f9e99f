### What a person can do, and what a rule says when it refuses.

## Rights; as a heading, and filled into { $right }
right-create_leads = 新建线索
right-import = 导入文件
right-edit_leads = 编辑线索
right-merge = 合并记录
right-assign = 分配线索
right-claim = 认领线索
right-respond = 回应移交
right-convert = 转化线索
right-edit_accounts = 编辑客户和联系人
right-edit_campaigns = 编辑市场活动
right-edit_deals = 编辑商机和订单
right-approve_discounts = 审批折扣
right-edit_activities = 编辑跟进和任务
right-delete = 删除和还原
right-edit_rules = 编辑线索池和规则
right-administer = 管理工作区
right-undo = 撤销自己的操作
right-export = 导出

## Commands: a short phrase, also after “Undo”, and a sentence for the list of commands
command-create = 新建
command-create-about = 新建一条任意类型的记录。
command-set = 更改字段
command-set-about = 更改一条或多条记录的字段。
command-delete = 删除
command-delete-about = 将记录移到回收站。
command-restore = 还原
command-restore-about = 将记录从回收站还原。
command-qualify = 合格化评分
command-qualify-about = 为合格化的各个维度评 0 到 3 分，并附上依据。
command-stage = 更改阶段
command-stage-about = 将线索移到另一个阶段；角色允许时，未满足条件的可写明理由后放行。
command-claim = 认领
command-claim-about = 从线索池认领线索。
command-return = 退回线索池
command-return-about = 将线索退回线索池；未指定时退回默认的线索池。
command-assign = 分配
command-assign-about = 将线索分配给用户，或移到线索池。
command-assign_by_rules = 按规则分派
command-assign_by_rules-about = 按分派规则或其中一条规则，将线索分派给人员或线索池。
command-respond = 回应移交
command-respond-about = 记录销售对移交过来的线索是否认可。
command-log = 记录跟进
command-log-about = 为一条或多条记录添加跟进。
command-add_to_campaign = 加入市场活动
command-add_to_campaign-about = 将线索加入市场活动，或更改其成员状态。
command-convert = 转化
command-convert-about = 将同一家公司的线索转化为客户、联系人和商机。
command-unconvert = 取消转化
command-unconvert-about = 取消一次转化；前提是没有其他记录依赖转化的结果。
command-advance = 推进商机
command-advance-about = 将商机移到销售流程中的某个阶段。
command-nurture = 送回培育
command-nurture-about = 以某个原因结束进行中的商机，并把来源的线索送回培育，到指定日期再唤回。
command-place_order = 创建订单
command-place_order-about = 创建订单；确认之前为草稿。
command-confirm_order = 确认订单
command-confirm_order-about = 确认订单；折扣需要审批时，改为提交审批。
command-approve_order = 审批订单
command-approve_order-about = 批准或驳回折扣超过上限的订单。
command-cancel_order = 取消订单
command-cancel_order-about = 取消订单，并写明原因。
command-merge = 合并
command-merge-about = 将同一个人或同一家公司的多条记录合并为一条。
command-tell_apart = 不是同一个
command-tell_apart-about = 记住两条记录不是同一个人或同一家公司。
command-note_pairs = 加入待确认
command-note_pairs-about = 将可能重复的记录放到待确认列表，由人判断。
command-add_field = 新增字段
command-add_field-about = 为线索、联系人、客户、商机或市场活动新增自定义字段；用“set”修改，用“delete”停用。
command-begin_in = 选择语言
command-begin_in-about = 设置工作区起始的语言；尚未改名的线索池会以该语言命名。
command-note_export = 导出
command-note_export-about = 在变更历史中记下有记录导出到文件，不会变动任何数据。
exported-all = 全部
exported-picked = 逐条选取
exported-filter = 筛选：{ $filter }
pool-name-intake = 待分派
pool-name-sales = 销售线索池
command-map_field = 更改线索字段的去处
command-map_field-about = 转化时，把线索的字段带到客户、联系人或商机的其他字段，或不带入。
command-take_changes = 并回文件中的修改
command-take_changes-about = 将先前导出、现已交回的文件中修改过的内容并回。
command-import = 导入
command-import-about = 将文件中的数据行导入为线索。
command-undo = 撤销
command-undo-about = 撤销一项操作；之后又更改过的内容会保留并列出。
command-redo = 重做
command-redo-about = 重做最近一次撤销的操作。
command-sample = 载入示例数据
command-sample-about = 在没有线索的工作区载入示例数据。
command-remove_sample = 移除示例数据
command-remove_sample-about = 移除示例数据，以及在示例上所做的更改。
command-set_up = 创建工作区
command-set_up-about = 创建新工作区的初始内容：设置、两个线索池和第一位用户。
command-follow_pairs = 更新重复配对
command-follow_pairs-about = 将早先已转化或合并的线索所在的配对，改为其现有记录的配对。

## Conditions of the gates
gate-name = 已填姓名
gate-company = 已填公司
gate-reachable = 有可联系到本人的电话或电子邮箱
gate-score = 评分
gate-grade = { grade-label }
gate-not_blocked = 未暂停推进
gate-background = { field-background }
gate-requirement = { field-requirement }
gate-potential = { field-potential }
gate-possibility = { field-possibility }
gate-dimension_sum = 四个维度合计

## What speaks for and against two records being the same
weight-bare-name = 姓名相同，而其中一张名片没有其他资料
weight-name-domain = 姓名与域名相同
weight-name-landline = 姓名与座机相同
weight-name-birthday = 姓名与生日相同
weight-name-street = 姓名与街道地址相同，且没有公司
weight-home-city = 城市相同，且没有公司
weight-home-postcode = 邮编相同，且没有公司
weight-partial-name = 姓名不同但有共同的字词
evidence-same-mobile = 手机相同
evidence-similar-mobile = 手机只差一处，可能是笔误
evidence-same-mail = 电子邮箱相同
evidence-similar-mail = 电子邮件只差一点
evidence-same-handle = 通讯账号相同
evidence-same-name = 姓名相同
evidence-similar-name = 姓名相近
evidence-same-name-company = 同名同公司
evidence-pinyin-company = 同公司，且姓名的拼音相符
evidence-same-company = 公司相同
evidence-same-domain = 域名相同
evidence-same-landline = 座机相同
evidence-same-tax-id = 统一社会信用代码相同
evidence-same-birthday = 生日相同
evidence-similar-birthday = 生日相近，可能是笔误
evidence-same-birth-year = 出生年份相同
evidence-same-street = 街道地址相同
evidence-same-city = 城市相同
evidence-same-postcode = 邮政编码相同
evidence-similar-city = 城市只差一点
evidence-similar-postcode = 邮政编码只差一位
evidence-same-house = 门牌号码相同
evidence-similar-street = 街道地址大致相同
evidence-different-mobile = 手机不同
evidence-different-mail = 电子邮箱不同
evidence-different-name = 姓名不同
evidence-different-company = 公司不同
evidence-different-branch = 同公司但分支机构或所在地不同
evidence-different-tax-id = 税号不同
evidence-different-domain = 网站或邮箱域名不同
evidence-different-city = 城市不同
evidence-different-birthday = 生日不同

## What an import does with someone who is known already
on_match-fill = 只补空白字段
on_match-overwrite = 用文件内容覆盖
on_match-keep = 只补电话、电子邮箱和市场活动
on_match-skip = 只加入市场活动
on_match-new = 每一行都新建为线索

## What is wrong with a row
problem-nobody = 此行没有姓名、公司、电话或电子邮箱，无法得知是谁，因此未导入。请在文件中补上任意一项，再重新导入此行。

## Who may
error-no-right = 您的角色没有“{ $right }”的权限。没有任何数据变动。请找有这项权限的人处理，或请系统管理员调整您的角色。
error-not-yours = 您的角色只能对自己或所属团队的记录这样做，这条不在其中。没有任何数据变动。请找负责人处理；线索池里的线索要先认领，或请人分配给您。
error-nobody-acts = 目前没有人登录，不知道是谁要认领。没有任何数据变动。请先登录，或在命令行用 --as 指定用户，再试一次。

## Records and their fields
error-no-such-record = 这条记录不存在，或已在回收站里（{ $kind }，{ $id }）。没有任何数据变动。请从回收站还原，或改选其他记录。
error-unknown-field = “{ $kind }”没有“{ $field }”这个字段。没有任何数据变动。请检查字段名称，再试一次。
error-bad-value = 这个值不适用于字段“{ $field }”，该字段接受：{ $expected }。没有任何数据变动。请更正后再试一次。
error-custom-field-kind = 只有线索、联系人、客户、商机和市场活动可以有自定义字段。没有任何数据变动。
error-custom-field-name = “{ $field }”不能用作字段名称。没有任何数据变动。名称须以文字开头，只能使用文字、数字和 _。
error-custom-field-clash = 在“{ $kind }”中，“{ $field }”已有其他含义。没有任何数据变动。请换一个名称。
error-custom-field-choices = 下拉列表必须有选项，其他数据类型则不能有；“{ $field }”不符合。没有任何数据变动。请更正选项或数据类型。
error-custom-field-choices-alike = “{ $field }”的选项无法区分：有的为空、含有分号，或重复出现。没有任何数据变动。请更正选项。
error-custom-fields-full = 已没有编号可供新字段使用。没有任何数据变动。
error-add-field-instead = 自定义字段请用“fields add”或命令“add_field”新增。没有任何数据变动。
error-field-required = 字段“{ $field }”不能留空。没有任何数据变动。请填写后再保存一次。
error-field-has-command = 字段“{ $field }”受规则管理，不能直接填写。没有任何数据变动。请改用会更改它的操作，例如分配、更改阶段或记录跟进。
error-only-one-settings = 一个工作区只有一份设置，不能再新建，也不能删除。没有任何数据变动。请直接修改现有的设置。
error-pool-not-empty = 线索池里还有线索，不能删除。没有任何数据变动。请先将它们移到其他线索池或分配出去，再试一次。
error-owner-or-pool = 线索必须有负责人，或在一个线索池里，两者只能选一。没有任何数据变动。请选定其中一项，再试一次。
error-lead-is-nobody = 线索至少要有姓名、公司、电话或电子邮箱其中一项。没有任何数据变动。请补上任意一项，再保存一次。
error-lead-read-only = 这条记录已转化，或已合并到另一条，只能查看。没有任何数据变动。请改用它转化或合并后的记录，或先取消转化、撤销合并。
error-deal-is-won = 这个商机已经赢单，所以线索不会送回培育。没有任何数据变动。
error-no-lead-to-nurture = 这个商机不是由线索转化而来，所以没有可送回培育的对象。没有任何数据变动。请改为将商机标记为输单。

## Stages and qualification
error-no-such-transition = 线索不能从“{ $from }”直接移到“{ $to }”。没有任何数据变动。请选择可以接续的阶段；转化和合并另有专用操作。
error-wakes-to = 结束培育的线索要回到原来的阶段“{ $stage }”。没有任何数据变动。请先将它移到该阶段。
error-transition-not-yours = 这次阶段更改要由别人来做：市场人员、这条线索的负责人或经办人。没有任何数据变动。请找他们或销售总监处理。
error-reason-needed = 这一步需要写明原因，但还没有填写。没有任何数据变动。请填写原因，再试一次。
error-wake-date-needed = 转入培育需要唤醒日期，但还没有填写。没有任何数据变动。请选择日期，再试一次。
error-gate-not-met = 有线索尚未满足进入“{ $stage }”的条件（{ $missing }）。没有任何数据变动。请补齐后再试；销售总监或系统管理员可以写明理由后放行。
error-dimension-range = 四个维度的评分都只能是 0 到 3。没有任何数据变动。请改为这个范围内的评分，再试一次。

## Lead pools and owners
error-lead-not-in-pool = “{ $lead }”不在任何线索池里，无法认领。它仍归原负责人所有。请改选线索池里的线索，或请人分配给您。
error-no-such-pool = 这个线索池不存在，或已在回收站里。线索仍在原处。请还原该线索池，或改选其他线索池。
error-no-such-language = 没有“{ $language }”这种语言。没有任何数据变动。请选择：{ $languages }。
error-no-default-pool = 工作区里没有任何线索池，没有负责人的线索无处可放。没有任何数据变动。请先新建线索池，或从回收站还原，再试一次。
error-pool-not-claimable = “{ $pool }”不开放认领。线索仍在线索池里。请等它移到开放认领的线索池，或请人分配给您。
error-not-claimable-stage = 这个线索池只开放认领“{ $stage }”及以上、仍在进行中的线索。线索仍在线索池里。请等它达到该阶段再认领，或请人分配给您。
error-not-pool-member = 只有成员才能从“{ $pool }”认领，您不在其中。线索仍在线索池里。请该线索池的管理员将您加入，或请人将它分配给您。
error-lead-held = 这个线索池会先保留新进的线索，这条自 { $date } 起才能认领。线索仍在线索池里。请到时再认领，或请人分配给您。
error-former-owner = 您不久前才负责过这条线索，自 { $date } 起才能再次认领。线索仍在线索池里。请到时再认领，或请人分配给您。
error-claim-batch-maximum = 这个线索池单次最多只能认领 { $maximum } 条。这条线索仍在线索池里。其余的请分次认领。
error-claims-per-day = 您今天从这个线索池认领的数量已达上限（每日最多 { $maximum } 条）。线索仍在线索池里。请明天再认领，或请人分配给您。
error-cap-reached = 此人持有的进行中线索已达上限。这条线索仍在原处。请先处理或退回一些进行中的线索，或请人调高上限。
error-lead-not-owned = “{ $lead }”没有负责人，无需退回线索池。没有任何数据变动。请从所选范围中移除它，再试一次。
error-field-not-mapped = “{ $field }”不能带到那里：转化时它的去处固定，或那个字段存放的是别的内容。没有任何更改。请选择其他字段。
error-assign-to-one = 线索只能分配给一位用户，或移到一个线索池。没有任何数据变动。请在两者中指定一项，再试一次。
error-user-not-active = 这位用户不存在或已停用，无法接收线索。没有任何数据变动。请改选启用中的用户。
error-not-handed-over = 这条线索尚未移交给销售，还不能回应。没有任何数据变动。请先分配给销售人员，或由销售人员认领。
error-response-given = 销售已经回应过这次移交。之前的回应保持不变。如果回应有误，请撤销，或重新移交这条线索。
error-changed-here-too = “{ $field }”在这里也被改过：这里是“{ $here }”，文件里是“{ $there }”。已保留这里的内容；如果文件才正确，请手动修改。

## Campaigns and activities
error-unknown-status = 这个市场活动没有“{ $status }”这种成员状态。没有任何数据变动。请改选现有的状态，或先在市场活动中添加。
error-about-nothing = 跟进至少要关联一条记录，但还没有指定。没有任何数据变动。请选择相关记录，再试一次。

## Conversion and merging
error-convert-nobody = 没有选择要转化的线索。没有任何数据变动。请至少选择一条，再试一次。
error-not-ready-to-convert = “{ $lead }”目前的阶段是“{ $stage }”，还不能转化。没有任何数据变动。请先合格化到“{ stage-sql }”；销售总监或系统管理员可以写明理由，转化进行中的线索。
error-account-needed = 转化时必须有客户，不能跳过。没有任何数据变动。请选择新建客户或现有的客户，再试一次。
error-company-needed = “{ $lead }”没有填公司，新建的客户就没有名称。没有任何数据变动。请在线索中填写公司，或选择现有的客户。
error-not-converted = 这条线索尚未转化，没有可以取消的转化。没有任何数据变动。请选择阶段为“{ stage-converted }”的线索。
error-depends-on-conversion = 无法取消转化，因为还有其他记录依赖转化的结果：{ $records }。没有任何数据变动。请先删除这些记录或改为关联到别处，再试一次。
error-merge-same-kind = 只能合并同一类型的不同记录。没有任何数据变动。请选择例如两条线索或两家客户，再试一次。
error-merge-kind = 只有线索、联系人和客户可以合并。没有任何数据变动。请选择这些类型的记录。
error-merge-cannot-take = 无法从该记录选用“{ $field }”的值。没有任何数据变动。请选择其他字段，或要合并的其中一条记录。

## Opportunities and orders
error-unknown-stage = 这个销售流程没有“{ $stage }”这个阶段。没有任何数据变动。请改选其中的阶段：{ $known }。
error-order-needs-account = 订单需要客户，但还没有指定。没有任何数据变动。请选择客户，或选择已有客户的商机，再试一次。
error-order-needs-amount = 订单金额必须大于零。没有任何数据变动。请填写金额，或填写含单价的产品明细，再试一次。
error-order-not-draft = 订单目前的状态是“{ $status }”，不能这样做。没有任何数据变动。只有草稿可以确认，已取消的订单不能再取消；请检查订单状态。
error-order-not-waiting = 订单目前的状态是“{ $status }”，并未等待审批。没有任何数据变动。请选择待审批的订单；草稿要先确认才会提交审批。
error-own-approval = 自己提交的折扣不能由自己审批。订单仍在等待审批。请由另一位销售总监审批。

## Undo and the history
error-one-large-at-a-time = 目前有另一项大量更改正在进行，因此这一项没有开始。没有任何更改。请等它完成或取消后再试一次。
error-no-sample = 这个工作区没有示例数据，因此没有移除任何内容。没有任何更改。
error-nothing-to-undo = 这台电脑上没有您可以撤销的操作。没有任何数据变动。如需撤销导入，可随时从导入列表进行。
error-nothing-to-redo = 没有可以重做的操作：只有刚撤销、之后没有其他操作时才能重做。没有任何数据变动。请手动再做一次。
error-no-such-command = 变更历史里没有这个编号的操作。没有任何数据变动。请在变更历史中查明编号，再试一次。
error-cannot-undo = “{ $command }”无法撤销。没有任何数据变动。如需调整，请手动修改。
error-not-your-command = 这项操作是别人做的，只有本人可以撤销。没有任何数据变动。请本人撤销，或手动修改记录。
error-no-such-batch = 找不到可撤销的导入批次“{ $batch }”。没有任何数据变动。请输入导入批次的编号，或至少前 4 个字符。

## Commands by name, and work in the background
error-unknown-command = 没有“{ $command }”这个命令。没有任何数据变动。请用 fairlead do --list 查看所有命令。
error-bad-parameters = 命令“{ $command }”的参数不正确（{ $reason }）。没有任何数据变动。请用 fairlead do --list 查看它接受的参数。
error-cancelled = 任务在完成前已取消。这次任务的内容都没有保留，数据和之前一样。需要时请重新开始。
error-no-thread = 系统无法启动负责保存的后台任务（{ $reason }）。没有任何数据变动。请关闭其他程序，再重新打开 Fairlead。
error-writer-gone = 负责保存的后台任务已停止。之前已确认保存的数据都在，最后一步可能没有保存。请关闭程序再重新打开。
error-no-assignment-rules = 尚未设置分派规则，未更改任何数据。请先建立规则，或指定线索池或负责人。
error-bad-assignment-rule = 无法理解分派规则“{ $rule }”的筛选条件，未更改任何数据。请更正该规则。
error-no-rule-holds = 没有规则符合这条线索，线索留在原处。请修改规则，或直接指定人员。
error-no-room-by-rules = 规则指定的人员持有的进行中线索都已达上限，线索留在原处。请提高上限，或直接指定人员。
assigned-words = { $to }：{ $leads ->
       *[other] { $count } 条线索
    }
assigned-nobody = 无人：没有符合的规则，或已无容量
