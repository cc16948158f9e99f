### What a person can do, and what a rule says when it refuses.

## Rights; as a heading, and filled into { $right }
right-create_leads = Create leads
right-import = Import files
right-edit_leads = Edit leads
right-merge = Merge records
right-assign = Assign leads
right-claim = Claim leads
right-respond = Respond to hand-overs
right-convert = Convert leads
right-edit_accounts = Edit accounts and contacts
right-edit_campaigns = Edit campaigns
right-edit_deals = Edit opportunities and orders
right-approve_discounts = Approve discounts
right-edit_activities = Edit activities and tasks
right-delete = Delete and restore
right-edit_rules = Edit lead pools and rules
right-administer = Administer the workspace
right-undo = Undo own commands
right-export = Export

## Commands: a short phrase, also after "Undo", and a sentence for the list of commands
command-create = Create
command-create-about = Makes a record of any kind.
command-set = Change fields
command-set-about = Changes fields of one or more records.
command-delete = Delete
command-delete-about = Puts records in the bin.
command-restore = Restore
command-restore-about = Takes records out of the bin.
command-qualify = Qualify
command-qualify-about = Scores the dimensions of qualification, 0 to 3 each, with their evidence.
command-stage = Change stage
command-stage-about = Moves leads to another stage; a reason lets them past a gate where the role may.
command-claim = Claim
command-claim-about = Takes leads from their pool.
command-return = Return to the pool
command-return-about = Gives leads back to a pool, to the default one if none is named.
command-assign = Assign
command-assign-about = Gives leads to a user or moves them to a pool.
command-assign_by_rules = Assign by the rules
command-assign_by_rules-about = Gives leads to whom the assignment rules say, or to whom one of them says.
command-respond = Respond to the hand-over
command-respond-about = Says what sales thinks of a lead that was handed over.
command-log = Log an activity
command-log-about = Logs an activity about one or more records.
command-add_to_campaign = Add to a campaign
command-add_to_campaign-about = Makes leads members of a campaign, or changes their status in it.
command-convert = Convert
command-convert-about = Turns leads of one company into an account, contacts and an opportunity.
command-unconvert = Take the conversion back
command-unconvert-about = Takes a conversion back, while nothing depends on its results.
command-advance = Move the opportunity
command-advance-about = Moves an opportunity to a stage of its pipeline.
command-nurture = Send back to nurturing
command-nurture-about = Loses an open opportunity for a reason and sends its lead back to nurturing until a day.
command-place_order = Write an order
command-place_order-about = Writes an order, which is a draft until it is confirmed.
command-confirm_order = Confirm the order
command-confirm_order-about = Confirms an order, or submits it where the discount needs approval.
command-approve_order = Decide on the discount
command-approve_order-about = Approves or rejects an order whose discount is over the limit.
command-cancel_order = Cancel the order
command-cancel_order-about = Cancels an order, with the reason.
command-merge = Merge
command-merge-about = Makes several records of the same person or company one.
command-tell_apart = Not the same
command-tell_apart-about = Remembers that two records are not the same person or company.
command-note_pairs = Put into the review
command-note_pairs-about = Puts pairs of records that may be the same where a person looks at them.
command-add_field = Add a field
command-add_field-about = Makes a field of leads, contacts, accounts, opportunities or campaigns; "set" changes it and "delete" retires it.
command-begin_in = Choose the language
command-begin_in-about = Says in which language the workspace begins: its pools are called so, unless someone has named them.
command-note_export = Export
command-note_export-about = Notes in the history that records were written into a file. Nothing changes by it.
exported-all = all
exported-picked = picked one by one
exported-filter = filter: { $filter }
pool-name-intake = Intake
pool-name-sales = Sales pool
command-map_field = Send a lead field elsewhere
command-map_field-about = Sends a field of leads to another field of the account, contact or opportunity at conversion, or nowhere.
command-take_changes = Take over a file that came back
command-take_changes-about = Takes over what was changed in a file that was handed out and has come back.
command-import = Import
command-import-about = Makes leads of the rows of a file.
command-undo = Undo
command-undo-about = Takes a command back; what was changed since is kept and listed.
command-redo = Redo
command-redo-about = Does again what was undone last.
command-sample = Fill with sample data
command-sample-about = Fills a workspace without leads with sample data.
command-remove_sample = Remove the sample data
command-remove_sample-about = Takes the sample data out again, with all that was done to it.
command-set_up = Set up the workspace
command-set_up-about = Makes what a new workspace begins with: settings, two lead pools and the first user.
command-follow_pairs = Bring pairs up to date
command-follow_pairs-about = Pairs of leads that were converted or merged long ago become pairs of what the leads are now.

