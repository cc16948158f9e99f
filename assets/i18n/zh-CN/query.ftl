### 筛选、排序与名称。

## 由潜在客户推算出的值
field-grade = 等级
field-idle = 闲置天数
field-valid = 数据有效
field-judged = 数据已验证
field-attempted = 已尝试联系
field-reached = 已联系上
field-member = 参加的营销活动

## 看不懂筛选条件的原因。指示独占两行。
error-unknown-filter-field =
    { $nearest ->
        [none] { $kind }没有“{ $field }”这个字段（筛选或排序的第 { $position } 个字符）。
       *[other] { $kind }没有“{ $field }”这个字段（筛选或排序的第 { $position } 个字符）。您要找的是“{ $nearest }”吗？
    }{ $pointer }
error-bad-filter-value = “{ $value }”不是{ $expected }，无法与“{ $field }”比较（筛选的第 { $position } 个字符）。{ $pointer }
error-operator-unsuitable = “{ $field }”不能用“{ $operator }”来问（筛选的第 { $position } 个字符）。请改用“:”，它适用于所有字段。{ $pointer }
error-term-missing = 筛选的第 { $position } 个字符处少了内容：请输入一个词，或字段与它的值。{ $pointer }
error-field-missing = 筛选的第 { $position } 个字符处，运算符前少了字段。请写成 stage:mql 这样，或把文字放进引号。{ $pointer }
error-value-missing = 筛选的第 { $position } 个字符处少了值。请在运算符后输入值，空白请用“none”。{ $pointer }
error-quote-open = 筛选的第 { $position } 个字符处的引号没有结束。请在文字后面补上引号。{ $pointer }
error-parenthesis-open = 筛选的第 { $position } 个字符处的括号没有结束。请补上右括号。{ $pointer }
error-parenthesis-close = 筛选的第 { $position } 个字符处的右括号是多余的。请删除它，或把它放进引号。{ $pointer }
error-filter-too-deep = 筛选的括号层数太多（第 { $position } 个字符）。请减少层数。{ $pointer }
error-not-sortable = 列表不能按“{ $field }”排序。请选择别的字段。{ $pointer }
query-expected-number = 整数
query-expected-amount = 数字或金额（例如 1200USD）
query-expected-date = 日期（例如 2026-06-01 或 today-7d）
query-expected-flag = yes 或 no
query-expected-duration = 天数（例如 14d）
query-expected-grade = D 到 A 的等级（例如 B+）

## 不可以问的内容
error-masked-field = 这些数据里有些在领取之前不对您显示“{ $field }”，因此不能按它筛选或排序。请把它们排除，例如加上 owner:me。

## 名称
error-ambiguous-name = 有好几条数据叫做“{ $name }”：{ $records }。请用编号指定其中一条。
error-not-summable = “{ $field }”无法求和。请选择数字或金额字段。
error-column-too-large = 该字段占用的内存太多，无法一次对所有记录筛选、排序或分组。没有任何数据变动。请先用其他字段缩小列表范围。
query-unknown-name = “{ $field }”没有叫做“{ $name }”的值，因此这部分条件找不到任何数据。
query-unknown-name-but = “{ $field }”没有叫做“{ $name }”的值，因此这部分条件找不到任何数据。已知的有：{ $known }。
