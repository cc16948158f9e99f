### 可能重複的紀錄。

place-duplicates = 重複資料
pairs-count = { $count ->
    [0] 沒有待確認的重複
   *[other] { $count } 組待確認
}
pairs-keys = M 合併 · N 不是同一個 · L 稍後 · 1、2 選擇保留哪一筆
pairs-both = 兩筆紀錄
pairs-scan = 搜尋全部資料
pairs-scanning = 正在全部資料中搜尋重複
pairs-comparing = 比對中…
pairs-scanned = { $count ->
    [0] 已搜尋全部資料：沒有新的疑似重複。
   *[other] 已搜尋全部資料：新增 { $count } 組待確認。
}
pairs-scanned-more = 已搜尋全部資料：最可能的 { $count } 組已加入待確認；另有 { $more } 組較不確定，再次搜尋時會出現。
pairs-nothing = 沒有待確認的重複
pairs-nothing-hint = 匯入時無法確定的成對資料會出現在這裡。「搜尋全部資料」會檢查所有潛在客戶與聯絡人。
pairs-same = { $score } — 很可能是同一個
pairs-look = { $score } — 可能是同一個
pairs-two = { $score } — 現在看來不太像
pairs-merge = 合併
pairs-apart = 不是同一個
pairs-later = 稍後
merge-title = 合併 { $count } 筆紀錄
merge-stays = 保留哪一筆？
merge-keep = 保留 { $name }
merge-facts = { $made } · { $fields } 個欄位
merge-chosen = 內容不同：請選擇
merge-united = 全部保留
merge-filled = 只有一筆有：予以保留
merge-the-same = 相同
merge-will = 保留{ $kind }「{ $name }」，併入 { $others }。{ $fields ->
    [0] 欄位不變
   *[other] { $fields } 個欄位會變更
}，{ $moved ->
    [0] 不影響其他紀錄
   *[other] { $moved } 筆其他紀錄會移過來
}。復原可還原一切。
toast-merged = 已合併到「{ $name }」。
toast-apart = 已記住：{ $name } 不是同一個。
toast-noted = 已將 { $count } 組加入待確認。
likely-title = 是其中之一嗎？
likely-open = 改為開啟「{ $name }」
likely-open-short = 開啟
likely-merge = 與「{ $name }」合併
likely-away = 隱藏
