### The window.

## Places; the rail groups them
group-marketing = Marketing
group-data = Data

## Days: near ones by name, the year only where it differs
month-name =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
day-today = Today { $time }
day-yesterday = Yesterday { $time }
day-short = { $day } { month-name }
day-long = { $day } { month-name } { $year }
day-moment = { $day } { month-name } { $year } { $time }

## Values
value-yes = Yes
value-no = No

## Top bar
search-hint = Search records and commands
search-hint-short = Search
search-records = Records
search-places = Places
search-of-record = With this record
search-actions = Commands
search-nothing = Nothing is called that. Try a name, a company, a number or what you want to do.
new = New
user-menu = You and your settings
language = Language
language-short = EN
look = Appearance
look-system = As the system
look-light = Light
look-dark = Dark
undo-what =
    Undo: { $command } ({ $records ->
        [one] 1 record
       *[other] { $records } records
    })
undo-nothing = Nothing to undo
redo-what =
    Redo: { $command } ({ $records ->
        [one] 1 record
       *[other] { $records } records
    })
redo-nothing = Nothing to redo

## What can be asked for from anywhere
action-search = Search records and commands
action-new-lead = New lead
action-new-account = New account
action-new-contact = New contact
action-new-opportunity = New opportunity
action-new-campaign = New campaign
action-import = Import a file…
action-undo = Undo
action-redo = Redo
action-back = Go back
action-forth = Go forward
action-rail = Collapse or expand the side bar
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-zoom-reset = Zoom to 100 %
action-light = Light appearance
action-dark = Dark appearance
action-system = Appearance as the system
action-zh-TW = Language: 繁體中文
action-zh-CN = Language: 简体中文
action-en = Language: English
action-keys = Keyboard shortcuts
keys-everywhere = Everywhere
keys-paste = Import what was copied: files, a table, text
keys-lists = In lists
keys-move = Choose the row above or below
keys-page = A page up or down
keys-ends = The first or the last row
keys-open = Open
keys-clear = Choose nothing

## Something new
nothing-chosen = None
cancel = Cancel
create-lead = Create lead
create-account = Create account
create-contact = Create contact
create-opportunity = Create opportunity
create-campaign = Create campaign
toast-created = { $kind } created: { $name }
place-imports = Imports
place-settings = Settings

## Settings
settings-personal = For you
settings-workspace = Workspace
settings-users = Users
settings-conversion = Conversion
settings-conversion-hint = Where the fields of a lead go when it becomes an account, a contact and an opportunity. Fields of the same name go by themselves; name, company, phones, mail addresses and tags have a fixed place.
settings-assignment = Assignment
settings-assignment-hint = To whom leads are given by the rules: on import where it is asked for, and for leads that are ticked in a list. Of the rules, in their order, the first one gives a lead away that the lead fits and that has room for it.
assignment-filter = Leads that fit
assignment-filter-hint = Every lead; or for example: territory:north grade>=B
assignment-to = Go to
assignment-people = People by name
assignment-team = Team: { $name }
assignment-department = Department: { $name }
assignment-pool = Pool: { $name }
assignment-nobody-named = Nobody yet
assignment-sooner = Ask sooner
assignment-later = Ask later
assignment-remove = Remove
assignment-on = Switch on
assignment-off = Switch off
assignment-is-off = Off
assignment-new = Name of a new rule
assignment-add = Add rule
assignment-trial = What would come of it
assignment-trial-hint = For the open leads that nobody owns. Nothing is given until you say so.
assignment-try = Try the rules
sharing-going = Trying the rules…
sharing-none = There is no lead to give.
sharing-who = Who
sharing-rule = By the rule
sharing-nobody = Nobody
sharing-give = { $leads ->
        [one] Give out 1 lead
       *[other] Give out { $count } leads
    }