## Conditions of the gates
gate-name = Name is filled
gate-company = Company is filled
gate-reachable = A phone or email that may reach the person
gate-score = Score
gate-grade = { grade-label }
gate-not_blocked = Not blocked
gate-background = { field-background }
gate-requirement = { field-requirement }
gate-potential = { field-potential }
gate-possibility = { field-possibility }
gate-dimension_sum = Total of the four dimensions

## What speaks for and against two records being the same
weight-bare-name = Same name, where one card says nothing else
weight-name-domain = Same name and domain
weight-name-landline = Same name and landline
weight-name-birthday = Same name and birthday
weight-name-street = Same name and street, without a company
weight-home-city = Same city, without a company
weight-home-postcode = Same postcode, without a company
weight-partial-name = Different names that share a word
evidence-same-mobile = Same mobile number
evidence-similar-mobile = Mobile numbers differ by one slip
evidence-same-mail = Same email address
evidence-similar-mail = Email addresses differ by a slip
evidence-same-handle = Same messenger name
evidence-same-name = Same name
evidence-similar-name = Similar name
evidence-same-name-company = Same name at the same company
evidence-pinyin-company = Same company, and one name is the reading of the other
evidence-same-company = Same company
evidence-same-domain = Same web or mail domain
evidence-same-landline = Same landline
evidence-same-tax-id = Same tax ID
evidence-same-birthday = Same birthday
evidence-similar-birthday = Birthdays differ by one slip or one part
evidence-same-birth-year = Born in the same year
evidence-same-street = Same street address
evidence-same-city = Same city
evidence-same-postcode = Same postcode
evidence-similar-city = City differs by a slip
evidence-similar-postcode = Postcode differs by one digit
evidence-same-house = Same house number
evidence-similar-street = Much of the street address is the same
evidence-different-mobile = Different mobile numbers
evidence-different-mail = Different email addresses
evidence-different-name = Different names
evidence-different-company = Different companies
evidence-different-branch = Different branch or place of the company
evidence-different-tax-id = Different tax IDs
evidence-different-domain = Different web or mail domains
evidence-different-city = Different cities
evidence-different-birthday = Different birthdays

## What an import does with someone who is known already
on_match-fill = Fill empty fields only
on_match-overwrite = Overwrite with the file
on_match-keep = Add phones, emails and the campaign only
on_match-skip = Add the campaign only
on_match-new = Take every row as a new lead

## What is wrong with a row
problem-nobody = The row has no name, company, phone or email, so there is nobody to import. Fill in one of them in the file and import the row again.

## Who may
error-no-right = Your role does not have the right "{ $right }". Nothing was changed. Ask someone who has it, or ask an administrator to change your role.
error-not-yours = Your role allows this only for records of your own or of your team, and this is not one of them. Nothing was changed. Ask its owner; a lead in a pool has to be claimed or assigned to you first.
error-nobody-acts = Nobody is signed in, so it is not clear who claims these leads. Nothing was changed. Sign in, or name the user with --as on the command line, then try again.

## Records and their fields
error-no-such-record = This record does not exist, or it lies in the bin ({ $kind }, { $id }). Nothing was changed. Restore it from the bin, or choose another record.
error-unknown-field = Records of the kind "{ $kind }" have no field "{ $field }". Nothing was changed. Check how the field is spelled, then try again.
error-bad-value = The value does not fit the field "{ $field }", which takes: { $expected }. Nothing was changed. Correct the value, then try again.
error-custom-field-kind = Only leads, contacts, accounts, opportunities and campaigns can have fields of your own. Nothing was changed.
error-custom-field-name = "{ $field }" cannot be the name of a field. Nothing was changed. Begin with a letter and use letters, digits and _ only.
error-custom-field-clash = "{ $field }" already means something for records of the kind "{ $kind }". Nothing was changed. Choose another name.
error-custom-field-choices = A picklist needs choices, and other types of data have none; that does not fit "{ $field }". Nothing was changed. Correct the choices or the type.
error-custom-field-choices-alike = The choices of "{ $field }" cannot be told apart: one is empty, holds a semicolon, or is there twice. Nothing was changed. Correct the choices.
error-custom-fields-full = There is no number left for another field. Nothing was changed.
error-add-field-instead = A field of your own is made with "fields add", or with the command "add_field". Nothing was changed.
error-field-required = The field "{ $field }" must not be empty. Nothing was changed. Fill it in, then save again.
error-field-has-command = The field "{ $field }" cannot be filled in directly, because its rules have to be kept. Nothing was changed. Use the action that changes it, such as assigning, changing the stage or logging an activity.
error-only-one-settings = A workspace has exactly one set of settings; it can be neither added nor deleted. Nothing was changed. Change the settings that are there.
error-pool-not-empty = The lead pool still holds leads, so it cannot be deleted. Nothing was changed. Move its leads to another pool or assign them, then try again.
error-owner-or-pool = A lead either has an owner or lies in one lead pool: never both, never neither. Nothing was changed. Choose one of the two, then try again.
error-lead-is-nobody = A lead needs at least a name, a company, a phone or an email. Nothing was changed. Fill in one of them, then save again.
error-lead-read-only = This record was converted or merged into another, so it can only be read. Nothing was changed. Work with the record it became, or take the conversion or the merge back first.
error-deal-is-won = This opportunity is won, so its lead does not go back to nurturing. Nothing was changed.
error-no-lead-to-nurture = No lead was converted into this opportunity, so none can go back to nurturing. Nothing was changed. Lose the opportunity instead.

