# Reports: titles, columns, metrics with their definitions, notes on what was left out.

error-empty-window = There is no day from { $from } to { $to }: the last day is not part of the window. Choose a later end.

## Reports
report-fair_result = Fair result
report-fair_result-explain = What a fair or another campaign brought, what it cost and what became of it, a row for each metric.
report-campaign_roi = Return of campaigns
report-campaign_roi-explain = Which campaign paid off: its own figures, and those of it and everything below it, each cost, lead and order once.
report-cost_per_lead = Cost per lead
report-cost_per_lead-explain = What a lead cost at each step from card to win, by campaign.
report-valid_rate = Valid rate by campaign
report-valid_rate-explain = How good the data is that each campaign brought.
report-valid_rate_by_supplier = Valid rate by supplier
report-valid_rate_by_supplier-explain = How good the data is that each supplier of lists delivered.
report-response_rate = Response rate
report-response_rate-explain = How many of those a campaign turned to responded.
report-funnel = Funnel of a cohort
report-funnel-explain = How far the leads captured in the window came, whatever became of them since. Each counts once, by its furthest stage and all stages before it.
report-funnel_period = Entries by stage
report-funnel_period-explain = What entered each stage in the window, whenever it was captured. Not to be mixed with the funnel of a cohort.
report-acceptance_rate = Acceptance by sales
report-acceptance_rate-explain = What sales said of the leads that marketing handed over, by campaign.
report-contact_rate = Contact rate
report-contact_rate-explain = How many of those whom someone tried to reach were reached, by campaign.
report-idle_rate = Idle rate
report-idle_rate-explain = How many of the leads somebody owns lie untouched today, by owner.
report-cards_per_hour = Cards per hour
report-cards_per_hour-explain = In which hours the leads of the window were captured, in the time zone of the workspace.
report-cards_by_person = Cards by person
report-cards_by_person-explain = Who captured the leads of the window.
report-first_contact = The first 72 hours
report-first_contact-explain = How long after its capture someone first tried to reach each lead of the window, by its grade of today.
report-invalid_reasons = Reasons for giving up
report-invalid_reasons-explain = Why leads captured in the window were disqualified.
report-win_rate = Win rate
report-win_rate-explain = How many of the opportunities closed in the window were won, by owner.
report-weighted_pipeline = Weighted pipeline
report-weighted_pipeline-explain = What the open opportunities are worth, each by its chance of being won, by stage.

report-window = From { $from }, before { $to }
report-window-from = From { $from }
report-window-to = Before { $to }
not-applicable = n/a

## Columns
column-metric = Metric
column-value = Value
column-unit = Unit
column-campaign = Campaign
column-campaign_id = Id of the campaign
column-level = Level
column-owner = Owner
column-owner_id = Id of the owner
column-supplier = Supplier
column-day = Day
column-hour = Hour
column-person = Person
column-person_id = Id of the person
column-grade = Grade
column-reason = Reason
column-funnel_stage = Stage
column-pipeline = Pipeline
column-pipeline_stage = Stage

## Units
unit-count = count
unit-percent = %
unit-money = amount
unit-number = number
unit-days = days
unit-date = date
unit-text = text
unit-id = id
unit-any = any

## Rows that are about no record
group-all = All, each once
group-no_campaign = (no campaign)
group-no_owner = (no owner)
group-no_supplier = (no supplier)
group-no_person = (nobody named)
group-no_reason = (no reason)

## Stages of the funnel
funnel_stage-unsorted = Unsorted
funnel_stage-usable = Usable
funnel_stage-mql = MQL
funnel_stage-sql = SQL
funnel_stage-opportunity = Opportunity
funnel_stage-won = Won
funnel_stage-repeat = Repeat order