user-cap = Most open leads
conversion-nowhere = Nowhere
conversion-itself = { $field } (auto)
settings-matching = Matching
settings-matching-hint = When two cards are the same person. What speaks for it and against it adds up to a score; every pair shows its sum. The numbers count for imports, for what is typed, for conversion and for the search through everyone.
settings-same-from = The same from
settings-same-from-hint = From this score on a card of an import is taken for the person who is known
settings-review-from = To review from
settings-review-from-hint = From this score on the card comes in as new, and the pair waits for a person
settings-weights-for = Speaks for it
settings-weights-against = Speaks against it
settings-weights-shipped = Everything as shipped
settings-weight-was = shipped with { $weight }
settings-data = Data
settings-history = History
settings-history-hint = What was done in this workspace, the newest first; exports are part of it.
history-nothing = Nothing was done yet
history-at = When
history-command = What
history-by = Who
history-records = Records
history-why = Details
settings-zoom = Size of everything
settings-zoom-hint = Also with Ctrl + and Ctrl −
settings-keys = Show them
settings-company = Company
settings-currency = Currency
settings-currency-hint = Sums of several currencies are shown in this one
settings-zone = Time zone
settings-zone-hint = Decides when a day begins, for deadlines and reports
settings-country = Country of phone numbers
settings-country-hint = For numbers that are written without a country
settings-target = Sales target, this quarter
settings-target-next = Sales target, next quarter
settings-target-hint = The board of opportunities shows how far it is and how well what is open covers the rest
settings-users-hint = Without a passphrase on this computer, roles guide people and do not keep anyone out.
settings-folder = Where the data lies
settings-folder-open = Open the folder
settings-folder-hint = Everything is in this folder. Nothing goes over the network. Anyone who can read this disk can read it.
settings-backup = Backup
settings-backup-now = Back up now…
settings-backup-hint = One file with everything in it, read back and compared. Put it on a stick or another disk.
settings-restore = Restore
settings-restore-hint = The workspace becomes what the backup holds. What is here now is kept in a folder beside it.
settings-sample = Sample data
user-new = Name of a new user
user-new-role = Role of the new user
user-add = Add user
user-inactive = Left
user-deactivate = Mark as left
user-activate = Mark as back
backup-title = Where should the backup go?
backup-kind = Backups of Fairlead
backup-going = Backing up
backup-done = Backed up to { $file }: { $entries } entries, read back and compared
restore-title = Which backup should be restored?
restore-ask = Restore this backup?
restore-explained = The workspace becomes what { $file } holds. What was done since is not in it; it is kept in a folder beside the workspace.
restore-yes = Restore the backup
restore-no = Keep the workspace
restore-done = The backup is restored.
restore-done-beside = The backup is restored. What was here before lies in { $old }.
task-begun = beginning…
task-cancel = Cancel
task-progress = { $rows } of { $total } · { $rate }/s · { $seconds } s left

## Currencies, and countries of phone numbers
currency-TWD = New Taiwan dollar
currency-CNY = Renminbi
currency-USD = US dollar
currency-EUR = Euro
currency-JPY = Japanese yen
currency-HKD = Hong Kong dollar
currency-SGD = Singapore dollar
currency-KRW = Korean won
currency-GBP = Pound sterling
currency-MYR = Malaysian ringgit
currency-THB = Thai baht
currency-VND = Vietnamese dong
country-TW = Taiwan +886
country-CN = China +86
country-HK = Hong Kong +852
country-SG = Singapore +65
country-MY = Malaysia +60
country-TH = Thailand +66
country-VN = Vietnam +84
country-JP = Japan +81
country-KR = South Korea +82
country-IN = India +91
country-US = United States +1
country-GB = United Kingdom +44
country-DE = Germany +49
country-AU = Australia +61

## Status bar
status-offline = Offline · saved
status-saving = Offline · saving…
status-opening = Offline · opening…
status-closed = Offline
status-keys = ↑ ↓ choose · Enter show · Esc clear

## Opening the workspace
opening = Opening the workspace…
opening-records = Reading all records, which takes a moment this once: { $done } of { $of }
early-title = Reading the rest
early-state = Scores, search, the other lists and all changes follow when it is read.
early-refused = The rest of the workspace is still being read. This is possible in a moment.
early-elsewhere = This follows when everything is read.
trouble-title = The workspace cannot be opened
trouble-again = Try again
broken-title = This page stopped unexpectedly
broken-explained = An error in the program stopped this page: { $reason }. Everything saved is kept. Try again or go back; if it happens again, send us the crash report that lies beside the workspace folder.
pasted-name = Pasted
trouble-quit = Close the window

## A workspace without leads
welcome-title = Welcome to Fairlead
welcome-hint = From a stack of name cards to a won order. Everything stays on this computer.
welcome-drop = Drop a file of cards here
welcome-drop-hint = One click takes an import back
welcome-choose = Choose a file…
welcome-excel = Excel
welcome-text = CSV and text, any encoding
welcome-vcard = vCard
welcome-paste = pastes a table, text or files
welcome-name = Your name
welcome-name-hint = As your colleagues know you
welcome-currency = Currency
welcome-or = or
welcome-sample = Look around with sample data
welcome-sample-hint = A made-up season of fairs: { $leads } cards and what became of them. Clearly marked, removed with one click.
welcome-sample-open = Open the sample
welcome-empty = Start empty
welcome-restore = Restore a backup…
sample-note = Sample data: these people, companies and figures are made up.
sample-remove = Remove the sample data
welcome-offline = No account, no server, works without a network