## Stages and qualification
error-no-such-transition = A lead cannot go from "{ $from }" to "{ $to }". Nothing was changed. Choose a stage that may follow; converting and merging are actions of their own.
error-wakes-to = A lead that ends nurturing goes back to the stage it left: "{ $stage }". Nothing was changed. Move it there first.
error-transition-not-yours = This change of stage is for someone else to make: marketing, the lead's owner or its steward. Nothing was changed. Ask one of them, or a sales director.
error-reason-needed = This step needs a reason, and none was given. Nothing was changed. Write the reason, then try again.
error-wake-date-needed = Nurturing needs the day on which the lead wakes up again, and none was given. Nothing was changed. Choose the day, then try again.
error-gate-not-met = A lead does not meet yet what "{ $stage }" asks for ({ $missing }). Nothing was changed. Complete what is missing; a sales director or an administrator may let it pass with a written reason.
error-dimension-range = Each of the four dimensions is scored from 0 to 3. Nothing was changed. Give a score in that range, then try again.

## Lead pools and owners
error-lead-not-in-pool = "{ $lead }" lies in no lead pool, so it cannot be claimed. It stays with its owner. Choose a lead that lies in a pool, or ask for it to be assigned to you.
error-no-such-pool = This lead pool does not exist or lies in the bin. The lead stays where it is. Restore the pool, or choose another one.
error-no-such-language = There is no language "{ $language }". Nothing was changed. Choose one of: { $languages }.
error-no-default-pool = The workspace has no lead pool that could take leads without an owner. Nothing was changed. Create a lead pool or restore one from the bin, then try again.
error-pool-not-claimable = The pool "{ $pool }" is not open for claiming. The lead stays in the pool. Wait until it is moved to a pool that is, or ask for it to be assigned to you.
error-not-claimable-stage = Only open leads from the stage "{ $stage }" on can be claimed from this pool. The lead stays in the pool. Claim it once it is that far, or ask for it to be assigned to you.
error-not-pool-member = Only its members may claim from the pool "{ $pool }", and you are not one of them. The lead stays in the pool. Ask an administrator of the pool to add you, or ask for the lead to be assigned to you.
error-lead-held = This pool holds new leads back for a while; this one can be claimed from { $date } on. The lead stays in the pool. Claim it then, or ask for it to be assigned to you.
error-former-owner = You owned this lead not long ago; you may claim it again from { $date } on. The lead stays in the pool. Claim it then, or ask for it to be assigned to you.
error-claim-batch-maximum = From this pool one may claim at most { $maximum } at a time. This lead stays in the pool. Claim the remaining ones in a further step.
error-claims-per-day = You have used up today's claims from this pool (at most { $maximum } a day). The lead stays in the pool. Claim it tomorrow, or ask for it to be assigned to you.
error-cap-reached = This person already owns as many open leads as one may. The lead stays where it is. Finish or return some open leads first, or have the limit raised.
error-lead-not-owned = "{ $lead }" has no owner, so it cannot be returned to a pool. Nothing was changed. Take it out of the selection, then try again.
error-field-not-mapped = "{ $field }" cannot go there: it has a fixed place at conversion, or that field holds something else. Nothing was changed. Choose another field.
error-assign-to-one = Leads go either to one user or to one lead pool. Nothing was changed. Name exactly one of the two, then try again.
error-user-not-active = This user does not exist or is inactive, so no leads can go there. Nothing was changed. Choose an active user.
error-not-handed-over = This lead has not been handed over to sales yet, so there is nothing to respond to. Nothing was changed. Assign it to a salesperson, or have it claimed, first.
error-response-given = Sales has responded to this hand-over already. The earlier response is kept. Undo it if it was a mistake, or hand the lead over again.
error-changed-here-too = { $field } was changed here as well: "{ $here }" stands here, "{ $there }" in the file. What stands here was kept. Change it by hand if the file is right.

