### What can go wrong with the workspace on disk.

## What was tried when a file failed; fills { $operation }
operation-create = create
operation-read = read
operation-write = write
operation-open = open
operation-remove = remove

## Which part of the data a record belongs to
store-tree =
    { $tree ->
        [lead] { kind-lead-plural }
        [campaign] { kind-campaign-plural }
        [account] { kind-account-plural }
        [contact] { kind-contact-plural }
        [opportunity] { kind-opportunity-plural }
        [order] { kind-order-plural }
        [activity] { kind-activity-plural }
        [user] { kind-user-plural }
        [pool] { kind-pool-plural }
        [import_batch] { kind-import_batch-plural }
        [settings] { kind-settings-plural }
        [custom_field] { kind-custom_field-plural }
        [custom_kind] { kind-custom_kind-plural }
        [custom] { kind-custom-plural }
        [history] History
       *[other] other data
    }

## Files and disks
error-file = Fairlead could not { $operation } "{ $path }" ({ $reason }). What was saved before is untouched; the last step may be missing. Check that the disk or stick is connected, then try again.
error-disk-full = The disk is full, so Fairlead could not { $operation } "{ $path }". What was saved before is kept; the last step may be missing. Free some space, then try again.
error-not-permitted = The system does not allow Fairlead to { $operation } "{ $path }". What was saved before is untouched. Change the permissions of the file or folder, or choose another place, then try again.
error-cannot-read = "{ $path }" cannot be read ({ $reason }). Nothing was changed. Check that the file is there and the disk or stick is connected, then try again.

## Opening a workspace
error-locked = The workspace "{ $path }" is already open in another Fairlead (process { $holder }). Nothing was changed. Close it there, then try again.
error-newer-workspace = "{ $path }" was written by a newer version of Fairlead. Nothing was changed. Update Fairlead on this computer, then try again.
error-newer-record = A record was written by a newer version of Fairlead and cannot be shown here. It is kept as it is. Update Fairlead on this computer, then open the workspace again.

## Damage
error-damaged-workspace = What lies in "{ $path }" is not as Fairlead left it: something was lost or changed from outside. Nothing was deleted or written. Restore the newest backup; the folder as it is now is kept beside it.
error-damaged-manifest = The file "{ $path }" is damaged, so the workspace was not opened. Nothing was deleted or written. Restore the newest backup; the folder as it is now is kept beside it.
error-damaged-database = The data in "{ $path }" cannot be read ({ $reason }). Nothing was deleted. Close Fairlead and open it again; if that does not help, restore the newest backup, and the folder as it is now is kept beside it.
error-damaged-record = A record is damaged and cannot be read (under { store-tree }). Nothing was deleted. Check the workspace to see how much is affected, then restore the newest backup.
error-missing-records = Some records are missing (under { store-tree }). The others are kept. Enter nothing more for now: check the workspace, then restore the newest backup.
error-missing-file = The file "{ $path }", kept with a record, cannot be opened ({ $reason }). The record itself is kept. Put the file back if it was moved, or restore the newest backup.
error-damaged-file-kept = What is kept in "{ $path }" is no longer what was saved. The rest of the workspace is untouched. Restore the newest backup to get it back.
error-damaged-backup = "{ $path }" is damaged or is not a backup of Fairlead. The workspace was not changed. Use another backup, or make a new one on another disk.

## Saving
error-journal-broken = The disk did not confirm an earlier save, so Fairlead writes nothing more for now. Everything confirmed before is kept. Check the disk, then close Fairlead and open it again.
error-restart-needed = After trouble with the disk Fairlead has stopped saving, so that nothing gets mixed up. Everything saved before is kept; this step was not saved. Close Fairlead and open it again.
error-saved-not-applied = The change is saved but does not show yet. Nothing is lost. Close Fairlead and open it again; it shows then.
error-large-command-running = Another large task, such as an import, is still running. Nothing was changed. Wait until it is done or cancel it, then try again.
error-cannot-encode = The change could not be put into a form that can be saved ({ $reason }). It was not saved; everything before it is kept. Try again with less at a time.

store-rebuilt = The database was damaged and has been rebuilt from the journal; nothing that was saved is missing. The damaged one is kept in { $path }.