## Leads
column-name-company = Name / company
column-owner-pool = Owner / pool
column-state = State
lead-nameless = No name
filter-hint = Type to filter
filter-clear = Clear the filter
leads-coming = The leads appear here when the import is done
preview-reading = Reading…
preview-close = Close the preview
preview-hidden = Shown once claimed
section-contact = Contact
section-interest = Interest
section-origin = Origin
section-work = Work
section-others = Further fields

## Lists
group-sales = Sales
place-pool = Lead pool
list-grouped = Grouped by { $field }
group-fold = Fold all
group-unfold = Unfold all
pool-all = All
pool-nurturing = Nurturing
pool-mine = Mine
pool-owned = Owned { $owned } / { $most }
new-lead = New lead
new-account = New account
new-contact = New contact
new-opportunity = New opportunity
new-campaign = New campaign
view-shipped = As shipped
view-named = View: { $name }
view-keep = Save as new view…
view-keep-do = Save view
view-change = Save changes
view-delete = Delete view
view-shared = Shared with everyone
group-nothing = Without
list-columns = Columns
list-among = Counted in
list-preview = Preview
list-menu = Menu
list-tick-all = Select all
list-tick = Select
list-count = { $total } { $things }
list-count-shown = { $shown } shown of { $total } { $things }
list-sum = { $field }: { $sum }
list-ticked = { $count } selected
list-counting = counting…
empty-list = No { $things } yet
empty-list-hint = Drop a file of cards anywhere on the window, or import one
empty-new-hint = Make the first one here
empty-customers-hint = They come from leads that are converted, or are typed in here
empty-deals-hint = They come from leads that are converted, or are opened on the page of an account
empty-orders-hint = They are written on the page of an opportunity or an account
empty-filtered = No { $things } fit the filter
empty-filtered-hint =
    { $count ->
        [one] The filter hides the only one; nothing is gone
       *[other] The filter hides all { $count }; nothing is gone
    }
filter-add = Filter
filter-remove = Remove
filter-not = not
filter-none = none
filter-me = me
filter-today = today
filter-yesterday = yesterday
filter-last-7 = last 7 days
filter-last-30 = last 30 days
filter-next-30 = next 30 days
filter-from = From
filter-to = To
filter-between = { $from } – { $to }
filter-apply = Apply
column-ascending = Sort ascending
column-descending = Sort descending
column-group = Group by this column
column-ungroup = Do not group
column-pin = Pin column
column-unpin = Unpin column
column-left = Move left
column-right = Move right
column-width = Width as shipped
column-hide = Hide column
columns-shipped = Columns as shipped
row-open = Open
row-tick = Select
row-untick = Deselect
key-space = Space
age-hours = { $count } h
age-days = { $count } d
section-fields = Fields

## Many records at once
bulk-all = Select all { $count }
bulk-clear = Clear the selection
bulk-more = More actions
bulk-too-few = Select two or more
bulk-too-many = At most { $most } at once
bulk-claim = Claim { $count }
bulk-assign = Assign…
bulk-assign-to = Assign to
bulk-by-rules = By the rules…
bulk-by-rules-title = Give the ticked leads by the rules
bulk-return = Return…
bulk-return-do = Return
bulk-stage = Stage…
bulk-stage-do = Move
bulk-campaign = Campaign…
bulk-set = Set a field…
bulk-set-do = Set
bulk-merge = Merge { $count }…
bulk-export = Export…
bulk-delete = Delete { $count }
form-choose = Choose…
form-field = Field
form-cancel = Cancel
form-day-hint = 2026-12-08
form-reason-hint = Why
export-title = Export
export-what = Export { $things }
export-records = Which records
export-ticked = The { $count } that are selected
export-matching = All { $count } that match
export-format = Format
export-xlsx = Excel workbook (.xlsx)
export-xlsx-note = To work with and to hand out. Drop it here again and changed cells are taken over.
export-csv = Table (.csv)
export-csv-note = A plain table that every program opens.
export-vcf = Contact cards (.vcf)
export-vcf-note = For phones and mail programs: a card for each person.
export-jsonl = Whole records (.jsonl)
export-jsonl-note = For other programs: every field, a record on each line.
export-no-room = A workbook has room for 1,048,575 records only.
export-shown = As in the list ({ $count })
export-whole = All fields
export-do = Export…
export-going = Writing the file
toast-exported =
    { $count ->
        [one] { $file }: 1 record written
       *[other] { $file }: { $count } records written
    }