## Campaigns and activities
error-unknown-status = The campaign has no member status "{ $status }". Nothing was changed. Choose one of its statuses, or add this one to the campaign.
error-about-nothing = An activity has to be about at least one record, and none was named. Nothing was changed. Choose the record, then try again.

## Conversion and merging
error-convert-nobody = No lead was chosen for the conversion. Nothing was changed. Choose at least one lead, then try again.
error-not-ready-to-convert = "{ $lead }" is at the stage "{ $stage }" and not ready to be converted. Nothing was changed. Qualify it up to "{ stage-sql }" first; a sales director or an administrator may convert an open lead with a written reason.
error-account-needed = A conversion needs an account; it cannot be skipped. Nothing was changed. Choose a new account or an existing one, then try again.
error-company-needed = "{ $lead }" names no company, and a new account needs a name. Nothing was changed. Enter the company in the lead, or choose an existing account.
error-not-converted = This lead has not been converted, so there is no conversion to take back. Nothing was changed. Choose a lead at the stage "{ stage-converted }".
error-depends-on-conversion = The conversion cannot be taken back, because other records depend on its results: { $records }. Nothing was changed. Delete those records or link them elsewhere first, then try again.
error-merge-same-kind = Only different records of the same kind can be merged. Nothing was changed. Choose, for example, two leads or two accounts, then try again.
error-merge-kind = Only leads, contacts and accounts can be merged. Nothing was changed. Choose records of one of these kinds.
error-merge-cannot-take = The value of { $field } cannot be chosen from that record. Nothing was changed. Choose another field, or one of the records that are merged.

## Opportunities and orders
error-unknown-stage = The pipeline has no stage "{ $stage }". Nothing was changed. Choose one of its stages: { $known }.
error-order-needs-account = An order needs an account, and none was named. Nothing was changed. Choose the account, or an opportunity that has one, then try again.
error-order-needs-amount = An order needs an amount above zero. Nothing was changed. Enter the amount or product lines with prices, then try again.
error-order-not-draft = The status of the order is "{ $status }", which does not allow this. Nothing was changed. Only a draft can be confirmed, and an order can be cancelled only once.
error-order-not-waiting = The status of the order is "{ $status }"; it does not wait for approval. Nothing was changed. Choose an order that awaits approval; a draft is submitted by confirming it.
error-own-approval = Nobody decides on a discount they submitted themselves. The order still awaits approval. Ask another sales director to decide.

## Undo and the history
error-one-large-at-a-time = Another large change is going on, so this one was not begun. Nothing was changed. Wait until it is done, or cancel it, and try again.
error-no-sample = There is no sample data in this workspace, so nothing was removed. Nothing was changed.
error-nothing-to-undo = There is nothing of yours left to undo on this laptop. Nothing was changed. An import can be taken back at any time from the list of imports.
error-nothing-to-redo = There is nothing to redo: only an undo can be redone, as long as nothing else was done after it. Nothing was changed. Do the step again by hand.
error-no-such-command = The history holds no command of this number. Nothing was changed. Look the number up in the history, then try again.
error-cannot-undo = "{ $command }" cannot be undone. Nothing was changed. Change what you want otherwise by hand.
error-not-your-command = Someone else did this, and only they can undo it. Nothing was changed. Ask that person, or change the records by hand.
error-no-such-batch = There is no import "{ $batch }" that could be taken back. Nothing was changed. Name the import by its ID, or by at least the first four characters of it.

## Commands by name, and work in the background
error-unknown-command = There is no command "{ $command }". Nothing was changed. See all commands with: fairlead do --list
error-bad-parameters = The parameters do not fit the command "{ $command }" ({ $reason }). Nothing was changed. See what it takes with: fairlead do --list
error-cancelled = The task was stopped before its end. Nothing of it was kept; everything is as it was before. Start it again when it suits you.
error-no-thread = The system did not let Fairlead start the part that saves ({ $reason }). Nothing was changed. Close other programs, then start Fairlead again.
error-writer-gone = The part of Fairlead that saves has stopped. Everything confirmed before is kept; the last step may be missing. Close Fairlead and open it again.
error-no-assignment-rules = There are no assignment rules. Nothing was changed. Make one, or name a pool or an owner.
error-bad-assignment-rule = The filter of the assignment rule "{ $rule }" is not understood. Nothing was changed. Correct the rule.
error-no-rule-holds = No rule fits this lead. It stays where it is. Change a rule, or give the lead to someone by name.
error-no-room-by-rules = Everyone whom the rules name for this lead has as many open leads as they may have. It stays where it is. Raise a limit, or give the lead to someone by name.
assigned-words = { $to }: { $leads ->
        [one] 1 lead
       *[other] { $count } leads
    }
assigned-nobody = Nobody: no rule holds, or nobody has room
