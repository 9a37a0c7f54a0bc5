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
history-late = { $span } late
history-missed-begun = Not finished
history-left = { $left ->
    [one] One thing was not checked
   *[other] { $left } things were not checked
}
history-reminded = { $count ->
    [one] Reminded once
   *[other] Reminded { $count } times
}
history-pc-off-line = The program did not run that day

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

## What kind of day

history-why-late = Finished after the door was open, { $span } late.
history-why-missed = { $count ->
    [one] One reminder came, and nothing was checked that day.
   *[other] { $count } reminders came, and nothing was checked that day.
}
history-why-missed-unreminded = Nothing was checked that day.
history-why-begun = Part of it was checked, and it was not finished.
history-why-closed = The shop was closed that day, so there were no reminders.
history-why-pc-off = The program did not run that day, so it could not remind anybody.
history-day-note = Note for the day: { $note }

## What happened

history-events = What happened
history-event-due = Reminder: time for the opening check
history-event-late = Reminder: opening time, check not finished
history-event-nag = Reminded again
history-event-tardy = came late, was meant for { $time }
history-event-told = The owner was told by { $channel }
history-event-clock = The PC’s clock was set from { $from } to { $to }
history-event-finished = Finished
history-event-finished-by = Finished by { $staff }
history-channel-wecom = WeCom
history-channel-dingtalk = DingTalk
history-channel-feishu = Feishu
history-channel-server-chan = ServerChan
history-channel-email = e-mail
history-channel-json = its own web address
history-list = Business days, the latest on top

## Calendar and figures

history-calendar = Calendar and figures
history-legend = Legend
history-legend-late = Checked late
history-legend-incident = An incident
history-span = { $from } to { $to }
history-earlier = The half year before
history-later = The half year after
history-till = Till
history-till-all = All tills
history-together = All tills; the sign of a day is that of the till where it went worst
history-cell = { $day }: { $kind }
history-cell-incidents = { $count ->
    [one] { $day }: { $kind }, one incident
   *[other] { $day }: { $kind }, { $count } incidents
}
history-cell-incidents-alone = { $count ->
    [one] { $day }: nothing was checked, one incident
   *[other] { $day }: nothing was checked, { $count } incidents
}
history-cell-late = { $kind }, checked late
history-cell-future = { $day }: not yet
history-cell-unknown = { $day }: nothing on record
history-day-before = The day before
history-day-after = The day after
history-on-time = Checks done in time
history-percent = { $percent }%
history-streak = { $count ->
    [one] one day in a row
   *[other] { $count } days in a row
}
history-late-days = { $count } late
history-missed-days = { $count } missed
history-outages = Network outages
history-outage-time = { $span } in all
history-outages-as-written = None written down
history-outages-honest = Outages are the network incidents that somebody wrote down. The program does not measure the line by itself yet.
history-mean-fix = Mean time to fix
history-incidents-resolved = { $count ->
    [one] one incident, { $resolved } resolved
   *[other] { $count } incidents, { $resolved } resolved
}
history-times = { $count } ×
history-times-head = Times
history-failures-title = What fails most often
history-causes-title = Where incidents came from
history-loss = { $count ->
    [one] Estimated loss { $amount } (from one incident)
   *[other] Estimated loss { $amount } (from { $count } incidents)
}
history-cash-title = Cash: counted { $count } ×, on target { $onTarget } ×
history-cash-month = Month
history-cash-counted = Counted
history-cash-over = Over
history-cash-short = Short

## Search

history-search = Search the records
history-search-hint = Search notes, incidents, receipts
history-look = Where to look
history-look-all = All records
history-look-checks = Checks
history-look-incidents = Incidents
history-look-receipts = Receipts
history-look-disputes = Cases
history-look-files = Files
history-found = { $count ->
    [one] One record found
   *[other] { $count } records found
}
history-found-many = The newest { $count }; there are more
history-found-none = Nothing found. Try fewer words, or others.
history-found-list = What was found, the newest on top
history-found-no = { $kind } { $no }
history-found-code = code { $code }
history-found-replaced = changed later

## Incidents and receipts of a day

history-event-incident = Incident { $no }: { $what }
history-event-resolved = Incident { $no } resolved
history-event-sale = Nobody knows whether it was charged: { $what }
history-event-sale-settled = Sale in doubt, { $what }: { $how }
history-event-dispute = The notice of case { $no } came
history-event-receipt = Receipt { $no }: { $amount }
