# Reading files. Errors say what happened, what was kept and what to do.

error-file-not-found = There is no file "{ $path }". Nothing was imported. Check the name and the folder, or plug the stick in again.
error-file-is-a-folder = "{ $path }" is a folder. Nothing was imported. Choose a file in it.
error-file-not-permitted = You may not read "{ $path }". Nothing was imported. Ask for the right to read it, or copy it to a folder of your own.
error-file-unreadable = "{ $path }" could not be read ({ $reason }). Nothing was imported. Copy the file to this computer and import the copy.
error-empty-file = "{ $path }" holds no rows. Nothing was imported. Choose another file or sheet.
error-unknown-format = "{ $path }" is neither text nor a workbook nor a vCard. Nothing was imported. Save it as xlsx, csv or vcf and import that.
error-format-not-yet = "{ $path }" is a file of the kind { $format }, which cannot be read yet. Nothing was imported. Save it as xlsx or csv and import that.
error-ole-unknown = "{ $path }" is an old Office file that is no workbook. Nothing was imported. Save it as xlsx or csv and import that.
error-password-protected = "{ $path }" is protected by a password. Nothing was imported. Open it, save it without the password, and import that.
error-damaged-file = "{ $path }" is damaged or unsafe ({ $reason }). Nothing was imported. Open it in the program it comes from, save it anew, and import that.
error-file-too-large = "{ $path }" is larger than { $limit }. Nothing was imported. Split it into several files, or save a workbook as csv.
error-inflates-too-much = "{ $path }" would unpack to far more than its size, as files made to do harm do. Nothing was imported. If you trust it, open it and save it anew.
error-no-table = "{ $path }" is a web page without a table. Nothing was imported. Copy the table itself, or save it as xlsx or csv.
error-no-code = There is no QR code in "{ $path }" that could be read. Nothing was imported. Take the picture again, straight from above and in good light.
error-damaged-picture = The picture "{ $path }" is damaged or too large ({ $reason }). Nothing was imported. Save it anew as png or jpg, and import that.
error-no-cards-inside = Nothing in "{ $path }" can be imported: { $files }. Nothing was imported. Import one of its files alone to see why.
error-too-many-files = "{ $path }" holds more than { $limit } files. Nothing was imported. Import them in several parts.
error-unsafe-name = The file "{ $path }" in the archive would land outside its folder. It was not read.
error-cannot-start-reader = The program could not start a second process to read "{ $path }" ({ $reason }). Nothing was imported. Save the file as xlsx or csv and import that.
error-errors-only = "{ $path }" holds formulas that give an error, such as #DIV/0! or #REF!, and nothing else. Nothing was imported. Open it where the formulas can be calculated, save their values, and import it again.
error-reader-gave-up = "{ $path }" could not be read: the process that reads it ended in the middle. Nothing was imported. Open the file, save it as xlsx or csv, and import that.
error-reader-too-slow = "{ $path }" takes too long to read. Nothing was imported. Open the file, save it as xlsx or csv, and import that.
error-reading-stopped = The reading of "{ $path }" was stopped. Nothing was imported.
error-file-comes-back = "{ $path }" was exported by this program and has come back. Nothing was imported. Take over what was changed in it with "fairlead import".
error-too-many-rows = "{ $path }" has more than 5,000,000 rows. Nothing was imported. Split it into several files.
error-read-failed = "{ $path }" could be read only as far as line { $row } ({ $reason }). Nothing was imported. Check that the stick or the network is still there, and import it again.
error-file-changed = "{ $path }" was changed while it was read. Nothing was imported. Wait until it is complete, and import it again.
error-unknown-encoding = There is no encoding "{ $encoding }". Use a name such as utf-8, big5, gbk, shift_jis or utf-16le, or leave it out to have it detected.
error-no-such-row = "{ $path }" has no row { $row } that could hold the labels. Nothing was imported. Name a row of the file, or 0 if there are no labels.
error-unknown-sheet = "{ $path }" has no sheet "{ $sheet }". Nothing was imported. Its sheets are: { $sheets }.
error-unknown-column = There is no column "{ $column }". Nothing was imported. The columns are: { $columns }. A column without a label is named by its place, such as #3.
error-unknown-target = There is no field "{ $field }" that column "{ $column }" could go to. Nothing was imported. The fields are: { $fields }.
error-not-a-map = "{ $path }" is not a mapping ({ $reason }). Nothing was imported. Write one JSON object of labels and fields: { "{" }"姓名": "name", "#5": null{ "}" }.

# What is wrong with a row.

problem-ragged = The row has more or fewer cells than the header; missing cells were left empty, extra ones were kept in the file.
problem-unclosed-quote = A quotation mark in the row is never closed; the row was read without quotation marks. Look at its cells.
problem-cell-cut = The cell has more than 32,767 characters; the rest was left out and is still in the file.
problem-digits-lost = The number was shortened by a spreadsheet and its last digits are gone. Correct it in the source and import the row again.
problem-totals-row = This row is a total or a remark, not a card.
problem-repeated-header = This row is the header again, not a card.
problem-too-many-columns = Columns after the 512th were left out.
problem-mixed-encoding = The row is in another encoding than its neighbours; check that its text is right.
problem-undecodable = Some characters could not be decoded and are shown as �. Choose another encoding if many rows say so.
problem-formula-empty = The cell holds a formula that was never calculated. Open the workbook in Excel, save it, and import it again.
problem-formula-error = The formula in the cell gives an error; the cell was left empty.
problem-card-unfinished = The card has no end; what could be read of it was kept.
problem-card-of-a-group = The card is a group of other cards and no person.
problem-damaged-card = The card is damaged and could not be read.
problem-not-a-card = This is neither a vCard nor a MECARD.
problem-file-left-out = This file was left out, for no reader knows it or it is damaged. Import it alone to see why.
problem-sheet-left-out = This sheet was left out, for it is hidden or holds no cards. Name it to import it all the same.
problem-record-gone = There is no record with the ID of this row any more; the row was left out.
problem-cell-not-taken = This cell was changed, but cannot be taken from a file. Change it in the program.
problem-read-failed = The file could not be read further.
problem-file-changed = The file was changed while it was read.
problem-too-many-rows = The file has more than 5,000,000 rows.
problem-damaged-file = The file is damaged from here on.

# The file of rows that were left out.

rejects-reason = Reason it was left out

# Why a column was given its field.

why-known-label = known label
why-content = by its content
why-template = as last time
why-user = chosen by you
why-unknown = not recognised

problem-date-unread = This date could not be read without guessing, so the field was left empty.
problem-mail-unread = This is no mail address; it was kept in the notes.
problem-title-row = This row is the title of a table further down, not a card.
