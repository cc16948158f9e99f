### Words of the domain: kinds of records, fields, choices, rules.

## Kinds of records
kind-lead = Lead
kind-lead-plural = Leads
kind-campaign = Campaign
kind-campaign-plural = Campaigns
kind-account = Account
kind-account-plural = Accounts
kind-contact = Contact
kind-contact-plural = Contacts
kind-opportunity = Opportunity
kind-opportunity-plural = Opportunities
kind-order = Order
kind-order-plural = Orders
kind-activity = Activity
kind-activity-plural = Activities
kind-user = User
kind-user-plural = Users
kind-pool = Lead pool
kind-pool-plural = Lead pools
kind-import_batch = Import
kind-import_batch-plural = Imports
kind-settings = Settings
kind-settings-plural = Settings
kind-custom_field = Custom field
kind-custom_field-plural = Custom fields
kind-custom_kind = Custom kind
kind-custom_kind-plural = Custom kinds
kind-saved_view = Saved view
kind-saved_view-plural = Saved views
kind-pair = Pair
kind-pair-plural = Duplicates to review
kind-custom = Custom record
kind-custom-plural = Custom records

## Fields of every record
field-deleted_at = Deleted at

## Fields of persons: leads and contacts
field-name = Name
field-lead-name = Name
field-contact-name = Name
field-nickname = Nickname
field-given_name = Given name
field-family_name = Family name
field-honorific = Honorific
field-latin_name = Latin name
field-job_title = Job title
field-department = Department
field-phones = Phones
field-emails = Emails
field-wechat = WeChat
field-line = LINE
field-whatsapp = WhatsApp
field-linkedin = LinkedIn
field-website = Website
field-address = Address
field-handles = Other handles
field-employments = Employment
field-birthday = Birthday
field-gender = Gender
field-external_id = External ID
field-preferred_language = Preferred language
field-do_not_call = Do not call
field-do_not_mail = Do not mail
field-consent_at = Consent given at
field-consent_by = Consent given by
field-tags = Tags
field-notes = Notes
field-memberships = Campaign memberships

## Fields of phones, mail addresses, addresses and handles
field-raw = As written
field-kind = Kind
field-e164 = International number
field-extension = Extension
field-state = Validity
field-emails-address = Email
field-country = Country
field-region = Region
field-city = City
field-street = Street
field-postcode = Postcode
field-value = Handle

## Fields of employments, memberships and positions
field-company = Company
field-title = Job title
field-from = From
field-to = To
field-batch = Import
field-campaign = Campaign
field-status = Status
field-joined_at = Joined at
field-responded_at = Responded at
field-feedback = Feedback
field-history = History
field-at = When
field-account = Account
field-decision_role = Decision role
field-active = Active

## Fields of leads
field-stage = Stage
field-contact_state = Contact state
field-response = Sales response
field-response_reason = Reason for the response
field-owner = Owner
field-owner_why = Why this owner
field-owned_since = Owned since
field-pool = Lead pool
field-entered_pool_at = Entered the pool at
field-steward = Steward
field-source = Source
field-channel = Channel
field-captured_at = Captured at
field-captured_by = Captured by
field-hall = Hall
field-booth = Booth
field-supplier = List supplier
field-company_size = Company size
field-industry = Industry
field-product_interest = Product interest
field-budget = Budget
field-time_frame = Time frame
field-concerns = Concerns
field-competitor = Competitor
field-need = Need
field-intent = Intent
field-credit_level = Credit level
field-gift = Gift given
field-rating = Rating
field-background = Background
field-requirement = Requirement
field-potential = Potential
field-possibility = Possibility
field-hand_overs = Hand-overs
field-disqualify_reason = Disqualification reason
field-wake_on = Wakes on
field-left_stage = Previous stage
field-stage_reason = Reason for the stage
field-merged_into = Merged into
field-converted_account = Resulting account
field-converted_contact = Resulting contact
field-converted_opportunity = Resulting opportunity
field-usable_at = Became usable at
field-mql_at = Became MQL at
field-sql_at = Became SQL at
field-converted_at = Converted at
field-stage_since = In this stage since
field-created_results = Made by conversion
field-blocked = Blocked
field-territory = Territory
field-tax_id = Tax ID

## Fields of dimensions and hand-overs
field-score = Score
field-a = First record
field-b = Second record
field-pair-state = State
field-pair-score = Likeness
field-found_at = Found
field-confirmed_on = Confirmed on
field-decided_at = Decided
field-decided_by = Decided by
field-note = Note
field-author = Author
field-reason = Reason
field-hand_overs-to = Handed over to

## Fields of contacts
field-lead = Lead
field-accounts = Accounts
field-reports_to = Reports to