## Files dragged over the window
drop-title =
    { $files ->
        [one] Drop to import the file
       *[other] Drop to import { $files } files
    }
drop-nothing = None of these can be imported
drop-hint = One click takes an import back
drop-import = Import as cards
drop-left-out = Left out: no cards
drop-more =
    { $files ->
        [one] and 1 more file
       *[other] and { $files } more files
    }

## Choosing files
pick-title = Import files of cards
pick-cards = Files of cards
pick-all = All files

## Imports
import-button = Import…
import-cancel = Cancel import
import-going = Importing { $file }
import-reading = reading the file…
import-progress = { $rows } rows · { $rate } rows/s
import-stopping = stopping…
import-waiting =
    { $files ->
        [one] · 1 more file waits
       *[other] · { $files } more files wait
    }
import-stands = Imported
import-undone = Taken back
imports-choose =
    { $imports ->
        [one] 1 import
       *[other] { $imports } imports; choose one to see its report and take it back
    }
imports-nothing = Nothing has been imported yet
imports-nothing-hint = Drop a file of cards anywhere on the window

## Report of an import
report-title = Import report
report-title-more =
    { $reports ->
        [one] Import report · 1 more behind it
       *[other] Import report · { $reports } more behind it
    }
report-seconds = { $seconds } s
report-before = The same file was imported before; only what is new was added.
report-undo = Undo this import
report-close = Close report
report-no-problem = No row had a problem.
report-problems =
    { $problems ->
        [one] 1 remark on the rows
       *[other] { $problems } remarks on the rows
    }
report-more =
    { $problems ->
        [one] and 1 more
       *[other] and { $problems } more
    }
report-row = Row { $row }

## Toasts
toast-changed = { $count } records changed
toast-nurtured = { $name }: its lead is back in nurturing
toast-undo = Undo
toast-close = Close
toast-imported =
    { $rejected ->
        [0] { $file }: { $new } new, { $updated } updated
       *[other] { $file }: { $new } new, { $updated } updated, { $rejected } rejected
    }
toast-import-cancelled =
    { $others ->
        [0] Import of { $file } cancelled. Nothing of it was kept.
        [one] Import of { $file } and of 1 more file cancelled. Nothing of them was kept.
       *[other] Import of { $file } and of { $others } more files cancelled. Nothing of them was kept.
    }
toast-undone =
    { $kept ->
        [0] { $command } taken back: { $reversed } reversed
       *[other] { $command } taken back: { $reversed } reversed, { $kept } kept because they were changed since
    }
toast-left-out = Left out, because these are no files of cards: { $files }. Save cards as xlsx, csv or vcf and drop those.

## What can go wrong in the window
error-filter-needs-disk = This filter asks for a field that the list does not keep at hand. The list is as it was. Filter by another field, or use "fairlead list" on the command line, which reads every record.
error-job-broken = A task in the background stopped unexpectedly ({ $reason }). Everything saved is kept. Try again; if it happens again, send us the crash report that lies beside the workspace folder.
error-no-file-dialog = The system offers no dialog to choose files. Nothing was changed. Drop the file on the window instead, or import it with "fairlead import FILE".

## Amounts where there is little room

amount-million = { $number }M
amount-billion = { $number }B

## The board of deals

deals-board = Board
deals-table = Table
deals-pipeline = Pipeline: { $name }
deals-closes = close { $day }
deals-late = overdue
deals-no-step = No next step
deals-days-late = { $days } d late
deals-none = No open deal in this stage
deals-column =
    { $stage }: { $count ->
        [one] 1 deal
       *[other] { $count } deals
    }, { $sum }
deals-weighted = weighted { $sum }
deals-drop = Drop a card here
deals-asks-reason = asks for the reason and the competitor
deals-asks-wake = asks for the reason and the day
deals-won = { $count } this quarter, { $sum }
deals-count =
    { $count ->
        [one] 1 deal
       *[other] { $count } deals
    }
deals-win-rate = by count, 90 d
deals-target = Target, quarter
deals-coverage = Coverage
deals-of-rest = of the rest
deals-committed = { $share } % with commit
deals-planned = { $count } planned
deals-today = { $count } today
deals-overdue = { $count } late
deals-unplanned = { $count } no next task
deals-move = Move to…
deals-menu = What can be done with { $name }
