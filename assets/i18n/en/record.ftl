### The page of a record, the conversion, and the boards.

## Days as heads of groups
weekday-name =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
day-group-today = Today
day-group-yesterday = Yesterday
day-group = { weekday-name }, { $day } { month-name }
day-group-year = { weekday-name }, { $day } { month-name } { $year }
weekday-short =
    { $weekday ->
        [1] Mo
        [2] Tu
        [3] We
        [4] Th
        [5] Fr
        [6] Sa
       *[7] Su
    }
month-year = { month-name } { $year }
date-earlier = Month before
date-later = Month after
date-month = Days for { $name }

## Sections of fields
section-deal = Deal
section-plan = Plan and money
section-profile = Profile
section-person = Person
section-own = Own fields
section-more =
    { $fields ->
        [one] 1 empty field
       *[other] { $fields } empty fields
    }

## Key figures
fact-score = Score / grade
fact-complete = Completeness

## Editing
value-none = None
hint-date = 2026-11-24, 11/24 or today+7d
hint-moment = 2026-11-24 10:30
hint-more = Add…
pick-type = Type a few letters
pick-nothing = Nothing fits
chip-remove = Remove
part-remove = Remove entry
part-add = Add another
edit-save = Save
edit-cancel = Cancel
edit-keys = Enter save · Esc cancel
edit-keys-lines = Ctrl Enter save · Esc cancel
edit-unreadable = This cannot be read as a value of this field. Nothing was saved. Correct it, or press Esc.
ask-missing = Something that is needed is missing or cannot be read.

## The page
page-work = Work
page-fields = Fields
action-more = More actions
action-missing =
    { $missing ->
        [one] , 1 missing
       *[other] , { $missing } missing
    }

## Actions
action-log = Log follow-up
action-to_usable = Mark as usable
action-to_mql = Promote to MQL
action-to_sql = Promote to SQL
action-convert = Convert
action-claim = Claim
action-accept = Accept
action-not_accept = Do not accept
action-not_reached = Not reached
action-nurture = Nurture
action-wake = Wake up
action-disqualify = Disqualify
action-reopen = Reopen
action-return = Return to pool
action-assign = Assign
action-add_to_campaign = Add to campaign
action-unconvert = Take conversion back
action-advance = Next stage
action-win = Won
action-lose = Lost
action-nurture_deal = Back to nurturing
action-place_order = Write order
action-confirm_order = Confirm order
action-approve_order = Approve discount
action-reject_order = Reject discount
action-cancel_order = Cancel order
action-new_opportunity = New opportunity
action-new_order = New order
action-delete = Delete

## Stages of a lead
path-missing =
    { $missing ->
        [one] 1 missing
       *[other] { $missing } missing
    }
gate-title =
    { $missing ->
        [one] 1 condition missing for { $stage }
       *[other] { $missing } conditions missing for { $stage }
    }
gate-ready = Ready for { $stage }
gate-met = { $met } of { $all } met
gate-fill = Fill in
gate-condition = { $condition }: { $actual }, needs { $needed }

## Evidence
evidence-title = Evidence in four dimensions
evidence-sum = Total { $sum } / 12
evidence-note = What speaks for it? Who said so?
evidence-save = Save with { $score }
question-background = Next question: "Who are you within the group, and who else decides on suppliers?"
question-requirement = Next question: "What exactly do you need, how much of it, and from when on?"
question-potential = Next question: "What do you spend on this in a year, and what is planned for the next?"
question-possibility = Next question: "Until when does the present contract run, and who decides on a change?"
question-hint = Choose a score to write down the answer
lead-became = Became
hand_over-waiting = Awaiting response

## Timeline
timeline-title = Timeline
timeline-filter = What is shown
timeline-all = All
timeline-activities = Activities
timeline-changes = Changes
timeline-nothing = Nothing yet. Log the first call, mail or note above.
timeline-more = Older entries are kept in the history.
event-made = Created
event-imported = Came with an import
event-converted = Made by a conversion
event-changed = { $field } changed
event-own-field = Own field changed
event-binned = Moved to or from the bin
event-more =
    { $fields ->
        [one] and 1 more field
       *[other] and { $fields } more fields
    }
event-next = Next: { $step }
event-due = Due { $day }
log-words = What was said? What comes next?
log-outcome = Outcome
log-save = Save

## Related records
related-all = Show all