## Fields of campaigns
field-parent = Parent
field-campaign-parent = Parent campaign
field-starts_on = Starts on
field-ends_on = Ends on
field-venue = Venue
field-team = Team
field-currency = Currency
field-cost_lines = Costs
field-expected_revenue = Expected revenue
field-expected_responses = Expected responses
field-sent_count = Number sent
field-gifts = Gifts
field-audience = Audience
field-description = Description
field-member_statuses = Member statuses

## Fields of cost lines and member statuses
field-date = Date
field-category = Category
field-amount = Amount
field-label = Label
field-order = Position
field-responded = Counts as a response
field-is_default = Default

## Fields of accounts
field-aliases = Aliases
field-domain = Web domain
field-addresses = Addresses
field-size = Company size
field-employees = Employees
field-annual_revenue = Annual revenue
field-account-parent = Parent account
field-account-pool = Account pool
field-tier = Tier
field-user = User
field-role = Role

## Fields of opportunities
field-opportunity-name = Opportunity name
field-contacts = Contacts
field-opportunity-campaign = Primary campaign
field-pipeline = Pipeline
field-stage_history = Stage history
field-probability = Probability
field-probability_overridden = Probability set by hand
field-closes_on = Expected close
field-forecast_category = Forecast category
field-lines = Product lines
field-competitors = Competitors
field-next_step = Next step
field-lost_reason = Lost reason
field-lost_competitor = Lost to
field-lost_in = Lost in stage
field-outcome = Outcome
field-closed_at = Closed at

## Fields of parties, stages and product lines
field-contact = Contact
field-entered_at = Entered at
field-left_at = Left at
field-by = By
field-product = Product
field-quantity = Quantity
field-list_price = List price
field-unit_price = Unit price
field-discount = Discount %

## Fields of orders
field-number = Number
field-order-number = Order number
field-opportunity = Opportunity
field-ordered_on = Order date
field-special_requirements = Special requirements
field-confirmed_at = Confirmed at
field-submitted_by = Submitted by
field-approved_by = Approved by
field-approval_reason = Reason for the approval

## Fields of activities
field-about = About
field-duration = Duration
field-text = Text
field-due = Due
field-done_at = Done at
field-assignee = Assignee
field-reminder = Reminder
field-signal = Signal

## Fields of users and pools
field-user-name = Name
field-login = Sign-in name
field-manager = Manager
field-language = Language
field-inactive = Inactive
field-cap = Most open leads per person
field-user-cap = Most open leads
field-members = Members
field-admins = Administrators
field-claimable_from = Claimable from stage
field-hides_contact_data = Hides contact data until claimed
field-claims_per_day = Claims per day
field-batch_maximum = Most leads per claim
field-days_before_reclaim = Days before a former owner may claim again
field-days_held = Days held before the first claim
field-is_intake = Intake pool

## Fields of imports
field-file = File
field-file_hash = File fingerprint
field-encoding = Encoding
field-delimiter = Delimiter
field-sheet = Sheet
field-header_row = Header row
field-header_signature = Header signature
field-mapping = Column mapping
field-rows = Rows read
field-new = New
field-updated = Updated
field-skipped = Skipped
field-rejected = Rejected
field-imported_at = Imported at
field-imported_by = Imported by
field-undone_at = Undone at
field-command = Command number

## Fields of settings
field-settings-currency = Base currency
field-settings-country = Default country
field-time_zone = Time zone
field-mql_score = Score needed for MQL
field-mql_grade = Grade needed for MQL
field-sql_sum = Total of dimensions needed for SQL
field-target_industries = Target industries
field-target_sizes = Target company sizes
field-target_territories = Target territories
field-half_life_days = Half-life of behaviour points, days
field-score_points = Points of score rules
field-rule = Rule
field-points = Points
field-evidence_weights = Weights of evidence of duplicates
field-conversion_map = Fields at conversion
field-evidence = Evidence
field-weight = Weight
field-same_from = Score of one person, from
field-review_from = Score to be looked at, from
field-exchange_rates = Exchange rates
field-exchange_rates-from = Valid from
field-sales_targets = Sales targets
field-rate = Exchange rate
field-competitor_names = Names of competitors
field-idle_days = Idle after days
field-order_prefix = Prefix of order numbers
field-theme = Appearance
field-is_sample = Sample data

## Fields of saved views
field-filter = Filter
field-sort = Sorted by
field-group = Grouped by
field-columns = Columns
field-shared = Shared

## Fields of custom fields and kinds
field-kind_number = Belongs to
field-tag = Field number
field-custom_field-name = Field name
field-custom_kind-name = Kind name
field-label_en = Label in English
field-label_zh_tw = Label in Traditional Chinese
field-label_zh_cn = Label in Simplified Chinese
field-shape = Type of data
field-choices = Choices

