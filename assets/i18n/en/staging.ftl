# Files that are looked at before they are imported.

staging-files = Files
staging-format = Format
staging-columns = Columns
staging-check = Check
staging-cancel = Cancel import
staging-back = Back
staging-remove = Leave the file out
staging-again = Try again
staging-add = Add files…
staging-add-hint = Or drop more files on the window
staging-failed = cannot be read
staging-rows =
    { $rows ->
        [one] 1 row
       *[other] { $count } rows
    }
staging-checking = checking…
staging-commit =
    { $leads ->
        [one] Import 1 lead
       *[other] Import { $count } leads
    }
staging-commit-whole = Import the file as it is
staging-too-large = The file is too large to be looked at row by row; its first { $count } rows were read. Import it as it is: the report lists what is wrong, and one click takes it all back.
staging-odd-kind = In truth { $kind }
staging-country = Country of phones
staging-sheets = { $read } of { $all } sheets
sheet-empty = empty
sheet-cards = looks like cards
sheet-table = another table
sheet-words = words
sheet-hidden = hidden
staging-no-labels = No labels
staging-field-of = Field of { $column }
staging-make-field = Make a field of it
staging-column = column
staging-template = Saved mapping
staging-template-choose = Use a saved mapping
staging-template-name = Save this mapping as
staging-template-hint = Name, kept with the import
staging-before = The same file was imported on { $date }. Rows that are known already add nothing new.
staging-next = Next issue
staging-shown = { $shown } of { $all } rows
staging-promise = Nothing is saved yet. One click takes the import back later.
staging-row = Row
staging-fate = Result
staging-repair = Put right…
staging-repair-rows =
    { $rows ->
        [one] 1 row
       *[other] { $count } rows
    }, such as "{ $value }"
staging-repair-look = Look
staging-leave-out = Leave these values out
staging-leaves-out = values with a problem are left out
staging-rule-back = Take back
staging-close = Close the row
staging-row-next = Next row
staging-row-before = Row before
staging-of-file = In the file
staging-evidence = Evidence
staging-score = { $score } in all; the same person from { $same }
staging-to = Into
staging-known = Known people
staging-sums = Rows = new + updated + skipped + rejected
staging-no-campaign = No campaign
staging-new-campaign = new campaign
staging-campaign-hint = Name of a campaign
staging-by-campaign = As the campaign
staging-intake = Intake
staging-more = Supplier, handed over by…
fate-all = All
fate-new = New
fate-update = Update
fate-duplicate = Duplicate
fate-conflict = Conflict
fate-skip = Left out
fate-error = Error
fate-remarked = With a remark
fate-same-row = the person of row { $row }
fate-like-row = like the person of row { $row }
fate-fills = filled in
fate-adds = added or changed
fate-new-hint = Becomes a new lead.
fate-update-hint = Is someone known: what is empty there is filled, as chosen below.
fate-duplicate-hint = Is a second card of someone in this file; the two become one lead.
fate-conflict-hint = May be someone known. Unless you decide, it comes in as new and waits in the review of duplicates.
fate-skip-hint = Is left out, as you decided.
fate-error-hint = Cannot be imported. Put it right here, or it goes into the file of rejected rows.
decide-new = Another person: make a new lead
decide-same = The same person: fill what is empty
decide-skip = Leave this row out
decide-back = Take the decision back
decide-alike =
    { $rows ->
        [one] Also for 1 other row with the same evidence
       *[other] Also for { $rows } other rows with the same evidence
    }
delimiter-comma = Comma ,
delimiter-semicolon = Semicolon ;
delimiter-tab = Tab
delimiter-bar = Bar |
delimiter-wide-comma = Wide comma ，
delimiter-space = Space
date-dmy = Day / month / year
date-mdy = Month / day / year
date-ymd = Year / month / day
reader-csv = CSV
reader-xlsx = Excel workbook
reader-xls = Old Excel workbook
reader-xlsb = Binary Excel workbook
reader-ods = OpenDocument sheet
reader-html = HTML table
reader-spreadsheetml = Excel XML 2003
reader-vcf = vCard
reader-mecard = Card text
reader-qr = QR code
reader-zip = Archive
target-mobile = Mobile
target-phone = Phone
target-phone_ext = Extension
target-fax = Fax
target-email = Email
target-qq = QQ
target-skype = Skype
target-facebook = Facebook
target-consent = Consent given on
target-ignore = Leave out
target-address = Address in one line
short-ragged = more or fewer cells than the header
short-unclosed-quote = quotation mark is not closed
short-cell-cut = too long, cut
short-digits-lost = last digits are lost
short-totals-row = a total, not a card
short-repeated-header = the header again
short-too-many-columns = too many columns
short-mixed-encoding = other encoding, check it
short-undecodable = could not be decoded
short-formula-empty = formula without a value
short-formula-error = formula gives an error
short-card-unfinished = the card has no end
short-damaged-card = the card is damaged
short-not-a-card = not a card
short-nobody = no name, company, phone or email
short-date-unread = which day is meant?
short-mail-unread = no mail address
short-reopen = reopen?
short-phone-unread = no valid number
short-value-unread = does not fit the field
problem-reopen = Was disqualified and came again. It was updated; look whether to reopen it.
problem-phone-unread = This is no number that can be dialled as it is written; it was kept as it is. A country for the column may help.
problem-value-unread = This value does not fit the field, so the field was left empty.
error-file-changed-since = "{ $path }" has been changed since it was looked at. Nothing of it was imported. Open it again, and look at what has changed.
drop-code = Read the QR code
returned-title = A file that came back
returned-sums = { $rows } rows read, { $changed } records changed, { $kept } changes kept back because they were changed here too or are not allowed.
returned-undo = Undo these changes
toast-came-back = { $file }: { $changed } records changed, { $kept } conflicts
field-template = Saved mapping
field-handed_over_by = Handed over by
field-report = Report
field-undone = What was taken back
field-adjustments = What was put right
imports-rejects = Save rejected rows…
imports-rejects-title = Save the rows that were left out
imports-rejects-name = left out
imports-open = Open the kept file…
imports-open-hint = Look at its rows again, and map another column: who is known already gets it.
imports-columns = Columns
imports-left-out = left out
imports-undone = Taken back on { $date }: { $reversed } reversed, { $kept } kept, { $failed } failed
imports-kept = Kept, because they were changed since
imports-failed = Could not be put back
imports-close = Close the import
staging-checked = { $done } of { $all } rows checked…
staging-reading =
    { $rows ->
        [one] 1 row read…
       *[other] { $count } rows read…
    }
staging-by-rules = By the rules
staging-by-rule = Rule: { $rule }
imports-page = { $from }–{ $to } of { $all }
imports-page-next = Next page
imports-page-before = Page before
short-title-row = a title, not a card
