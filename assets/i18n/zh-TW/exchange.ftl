# 讀取檔案。錯誤訊息說明發生了什麼、保留了什麼、接下來該怎麼做。

error-file-not-found = 找不到檔案「{ $path }」，未匯入任何資料。請檢查檔名與資料夾，或重新插入隨身碟。
error-file-is-a-folder = 「{ $path }」是資料夾，未匯入任何資料。請選擇其中的檔案。
error-file-not-permitted = 您沒有讀取「{ $path }」的權限，未匯入任何資料。請取得讀取權限，或將檔案複製到自己的資料夾。
error-file-unreadable = 無法讀取「{ $path }」（{ $reason }），未匯入任何資料。請將檔案複製到這台電腦後再匯入。
error-empty-file = 「{ $path }」沒有任何資料列，未匯入任何資料。請選擇其他檔案或工作表。
error-unknown-format = 「{ $path }」不是文字檔、活頁簿或 vCard，未匯入任何資料。請另存為 xlsx、csv 或 vcf 後再匯入。
error-format-not-yet = 「{ $path }」是 { $format } 檔案，目前尚無法讀取，未匯入任何資料。請另存為 xlsx 或 csv 後再匯入。
error-ole-unknown = 「{ $path }」是舊版 Office 檔案，但不是活頁簿，未匯入任何資料。請另存為 xlsx 或 csv 後再匯入。
error-password-protected = 「{ $path }」設有密碼保護，未匯入任何資料。請開啟後移除密碼並另存，再行匯入。
error-damaged-file = 「{ $path }」已損毀或不安全（{ $reason }），未匯入任何資料。請用原本的程式開啟並重新存檔，再行匯入。
error-file-too-large = 「{ $path }」超過 { $limit }，未匯入任何資料。請分成數個檔案，或將活頁簿另存為 csv。
error-inflates-too-much = 「{ $path }」解壓縮後遠大於檔案本身，與惡意檔案相似，未匯入任何資料。若您信任此檔案，請開啟後重新存檔。
error-no-table = 「{ $path }」是沒有表格的網頁，未匯入任何資料。請直接複製表格，或另存為 xlsx 或 csv。
error-no-code = 「{ $path }」裡找不到可讀取的 QR Code，未匯入任何資料。請在光線充足處從正上方重新拍攝。
error-damaged-picture = 圖片「{ $path }」已損毀或過大（{ $reason }），未匯入任何資料。請重新存成 png 或 jpg 後再匯入。
error-no-cards-inside = 「{ $path }」裡沒有可匯入的檔案：{ $files }。未匯入任何資料。請單獨匯入其中一個檔案以查看原因。
error-too-many-files = 「{ $path }」包含超過 { $limit } 個檔案，未匯入任何資料。請分批匯入。
error-unsafe-name = 壓縮檔中的「{ $path }」會跑到資料夾之外，因此未讀取。
error-cannot-start-reader = 無法啟動另一個程序來讀取「{ $path }」（{ $reason }），未匯入任何資料。請另存為 xlsx 或 csv 後再匯入。
error-errors-only = 「{ $path }」只有結果為錯誤的公式（例如 #DIV/0!、#REF!），沒有其他內容，未匯入任何資料。請在能計算這些公式的程式中開啟，改存為數值後再匯入。
error-reader-gave-up = 無法讀取「{ $path }」：讀取程序中途結束，未匯入任何資料。請開啟檔案並另存為 xlsx 或 csv 後再匯入。
error-reader-too-slow = 讀取「{ $path }」花費太久，未匯入任何資料。請開啟檔案並另存為 xlsx 或 csv 後再匯入。
error-reading-stopped = 已停止讀取「{ $path }」，未匯入任何資料。
error-file-comes-back = 「{ $path }」是本程式匯出後交回的檔案，未匯入任何資料。請用「fairlead import」併回其中的修改。
error-too-many-rows = 「{ $path }」超過 5,000,000 列，未匯入任何資料。請分成數個檔案。
error-read-failed = 「{ $path }」只能讀到第 { $row } 行（{ $reason }），未匯入任何資料。請確認隨身碟或網路連線後重新匯入。
error-file-changed = 「{ $path }」在讀取期間被更動，未匯入任何資料。請等檔案寫入完成後重新匯入。
error-unknown-encoding = 沒有名為「{ $encoding }」的編碼。請使用 utf-8、big5、gbk、shift_jis 或 utf-16le 等名稱，或省略以自動偵測。
error-no-such-row = 「{ $path }」沒有可作為標題的第 { $row } 列，未匯入任何資料。請指定檔案中的列號；若沒有標題列請填 0。
error-unknown-sheet = 「{ $path }」沒有名為「{ $sheet }」的工作表，未匯入任何資料。現有工作表：{ $sheets }。
error-unknown-column = 沒有名為「{ $column }」的欄，未匯入任何資料。現有的欄：{ $columns }。沒有標題的欄請以位置表示，例如 #3。
error-unknown-target = 沒有名為「{ $field }」的欄位可供「{ $column }」對應，未匯入任何資料。可用的欄位：{ $fields }。
error-not-a-map = 「{ $path }」不是有效的對應檔（{ $reason }），未匯入任何資料。請寫成一個 JSON 物件，例如 { "{" }"姓名": "name", "#5": null{ "}" }。