## Metrics
metric-cards = Cards
metric-cards-explain = Leads captured in the window. A lead merged into another is not counted again.
metric-judged = Judged
metric-judged-explain = Leads with a phone, mail or address that has been tried, or disqualified because their data is wrong.
metric-valid = Valid
metric-valid-explain = Judged leads with at least one phone, mail or address that works, and not disqualified because their data is wrong.
metric-valid_rate = Valid rate
metric-valid_rate-explain = Valid leads / judged leads. Leads nobody has tried yet count in neither.
metric-duplicates = Duplicates
metric-duplicates-explain = Rows of the imports of the campaign that met a person who was known already. Imports taken back are not counted.
metric-unsorted = Unsorted
metric-unsorted-explain = Leads that ever reached the first stage: all cards.
metric-usable = Usable
metric-usable-explain = Leads whose furthest stage is usable or later, whatever became of them since.
metric-mql = MQL
metric-mql-explain = Leads whose furthest stage is MQL or later, whatever became of them since.
metric-sql = SQL
metric-sql-explain = Leads whose furthest stage is SQL or later, whatever became of them since.
metric-opportunities = Opportunities
metric-opportunities-explain = Opportunities made in the window whose primary campaign it is.
metric-won = Won
metric-won-explain = Opportunities closed in the window as won.
metric-lost = Lost
metric-lost-explain = Opportunities closed in the window as lost.
metric-revenue = Won revenue
metric-revenue-explain = The sum of the confirmed orders dated in the window whose opportunity has it as primary campaign, in the base currency at the rate of the order's day. Drafts, orders awaiting approval and cancelled orders are not counted.
metric-cost = Actual cost
metric-cost-explain = The sum of the cost lines dated in the window, in the base currency at the rate of the line's day. A line without a date counts on the first day of the campaign.
metric-campaign_roi = ROI
metric-campaign_roi-explain = (Won revenue − actual cost) / actual cost. Without a cost it is not applicable.
metric-subtree_cards = Cards, with those below
metric-subtree_cards-explain = Cards of the campaign and of everything below it, each once.
metric-subtree_valid = Valid, with those below
metric-subtree_valid-explain = Valid leads of the campaign and of everything below it, each once.
metric-subtree_cost = Cost, with those below
metric-subtree_cost-explain = Actual cost of the campaign and of everything below it, each line once.
metric-subtree_revenue = Revenue, with those below
metric-subtree_revenue-explain = Won revenue of the campaign and of everything below it, each order once.
metric-subtree_roi = ROI, with those below
metric-subtree_roi-explain = (Won revenue − actual cost) / actual cost of the campaign and of everything below it; each cost and order counts once.
metric-subtree_cost_per_valid_lead = Cost per valid lead, with those below
metric-subtree_cost_per_valid_lead-explain = Actual cost / valid leads of the campaign and of everything below it.
metric-cost_per_lead = Cost per lead
metric-cost_per_lead-explain = Actual cost / cards.
metric-cost_per_valid_lead = Cost per valid lead
metric-cost_per_valid_lead-explain = Actual cost / valid leads.
metric-cost_per_mql = Cost per MQL
metric-cost_per_mql-explain = Actual cost / leads that reached MQL.
metric-cost_per_sql = Cost per SQL
metric-cost_per_sql-explain = Actual cost / leads that reached SQL.
metric-cost_per_opportunity = Cost per opportunity
metric-cost_per_opportunity-explain = Actual cost / opportunities.
metric-cost_per_win = Cost per win
metric-cost_per_win-explain = Actual cost / won opportunities.
metric-handed_over = Handed over
metric-handed_over-explain = How often the leads were handed over to sales. A lead handed over twice counts twice; a click lists it once.
metric-accepted = Accepted
metric-accepted-explain = Hand-overs that sales accepted.
metric-not_accepted = Not accepted
metric-not_accepted-explain = Hand-overs that sales did not accept, each with its reason.
metric-not_reached = Not reached
metric-not_reached-explain = Hand-overs whose person sales did not reach.
metric-awaiting_response = Awaiting response
metric-awaiting_response-explain = Hand-overs that sales has not answered yet.
metric-acceptance_rate = Acceptance rate
metric-acceptance_rate-explain = Accepted hand-overs / all hand-overs, those without an answer too.
metric-attempted = Attempted
metric-attempted-explain = Leads whom someone called, mailed, met, visited or wrote to.
metric-reached = Reached
metric-reached-explain = Attempted leads with at least one attempt that reached the person.
metric-contact_rate = Contact rate
metric-contact_rate-explain = Reached leads / attempted leads.
metric-grade_a = Grade A
metric-grade_a-explain = Cards whose grade is A or A− today.
metric-grade_b = Grade B
metric-grade_b-explain = Cards whose grade is B+, B or B− today.
metric-grade_c = Grade C
metric-grade_c-explain = Cards whose grade is C+, C or C− today.
metric-grade_d = Grade D
metric-grade_d-explain = Cards whose grade is D+ or D today.
metric-members = Members
metric-members-explain = Leads that take part in the campaign, wherever they came from.
metric-contacted = Contacted
metric-contacted-explain = The number sent as the campaign states it, else all members.
metric-responded = Responded
metric-responded-explain = Members who ever had a status that counts as a response.
metric-response_rate = Response rate
metric-response_rate-explain = Responded members / members contacted.
metric-ever_reached = Ever reached
metric-ever_reached-explain = Leads of the cohort whose furthest stage is this one or a later one. Opportunity: an opportunity came of the lead. Won: it was won. Repeat order: its account has at least two confirmed orders.
metric-share_of_first = Of all
metric-share_of_first-explain = Leads that ever reached the stage / all leads of the cohort.
metric-share_of_previous = Of previous
metric-share_of_previous-explain = Leads that ever reached the stage / leads that ever reached the stage before it.
metric-furthest = Came no further
metric-furthest-explain = Leads whose furthest stage this is, the lost and disqualified among them. All stages together are the cohort.
metric-entries = Entries
metric-entries-explain = How many entered the stage in the window for the first time. Repeat order: orders of accounts that had ordered before.
metric-within_4_hours = Within 4 h
metric-within_4_hours-explain = Leads that someone first tried to reach within 4 hours after they were captured, or even before.
metric-within_24_hours = 4–24 h
metric-within_24_hours-explain = Leads that someone first tried to reach more than 4 and at most 24 hours after they were captured.
metric-within_48_hours = 24–48 h
metric-within_48_hours-explain = Leads that someone first tried to reach more than 24 and at most 48 hours after they were captured.
metric-within_72_hours = 48–72 h
metric-within_72_hours-explain = Leads that someone first tried to reach more than 48 and at most 72 hours after they were captured.
metric-after_72_hours = Over 72 h
metric-after_72_hours-explain = Leads that someone first tried to reach more than 72 hours after they were captured.
metric-untouched = Untouched
metric-untouched-explain = Leads that nobody has tried to reach yet: no call, mail, visit, meeting or chat.
metric-disqualified = Disqualified
metric-disqualified-explain = Leads that stand as disqualified, by their reason.
metric-share_of_disqualified = Share
metric-share_of_disqualified-explain = Disqualified leads of a reason / all disqualified leads.
metric-assigned_open = Assigned, open
metric-assigned_open-explain = Open leads that have an owner: unsorted, usable, MQL or SQL.
metric-idle = Idle
metric-idle-explain = Assigned open leads without activity for the days of the settings (14 unless changed), counted from the last activity or from the day the owner received them, whichever is later.
metric-idle_rate = Idle rate
metric-idle_rate-explain = Idle leads / assigned open leads.
metric-win_rate = Win rate
metric-win_rate-explain = Won / (won + lost), of opportunities closed in the window.
metric-won_amount = Value won
metric-won_amount-explain = The sum of the amounts of the won opportunities, in the base currency at the rate of the day they closed.
metric-lost_amount = Value lost
metric-lost_amount-explain = The sum of the amounts of the lost opportunities, in the base currency at the rate of the day they closed.
metric-win_rate_by_amount = Win rate by value
metric-win_rate_by_amount-explain = Value won / (value won + value lost), of opportunities closed in the window.
metric-open_opportunities = Open opportunities
metric-open_opportunities-explain = Opportunities neither won nor lost that are expected to close in the window.
metric-open_amount = Open amount
metric-open_amount-explain = The sum of the amounts of the open opportunities, in the base currency at today's rate.
metric-weighted_pipeline = Weighted pipeline
metric-weighted_pipeline-explain = The sum of amount × probability of the open opportunities. Won and lost ones are not among them.