## Types of data of custom fields
list-custom_shape = Type of data
custom_shape-text = Text
custom_shape-number = Number
custom_shape-money = Money
custom_shape-date = Date
custom_shape-yes_no = Yes or no
custom_shape-picklist = Picklist
custom_shape-multi_picklist = Picklist, several choices

## Stages of a lead
list-stage = Stage
stage-unsorted = Unsorted
stage-usable = Usable
stage-mql = MQL
stage-sql = SQL
stage-converted = Converted
stage-nurturing = Nurturing
stage-disqualified = Disqualified
stage-merged = Merged
list-pair_state = State
pair_state-open = To review
pair_state-apart = Not the same
pair_state-merged = Merged

## Contact states
list-contact_state = Contact state
contact_state-not_contacted = Not contacted
contact_state-attempted = Attempted
contact_state-connected = Connected
contact_state-bad_timing = Bad timing

## Responses of sales
list-response = Sales response
response-accepted = Accepted
response-not_accepted = Not accepted
response-not_reached = Not reached

## Ratings
list-rating = Rating
rating-hot = Hot (A)
rating-warm = Warm (B)
rating-cold = Cold (C)
rating-none = No interest (D)

## Grades
grade-label = Grade

## Decision roles
list-decision_role = Decision role
decision_role-decision_maker = Decision maker
decision_role-budget_holder = Budget holder
decision_role-technical_evaluator = Technical evaluator
decision_role-user = User
decision_role-influencer = Influencer
decision_role-purchasing = Purchasing
decision_role-champion = Champion
decision_role-blocker = Blocker
decision_role-gatekeeper = Gatekeeper

## Kinds of phone numbers
list-phone_kind = Kind of phone
phone_kind-mobile = Mobile
phone_kind-landline = Landline
phone_kind-fax = Fax
phone_kind-other = Other

## Validity of phones, mail addresses and addresses
list-channel_state = Validity
channel_state-unverified = Unverified
channel_state-ok = Valid
channel_state-dead = Dead number
channel_state-bounced = Bounced
channel_state-returned = Returned

## Sources
list-source = Source
source-trade_fair = Trade fair
source-seminar = Seminar
source-web_form = Web form
source-referral = Referral
source-executive_cards = Executive's cards
source-cold_visit = Cold visit
source-call_in = Call-in
source-direct_mail = Direct mail
source-private_community = Private community
source-public_platform = Public platform
source-partner = Partner
source-sales_sourced = Sales-sourced

## Channels
list-channel = Channel
channel-site = Website
channel-blog = Blog
channel-official_account = Official account
channel-live = Live stream
channel-mall = Online mall
channel-community = Community

## Industries
list-industry = Industry
industry-electronics = Electronics
industry-machinery = Machinery
industry-food = Food
industry-packaging = Packaging
industry-medical = Medical
industry-automotive = Automotive
industry-textile = Textile
industry-chemicals = Chemicals
industry-logistics = Logistics
industry-software = Software
industry-retail = Retail
industry-services = Services

## Products
list-product = Product

## Intents
list-intent = Intent
intent-high = High
intent-medium = Medium
intent-low = Low

## Credit levels
list-credit_level = Credit level
credit_level-a = A
credit_level-b = B
credit_level-c = C
credit_level-d = D

## Company sizes
list-company_size = Company size
company_size-under_10 = Under 10 people
company_size-10_49 = 10–49 people
company_size-50_249 = 50–249 people
company_size-250_999 = 250–999 people
company_size-over_1000 = 1,000 people or more

## Territories
list-territory = Territory
territory-north = North
territory-central = Central
territory-south = South
territory-east = East
territory-overseas = Overseas

## Kinds of campaigns
list-campaign_kind = Kind of campaign
campaign_kind-trade_fair = Trade fair
campaign_kind-forum = Forum
campaign_kind-seminar = Seminar
campaign_kind-webinar = Webinar
campaign_kind-edm = EDM
campaign_kind-direct_mail = Direct mail
campaign_kind-referral_programme = Referral programme
campaign_kind-reactivation = Re-activation

## Campaign statuses
list-campaign_status = Campaign status
campaign_status-planned = Planned
campaign_status-active = Active
campaign_status-completed = Completed
campaign_status-aborted = Aborted

## Shipped statuses of campaign members
member_status-invited = Invited
member_status-registered = Registered
member_status-attended = Attended
member_status-visited_booth = Visited the booth
member_status-left_card = Left a card
member_status-no_show = No-show
member_status-sent = Sent
member_status-opened = Opened
member_status-clicked = Clicked
member_status-replied = Replied
member_status-bounced = Bounced
member_status-unsubscribed = Unsubscribed

## Categories of costs
list-cost_category = Cost category
cost_category-booth = Booth
cost_category-travel = Travel
cost_category-gifts = Gifts
cost_category-print = Print
cost_category-advertising = Advertising
cost_category-staff = Staff
cost_category-other = Other

