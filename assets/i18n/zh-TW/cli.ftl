## What the command line says

cli-list-count = 顯示 { $shown } 筆，共 { $total } 筆
cli-nothing-changed = 沒有任何變更。
cli-queued = 新增 { $count } 組待確認的重複。以「list pair」查看全部。
cli-undone = 已復原「{ $command }」：還原 { $reversed } 筆，{ $kept } 筆因之後有變更而保留，{ $failed } 筆無法還原。
cli-redone = 已重做「{ $command }」：變更 { $reversed } 筆，{ $kept } 筆因之後有變更而保留，{ $failed } 筆無法變更。
cli-imported = { $file }：讀取 { $rows } 列，新增 { $new }、更新 { $updated }、略過 { $skipped }、退件 { $rejected }。批次 { $batch }
cli-imported-before = 同一份檔案已於 { $date } 匯入過，這次只加入新的資料。
cli-returned = { $file } 已交回：讀取 { $rows } 列，更新 { $changed } 筆紀錄，{ $kept } 項衝突保留原狀。
cli-row = 第 { $row } 列
cli-exported = 已將 { $count } 筆紀錄寫入 { $file }
cli-backed-up = 備份已寫入並讀回確認：{ $file }（{ $entries } 筆資料、{ $files } 個檔案）。
cli-restored = 工作區已還原為備份的內容。
cli-restored-beside = 工作區已還原為備份的內容，原本的工作區保留在 { $old }。
cli-sound = 所有資料都與寫入時相同。
cli-not-sound = 有資料與寫入時不同。請還原最新的備份，損壞的工作區會保留在旁邊。

## What can go wrong

error-cannot-print = 無法輸出結果：{ $reason }。
error-cannot-write = 無法寫入 { $path }：{ $reason }。您的資料沒有變動，請換一個位置再試一次。
error-workspace-not-empty = 這個工作區已有潛在客戶，因此沒有加入範例資料。請用 --data 指定空的資料夾。
error-check-failed = { $details }
error-bad-delimiter = 「{ $value }」不是分隔符號。請給一個字元，例如 , ; 或 tab。
error-no-data-folder = 系統沒有指定資料的存放位置。請用 --data 指定工作區資料夾。
error-not-a-pair = 「{ $value }」不是欄位與值。請寫成 名稱=值。
error-unknown-choice = 「{ $value }」不是{ $list }的值。可用的有：{ $known }。
error-unknown-ending = 無法寫入「{ $ending }」檔，請使用 xlsx、csv、vcf 或 jsonl。
error-no-people = 只有潛在客戶與聯絡人可以寫成 vCard，「{ $kind }」不行，未寫出任何資料。請改用 xlsx、csv 或 jsonl 檔名。
error-too-many-rows-for-xlsx = 一張工作表最多容納 1,048,575 列，資料超過此數。請將「{ $path }」改為 csv 或 jsonl，或以 --filter 減少筆數。
error-unknown-kind = 沒有「{ $kind }」這種紀錄。可用的有：{ $known }。
error-unknown-report = 沒有名為「{ $report }」的報表。可用的有：{ $known }。
error-no-display = 沒有可開啟視窗的螢幕。同樣的工作可用指令完成：import、list、show、report、export、backup，詳見 fairlead --help。
error-window-failed = 無法開啟視窗：{ $reason }。您的資料安全無虞；不用視窗也能使用指令，詳見 fairlead --help。
