### 篩選、排序與名稱。

## 由潛在客戶推算出的值
field-grade = 等級
field-idle = 閒置天數
field-valid = 資料有效
field-judged = 資料已驗證
field-attempted = 已嘗試聯絡
field-reached = 已聯絡上
field-member = 參加的行銷活動

## 看不懂篩選條件的原因。指示獨占兩行。
error-unknown-filter-field =
    { $nearest ->
        [none] { $kind }沒有「{ $field }」這個欄位（篩選或排序的第 { $position } 個字元）。
       *[other] { $kind }沒有「{ $field }」這個欄位（篩選或排序的第 { $position } 個字元）。您要找的是「{ $nearest }」嗎？
    }{ $pointer }
error-bad-filter-value = 「{ $value }」不是{ $expected }，無法與「{ $field }」比較（篩選的第 { $position } 個字元）。{ $pointer }
error-operator-unsuitable = 「{ $field }」不能用「{ $operator }」來問（篩選的第 { $position } 個字元）。請改用「:」，它適用於所有欄位。{ $pointer }
error-term-missing = 篩選的第 { $position } 個字元處少了內容：請輸入一個詞，或欄位與它的值。{ $pointer }
error-field-missing = 篩選的第 { $position } 個字元處，運算符號前少了欄位。請寫成 stage:mql 這樣，或把文字放進引號。{ $pointer }
error-value-missing = 篩選的第 { $position } 個字元處少了值。請在運算符號後輸入值，空白請用「none」。{ $pointer }
error-quote-open = 篩選的第 { $position } 個字元處的引號沒有結束。請在文字後面補上引號。{ $pointer }
error-parenthesis-open = 篩選的第 { $position } 個字元處的括號沒有結束。請補上右括號。{ $pointer }
error-parenthesis-close = 篩選的第 { $position } 個字元處的右括號是多餘的。請刪除它，或把它放進引號。{ $pointer }
error-filter-too-deep = 篩選的括號層數太多（第 { $position } 個字元）。請減少層數。{ $pointer }
error-not-sortable = 清單不能依「{ $field }」排序。請選擇別的欄位。{ $pointer }
query-expected-number = 整數
query-expected-amount = 數字或金額（例如 1200USD）
query-expected-date = 日期（例如 2026-06-01 或 today-7d）
query-expected-flag = yes 或 no
query-expected-duration = 天數（例如 14d）
query-expected-grade = D 到 A 的等級（例如 B+）

## 不可以問的內容
error-masked-field = 這些資料裡有些在領取之前不對您顯示「{ $field }」，因此不能依它篩選或排序。請把它們排除，例如加上 owner:me。

## 名稱
error-ambiguous-name = 有好幾筆資料叫做「{ $name }」：{ $records }。請用編號指定其中一筆。
error-not-summable = 「{ $field }」無法加總。請選擇數字或金額欄位。
error-column-too-large = 這個欄位占用的記憶體太多，無法一次對所有紀錄篩選、排序或分組。沒有任何資料變動。請先用其他欄位縮小清單範圍。
query-unknown-name = 「{ $field }」沒有叫做「{ $name }」的值，因此這部分條件找不到任何資料。
query-unknown-name-but = 「{ $field }」沒有叫做「{ $name }」的值，因此這部分條件找不到任何資料。已知的有：{ $known }。
