### Filters, sorts and names.

## Values that follow from a lead
field-grade = Grade
field-idle = Idle days
field-valid = Data valid
field-judged = Data tried
field-attempted = Attempted
field-reached = Reached
field-member = Campaigns taken part in

## What a filter cannot be understood for. The pointer is two lines of their own.
error-unknown-filter-field =
    { $nearest ->
        [none] { $kind } has no field "{ $field }" (character { $position } of the filter or sort).
       *[other] { $kind } has no field "{ $field }" (character { $position } of the filter or sort). Did you mean "{ $nearest }"?
    }{ $pointer }
error-bad-filter-value = "{ $value }" is not { $expected }, which "{ $field }" is compared with (character { $position } of the filter).{ $pointer }
error-operator-unsuitable = "{ $field }" cannot be asked with "{ $operator }" (character { $position } of the filter). Use ":", which fits every field.{ $pointer }
error-term-missing = Something is missing at character { $position } of the filter: write a word, or a field and its value.{ $pointer }
error-field-missing = A field is missing before the operator at character { $position } of the filter. Write one such as stage:mql, or put the words in quotes.{ $pointer }
error-value-missing = A value is missing at character { $position } of the filter. Write one behind the operator, or "none" for empty.{ $pointer }
error-quote-open = The quotation mark at character { $position } of the filter is not closed. Add one at the end of the words.{ $pointer }
error-parenthesis-open = The parenthesis at character { $position } of the filter is not closed. Add the closing one.{ $pointer }
error-parenthesis-close = The parenthesis at character { $position } of the filter closes nothing. Take it away, or put it in quotes.{ $pointer }
error-filter-too-deep = The filter has too many parentheses inside each other (character { $position }). Write it with fewer.{ $pointer }
error-not-sortable = A list cannot be sorted by "{ $field }". Choose another field.{ $pointer }
query-expected-number = a whole number
query-expected-amount = a number or an amount such as 1200USD
query-expected-date = a date such as 2026-06-01 or today-7d
query-expected-flag = yes or no
query-expected-duration = a number of days such as 14d
query-expected-grade = a grade from D to A, such as B+

## What may not be asked
error-masked-field = "{ $field }" is hidden from you for some of these records until they are claimed, so that the list cannot be chosen or sorted by it. Leave them out, for example with owner:me.

## Names
error-ambiguous-name = Several records are called "{ $name }": { $records }. Name one of them by its ID.
error-not-summable = "{ $field }" cannot be added up. Choose a number or an amount.
error-column-too-large = This field takes too much memory to be filtered, sorted or grouped for all records at once. Nothing was changed. Narrow the list by other fields first.
query-unknown-name = Nothing is called "{ $name }" for { $field }, so that this part of the filter finds nothing.
query-unknown-name-but = Nothing is called "{ $name }" for { $field }, so that this part of the filter finds nothing. Known are: { $known }.