## Notes on what was left out
note-without-rate = { $of ->
    [cost] { $count ->
        [one] One cost line
       *[other] { $count } cost lines
    }
    [order] { $count ->
        [one] One order
       *[other] { $count } orders
    }
   *[opportunity] { $count ->
        [one] One opportunity
       *[other] { $count } opportunities
    }
    } in { $currency } left out: no exchange rate for that day. Add the rate in the settings.
note-without-amount = { $of ->
    [cost] { $count ->
        [one] One cost line
       *[other] { $count } cost lines
    }
    [order] { $count ->
        [one] One order
       *[other] { $count } orders
    }
   *[opportunity] { $count ->
        [one] One opportunity
       *[other] { $count } opportunities
    }
    } without an amount added nothing.
note-without-date = { $of ->
    [cost] { $count ->
        [one] One cost line
       *[other] { $count } cost lines
    }
    [order] { $count ->
        [one] One order
       *[other] { $count } orders
    }
   *[opportunity] { $count ->
        [one] One opportunity
       *[other] { $count } opportunities
    }
    } left out: without a date nobody knows whether it falls into the window.
note-too-large = { $of ->
    [cost] { $count ->
        [one] One cost line
       *[other] { $count } cost lines
    }
    [order] { $count ->
        [one] One order
       *[other] { $count } orders
    }
   *[opportunity] { $count ->
        [one] One opportunity
       *[other] { $count } opportunities
    }
    } left out: the amount is too large to be true.
note-merged-leads = { $count ->
    [one] One lead was merged into another, which stands for it.
   *[other] { $count } leads were merged into others, which stand for them.
    }
note-leads-without-capture = { $count ->
    [one] One lead left out: nobody knows when it was captured.
   *[other] { $count } leads left out: nobody knows when they were captured.
    }
note-orders-without-campaign = { $count ->
    [one] One confirmed order belongs to no campaign and is not counted.
   *[other] { $count } confirmed orders belong to no campaign and are not counted.
    }
note-deals-without-date = { $count ->
    [one] One opportunity or order left out: without a date nobody knows whether it falls into the window.
   *[other] { $count } opportunities and orders left out: without a date nobody knows whether they fall into the window.
}
note-cost-needs-campaign = The filter names no campaign. Costs belong to campaigns, so that cost, ROI and cost per lead are not applicable.
note-whole-campaigns = The filter names no campaign. Campaigns are judged by all their leads, so that it was not applied.
note-without-window = This report knows no window; the one given was not applied.
