# The History screen: one row a day, and the page of a day.
history-title = History
history-subtitle = { $count ->
    [one] { $till } · one business day
   *[other] { $till } · { $count } business days
}
history-empty = No days yet. Finish today’s list and the first one is here.
history-empty-action = Go to Today
history-more = Earlier days
history-loading = Turning the pages…
history-column-day = Day
history-column-till = Till
history-column-verdict = Verdict
history-column-failures = Problems
history-column-finished = Finished
history-column-note = Note
history-failures = { $count ->
    [one] one problem
   *[other] { $count } problems
}
history-no-failures = No problems
history-finished-at = Finished at { $time }
history-finished-by = Finished by { $staff } at { $time }
history-not-finished = Not finished
history-not-started = Not checked
history-open-day = Open { $day }
history-only-failures = Only days with problems
history-none-match = No such days
history-from = From
history-to = To

## A day

history-day-title = { $day } · { $verdict }
history-day-back = Back to History
history-day-previous = Previous day
history-day-next = Next day
history-day-empty = Nothing was checked that day
history-day-unmarked = Not checked
history-mark-line = { $time } { $staff }: { $result }
history-mark-line-plain = { $time } { $result }
history-mark-note = Note: { $note }
history-mark-value = Value: { $value }
history-mark-withdrawn = Undone
history-mark-earlier = Earlier
history-mark-current = Latest
history-amendments = { $count ->
    [one] Changed once, shown below
   *[other] Changed { $count } times, all shown below
}
history-attachments = { $count ->
    [one] one attachment
   *[other] { $count } attachments
}
history-attachment-open = Open { $name }
history-finishes = When it was finished
history-after-finish = Changed after finishing
history-list = Business days, the latest on top