## Tiers of accounts
list-tier = Tier
tier-strategic = Strategic
tier-key = Key
tier-general = General
tier-small = Small

## Reasons for disqualifying a lead
list-disqualify_reason = Disqualification reason
disqualify_reason-dead_number = Dead number
disqualify_reason-bounced_mail = Mail or post returned
disqualify_reason-no_such_person = No such person
disqualify_reason-need_expired = Need has expired
disqualify_reason-need_misjudged = Need was misjudged
disqualify_reason-company_gone = Company is gone
disqualify_reason-need_ended = Need has ended
disqualify_reason-loyal_to_competitor = Loyal to a competitor
disqualify_reason-no_budget = No budget
disqualify_reason-out_of_territory = Out of territory or industry
disqualify_reason-duplicate = Duplicate
disqualify_reason-competitor_or_supplier = Competitor or supplier
disqualify_reason-other = Other

## Reasons for losing a deal
list-lost_reason = Lost reason
lost_reason-price = Price
lost_reason-product_fit = Product does not fit
lost_reason-competitor = Competitor
lost_reason-no_budget = No budget
lost_reason-no_decision = No decision
lost_reason-timing = Timing
lost_reason-contact_lost = Contact lost
lost_reason-other = Other

## Signals
list-signal = Signal
signal-asked_quotation = Asked for a quotation
signal-asked_sample = Asked for a sample
signal-visited_booth = Visited the booth
signal-attended = Attended
signal-replied = Replied
signal-watched = Watched
signal-read = Read

## Kinds of activities
list-activity_kind = Kind of activity
activity_kind-call = Call
activity_kind-email = Email
activity_kind-visit = Visit
activity_kind-meeting = Meeting
activity_kind-chat = Chat
activity_kind-note = Note
activity_kind-task = Task
activity_kind-signal = Signal

## Outcomes of activities
list-activity_outcome = Outcome
activity_outcome-reached = Reached
activity_outcome-no_answer = No answer
activity_outcome-wrong_number = Wrong number
activity_outcome-number_dead = Number dead
activity_outcome-bounced = Bounced
activity_outcome-bad_timing = Bad timing

## Forecast categories
list-forecast_category = Forecast category
forecast_category-pipeline = Pipeline
forecast_category-best_case = Best case
forecast_category-commit = Commit
forecast_category-omitted = Omitted

## Outcomes of deals
list-outcome = Outcome
outcome-open = Open
outcome-won = Won
outcome-lost = Lost

## Pipelines and their stages
pipeline-general = General
pipeline-oem = OEM
pipeline_stage-clarify_need = Clarify need
pipeline_stage-proposal = Proposal
pipeline_stage-quotation_or_sample = Quotation or sample
pipeline_stage-negotiation = Negotiation
pipeline_stage-to_be_signed = To be signed
pipeline_stage-project_talk = Project talk
pipeline_stage-rfq = RFQ
pipeline_stage-sample_test = Sample test
pipeline_stage-project_start = Project start
pipeline_stage-design_verification = Design verification
pipeline_stage-pilot_run = Pilot run
pipeline_stage-mass_production = Mass production
pipeline_stage-won = Won
pipeline_stage-lost = Lost

## Order statuses
list-order_status = Order status
order_status-draft = Draft
order_status-awaiting_approval = Awaiting approval
order_status-confirmed = Confirmed
order_status-cancelled = Cancelled

## Roles of users
list-role = Role
role-viewer = Viewer
role-marketing = Marketing staff
role-bd = Business development
role-sales = Salesperson
role-director = Sales director
role-admin = Administrator

## Rules of score and grade
score_rule-asked_quotation = Asked for a quotation
score_rule-asked_sample = Asked for a sample
score_rule-left_card = Left a card
score_rule-attended = Attended an event
score_rule-replied = Replied
score_rule-visited_booth = Visited the booth
score_rule-rating_hot = Rated hot
score_rule-rating_warm = Rated warm
score_rule-decision_maker = Decision maker
score_rule-target_industry = Target industry
score_rule-target_size = Target company size
score_rule-in_territory = In a target territory
score_rule-private_domain = Private-domain source
score_rule-complete = Complete data
score_rule-competitor = Competitor
score_rule-dead_phone = Dead phone number
score_rule-bounced_mail = Mail bounced
score_rule-free_mail_only = Free mail only
kind-assignment_rule = Assignment rule
kind-assignment_rule-plural = Assignment rules
field-users = Users
field-share = Shared out
share-in_turn = In turn
share-least_loaded = To whoever has the fewest open leads
share-by_capacity = By capacity
share-best_performer = To whoever wins most in the lead's territory
list-share = How leads are shared out
