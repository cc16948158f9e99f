## What the command line says

cli-list-count = { $shown } shown, { $total } in all
cli-nothing-changed = Nothing changed.
cli-queued = { $count } new pairs to review. "list pair" shows all of them.
cli-undone = { $command } taken back: { $reversed } reversed, { $kept } kept because they were changed since, { $failed } could not be reversed.
cli-redone = { $command } done again: { $reversed } changed, { $kept } kept because they were changed since, { $failed } could not be changed.
cli-imported = { $file }: { $rows } rows read — { $new } new, { $updated } updated, { $skipped } skipped, { $rejected } rejected. Batch { $batch }
cli-imported-before = The same file was imported on { $date }; only what is new was added.
cli-returned = { $file } has come back: { $rows } rows read — { $changed } records changed, { $kept } conflicts kept as they are here.
cli-row = Row { $row }
cli-exported = { $count } records written to { $file }
cli-backed-up = Backup written and read back: { $file } ({ $entries } entries, { $files } files).
cli-restored = The workspace is now what the backup holds.
cli-restored-beside = The workspace is now what the backup holds. The one before is kept in { $old }.
cli-sound = Everything is as it was written.
cli-not-sound = Something is not as it was written. Restore the newest backup; the damaged workspace is kept beside it.

## What can go wrong

error-cannot-print = The result could not be printed: { $reason }.
error-cannot-write = { $path } could not be written: { $reason }. Your data is unchanged; choose another place and try again.
error-workspace-not-empty = This workspace already has leads, so no sample data was added. Choose an empty folder with --data.
error-check-failed = { $details }
error-bad-delimiter = "{ $value }" is not a separator. Give one character, such as , ; or tab.
error-no-data-folder = The system names no folder for data. Say where the workspace lies with --data.
error-not-a-pair = "{ $value }" is not a field and its value. Write name=value.
error-unknown-choice = "{ $value }" is no value of { $list }. Known are: { $known }.
error-unknown-ending = Files that end in "{ $ending }" cannot be written. Use xlsx, csv, vcf or jsonl.
error-no-people = Only leads and contacts can be written as vCards, not { $kind }. Nothing was written. Choose a file that ends in xlsx, csv or jsonl.
error-too-many-rows-for-xlsx = A sheet of a workbook holds 1,048,575 rows at the most, and there are more. Write "{ $path }" as csv or jsonl, or choose fewer with --filter.
error-unknown-kind = There are no records of the kind "{ $kind }". Known are: { $known }.
error-unknown-report = There is no report "{ $report }". Known are: { $known }.
error-no-display = There is no screen to open a window on. The same work can be done with commands: import, list, show, report, export, backup — see fairlead --help.
error-window-failed = The window could not be opened: { $reason }. Your data is safe; the commands work without a window, see fairlead --help.
