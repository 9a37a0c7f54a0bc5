# The History screen: one row a day, and the page of a day.
history-title = History
history-empty = No days yet. Finish today’s list and the first one is here.
history-empty-action = Go to Today
history-more = Earlier days
history-failures = { $count ->
    [one] one problem
   *[other] { $count } problems
}
history-finished-at = Finished at { $time }
history-finished-by = Finished by { $staff } at { $time }
history-not-finished = Not finished

## A day

history-day-title = { $day } · { $verdict }
history-day-back = Back to History
history-day-empty = Nothing was checked that day
history-day-unmarked = Not checked
history-mark-line = { $time } { $staff }: { $result }
history-mark-line-plain = { $time } { $result }
history-mark-note = Note: { $note }
history-mark-value = Value: { $value }
history-mark-withdrawn = Undone
history-attachments = { $count ->
    [one] one attachment
   *[other] { $count } attachments
}
history-finishes = When it was finished
history-list = Business days, the latest on top