# 資料列的問題。

problem-ragged = 此列的儲存格數與標題不符；不足的留空，多出的仍保留在檔案中。
problem-unclosed-quote = 此列有未閉合的引號，已改以不含引號的方式讀取。請檢查各儲存格。
problem-cell-cut = 儲存格超過 32,767 個字元；其餘內容未匯入，仍保留在檔案中。
problem-digits-lost = 這個號碼已被試算表縮寫，末幾位數字已遺失。請在來源檔更正後重新匯入此列。
problem-totals-row = 此列是合計或附註，不是名片。
problem-repeated-header = 此列是重複的標題列，不是名片。
problem-too-many-columns = 第 512 欄之後的內容未讀取。
problem-mixed-encoding = 此列的編碼與其他列不同，請確認文字是否正確。
problem-undecodable = 部分字元無法解碼，以 � 顯示。若有許多列如此，請改選其他編碼。
problem-formula-empty = 儲存格的公式尚未計算。請以 Excel 開啟並存檔後重新匯入。
problem-formula-error = 儲存格的公式結果為錯誤，已留空。
problem-card-unfinished = 這張名片沒有結尾，已保留可讀取的部分。
problem-card-of-a-group = 這張名片是其他名片的群組，不是一個人。
problem-damaged-card = 這張名片已損毀，無法讀取。
problem-not-a-card = 這不是 vCard，也不是 MECARD。
problem-file-left-out = 此檔案未匯入，因為格式無法辨識或已損毀。請單獨匯入以查看原因。
problem-sheet-left-out = 此工作表未匯入，因為它被隱藏或不含名片。若仍要匯入，請指定其名稱。
problem-record-gone = 已找不到此列 ID 對應的紀錄，因此略過此列。
problem-cell-not-taken = 此儲存格有修改，但無法從檔案併回，請在程式中修改。
problem-read-failed = 檔案無法繼續讀取。
problem-file-changed = 檔案在讀取期間被更動。
problem-too-many-rows = 檔案超過 5,000,000 列。
problem-damaged-file = 檔案從此處起已損毀。

# 未匯入資料列的檔案。

rejects-reason = 未匯入的原因

# 欄位對應的依據。

why-known-label = 已知的標題
why-content = 依內容判斷
why-template = 沿用上次設定
why-user = 由您指定
why-unknown = 無法辨識

problem-date-unread = 這個日期不靠猜測無法判讀，因此欄位留空。
problem-mail-unread = 這不是電子郵件地址，已保留在備註中。
problem-title-row = 此列是下方表格的標題，不是名片。
