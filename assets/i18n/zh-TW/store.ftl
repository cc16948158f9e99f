### What can go wrong with the workspace on disk.

## What was tried when a file failed; fills { $operation }
operation-create = 建立
operation-read = 讀取
operation-write = 寫入
operation-open = 開啟
operation-remove = 刪除

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
        [history] 變更歷史
       *[other] 其他資料
    }

## Files and disks
error-file = 無法{ $operation }「{ $path }」（{ $reason }）。先前儲存的資料沒有變動，最後一步可能沒有存到。請確認磁碟或隨身碟已接上，再試一次。
error-disk-full = 磁碟已滿，無法{ $operation }「{ $path }」。先前儲存的資料都在，最後一步可能沒有存到。請清出一些空間，再試一次。
error-not-permitted = 系統不允許程式{ $operation }「{ $path }」。先前儲存的資料沒有變動。請調整檔案或資料夾的權限，或改選其他位置，再試一次。
error-cannot-read = 無法讀取「{ $path }」（{ $reason }）。沒有任何資料變動。請確認檔案還在、磁碟或隨身碟已接上，再試一次。

## Opening a workspace
error-locked = 工作區「{ $path }」已由另一個 Fairlead 開啟（處理程序 { $holder }）。沒有任何資料變動。請先在那裡關閉，再試一次。
error-newer-workspace = 「{ $path }」是由較新版本的 Fairlead 寫入的。沒有任何資料變動。請更新這台電腦上的程式，再試一次。
error-newer-record = 有一筆紀錄是由較新版本的 Fairlead 寫入的，這裡無法顯示。該筆紀錄原樣保留。請更新這台電腦上的程式，再重新開啟工作區。

## Damage
error-damaged-workspace = 「{ $path }」的內容和程式上次留下的不一樣，可能遺失了一部分或被外部改動。沒有刪除或寫入任何資料。請還原最新的備份；目前的資料夾會另外保留。
error-damaged-manifest = 檔案「{ $path }」已損壞，因此沒有開啟工作區。沒有刪除或寫入任何資料。請還原最新的備份；目前的資料夾會另外保留。
error-damaged-database = 無法讀取「{ $path }」裡的資料（{ $reason }）。沒有刪除任何資料。請關閉程式後重新開啟；若仍然不行，請還原最新的備份，目前的資料夾會另外保留。
error-damaged-record = 有一筆紀錄已損壞，無法讀取（位於「{ store-tree }」）。沒有刪除任何資料。請檢查工作區，看看影響多大，再還原最新的備份。
error-missing-records = 有些紀錄不見了（位於「{ store-tree }」）。其餘的都還在。請先不要再輸入資料：檢查工作區，再還原最新的備份。
error-missing-file = 無法開啟隨紀錄保存的檔案「{ $path }」（{ $reason }）。紀錄本身還在。若檔案被移走，請放回原處，或還原最新的備份。
error-damaged-file-kept = 「{ $path }」裡保存的內容已和當初儲存的不同。工作區的其他資料沒有變動。請還原最新的備份來找回內容。
error-damaged-backup = 「{ $path }」已損壞，或不是 Fairlead 的備份。工作區沒有變動。請改用另一份備份，或在其他磁碟上重新備份。

## Saving
error-journal-broken = 磁碟沒有確認先前的一次儲存，程式因此暫停寫入。在那之前已確認儲存的資料都在。請檢查磁碟，然後關閉程式再重新開啟。
error-restart-needed = 磁碟發生問題後，程式已停止儲存，以免資料混亂。先前儲存的資料都在，這一步沒有存到。請關閉程式再重新開啟。
error-saved-not-applied = 這次變更已儲存，但還沒有顯示出來。沒有遺失任何資料。請關閉程式再重新開啟，就會看到。
error-large-command-running = 另一項大型作業（例如匯入）還在進行。沒有任何資料變動。請等它完成或取消它，再試一次。
error-cannot-encode = 這次變更無法轉成可儲存的格式（{ $reason }）。這次變更沒有存到，先前的資料都在。請一次少做一些，再試一次。

store-rebuilt = 資料庫曾經損壞，已由日誌重建，已儲存的資料沒有遺失。損壞的資料庫保留在 { $path }。