## Campaigns
costs-budget = of { $budget } budget
costs-edit = Edit costs
costs-nothing = No costs yet. Without a cost there is no ROI.
costs-sum = Total
members-responded = { $members } members, { $responded } responded

## New records
form-title = New { $kind }
form-make = Create { $kind }
form-missing = "{ $field }" must be filled in.
form-unreadable = "{ $field }" cannot be read. Correct it, then try again.

## Conversion
place-convert = Convert
convert-gate = Gate
convert-candidates = Candidates
convert-fields = Fields
convert-confirm = Confirm
convert-next = Next
convert-back = Back
convert-do = Convert
convert-ready =
    { $leads ->
        [one] 1 lead is ready to be converted
       *[other] { $leads } leads of { $companies } companies are ready to be converted
    }
convert-leads =
    { $leads ->
        [one] Convert
       *[other] Convert { $leads }
    }
convert-nothing = No lead is ready to be converted
convert-nothing-hint = Leads come here once sales has qualified them (SQL), or if their source needs no qualification.
convert-gate-title = Are they ready?
convert-override = A lead that is not ready may be converted by a sales director or an administrator, with a written reason.
convert-accounts = Account candidates
convert-contacts = Contact candidates
convert-deals = Open opportunities
convert-found =
    { $count ->
        [0] none found
       *[other] { $count } found
    }
convert-same = same
convert-look = look
convert-owner = owner { $owner }
convert-only-empty = Only empty fields are filled
convert-result = Result
convert-candidate = Candidate
convert-follow = Follows by reference, nothing is copied
convert-activities =
    { $activities ->
        [one] 1 activity or task
       *[other] { $activities } activities and tasks
    }
convert-left-out = Lead fields without a target stay in the lead: { $fields }
convert-confirm-title = What will happen
convert-will = What will happen
convert-undo = One click takes it back, as long as nothing depends on the results.
convert-owner-default = As the rules say
convert-field = Field
convert-meaning = { $same } and above is the same; { $look } and above needs your eye
convert-other = other
convert-all-channels = All phones and mails are carried
convert-all-fields = All fields
convert-filled-fields = Filled fields only
convert-keep = keep?
convert-was-empty = was empty
convert-unchanged = stays
convert-type = Change { $field }
convert-untype = Take back the choice for { $field }
convert-copy = Copy to opportunity notes
convert-copied = Copied to the notes of the opportunity
origin-lead = Lead
origin-existing = Existing
origin-rule = Rule
origin-typed = Typed
target-new = New
target-existing = Existing
target-skip = Skip
will-account-new = { $name } becomes a new account.
will-account = Uses the existing account { $name } and fills its empty fields.
will-contact-new = Adds { $name } as a new contact.
will-contact = Fills the empty fields of the contact { $name }.
will-deal-new = Opens { $name }, { $amount }, at { $stage }.
will-deal = Adds the person to the opportunity { $name }.
will-owner = The account belongs to { $owner }.

## Boards
group-insight = Insight
board-hint = Click any number for its meaning and its records
board-close = Close
board-share = { $part } of { $whole }
board-records = Records: { $records }
board-list = Open as a list
board-of-cards = { $share } of the cards
board-responses = Response of sales
board-no-responses = No lead of this campaign was handed over to sales yet, so there is no response.
board-no-cards = No card of this campaign has a moment of capture yet.
board-no-reasons = No lead of this campaign was given up.
board-more = { $count } more
board-hours = { $first }:00 to { $last }:00
board-hours-of = { $first }:00 to { $last }:00, the fullest days; { $count } more days
board-grades = Grades
board-costs = Cost of each
board-nothing = There is no campaign yet
board-nothing-hint = A board shows what a campaign brought. Make one, and import its cards.

## The page of an account
account-revenue = Revenue in all
account-revenue-year = Last 12 months
account-open = Open opportunities
account-last-order = Last order
account-orders =
    { $count ->
        [one] 1 order
       *[other] { $count } orders
    }
account-days-ago =
    { $days ->
        [0] today
        [one] 1 day ago
       *[other] { $days } days ago
    }
account-won-lost = { $won } won, { $lost } lost
account-deals = { $open } open, { $won } won, { $lost } lost
account-confirmed = { $count } confirmed
account-all = All { $count }
account-years = Revenue by year
account-org = Organisation and decision roles
account-working = { $active } work there, { $left } left
account-left = left
account-campaigns = Campaigns and feedback
account-took-part = { $person } · { $status }
account-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
team_role-collaborator = Collaborator
