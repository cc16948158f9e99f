### Records that may be the same.

place-duplicates = Duplicates
pairs-count = { $count ->
    [0] Nothing to review
    [one] One pair to review
   *[other] { $count } pairs to review
}
pairs-keys = M merge · N not the same · L later · 1 and 2 which one stays
pairs-both = Both records
pairs-scan = Search everyone
pairs-scanning = Searching everyone for duplicates
pairs-comparing = Comparing…
pairs-scanned = { $count ->
    [0] Everyone was searched: no pair that is not known already.
    [one] Everyone was searched: one new pair to review.
   *[other] Everyone was searched: { $count } new pairs to review.
}
pairs-scanned-more = Everyone was searched: the { $count } surest new pairs are there to review. { $more } less sure ones come up when you search again.
pairs-nothing = No duplicates to review
pairs-nothing-hint = Pairs that an import is not sure of come here. "Search everyone" looks through all leads and contacts.
pairs-same = { $score } — very likely the same
pairs-look = { $score } — may be the same
pairs-two = { $score } — hardly the same any more
pairs-merge = Merge
pairs-apart = Not the same
pairs-later = Later
merge-title = Merge { $count } records
merge-stays = Which one stays?
merge-keep = Keep { $name }
merge-facts = { $made } · { $fields } fields
merge-chosen = They differ: choose a value
merge-united = All are kept
merge-filled = Only one has it: it is kept
merge-the-same = The same
merge-will = { $kind } { $name } stays and takes in { $others }. { $fields ->
    [0] None of its fields changes
    [one] One of its fields changes
   *[other] { $fields } of its fields change
}, { $moved ->
    [0] nothing else is touched
    [one] one other record moves to it
   *[other] { $moved } other records move to it
}. Undo brings everything back.
toast-merged = Merged into { $name }.
toast-apart = Remembered: { $name } are not the same.
toast-noted = { $count ->
    [one] One pair was put into the review.
   *[other] { $count } pairs were put into the review.
}
likely-title = Is it one of these?
likely-open = Open { $name } instead
likely-open-short = Open
likely-merge = Merge with { $name }
likely-away = Hide
