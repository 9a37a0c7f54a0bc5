# Reports: printed, and read by others. One page tells the story and flatters nobody.

## Every report

report-made = { $shop } · made { $at }
report-rare = Some characters are in no font of this PC. Their numbers stand in their place, as in [U+…].
report-more = { $count } more in the program.
report-cut = Long words are cut short here. The whole text is in the program.
report-and-more = and { $count } more
report-screen-said = The screen said: { $text }
report-minutes = { $count } min
report-hours = { $count } h
report-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

## Columns

report-number = No.
report-day = Day
report-till = Till
report-state = State
report-when = When
report-who = Who
report-when-who = When, who
report-happened = What happened
report-what = What
report-item = Item
report-section = Section
report-result = Result
report-value = Value
report-value-and-note = Value and note
report-withdrawn = Taken back
report-verdict = Verdict
report-amount = Amount (CNY)
report-tip = Tip (CNY)
report-total = Total (CNY)
report-slip-at = On the slip
report-files = Photos and files
report-written-at = Written down
report-written-by = By
report-opened-at = Began
report-resolved-at = Resolved
report-fix = Took
report-fix-minutes = Minutes to fix
report-loss = Loss (CNY)
report-amount-said = Amount
report-tip-said = Tip
report-loss-said = Loss
report-failures = Failed
report-failed-items = What failed
report-finished-at = Finished
report-finished-by = Finished by
report-late-minutes = Minutes late
report-day-note = Note on the day
report-file-name = File
report-file-kib = Size (KiB)
report-file-sha256 = SHA-256
report-picture-alt = Photo: { $name }
report-picture-redacted = { $name } (a copy with parts blacked out)

## Lists

report-openings = Openings
report-incidents = Incidents
report-receipts = Receipts
report-disputes = Cases
report-list-title = { $what }: { $days }
report-list-empty = There are none on these days.
report-days-between = { $from } to { $to }
report-days-since = since { $from }
report-days-until = until { $to }
report-days-all = all
report-range-title = Records: { $days }
report-range-statement = Openings: { $openings }, incidents: { $incidents }, receipts: { $receipts }

## A day

report-slip-title = Opening check, { $day }
report-checked = What was checked
report-items-good = { $count } in order
report-items-bad = { $count } not in order
report-items-aside = { $count } not applicable
report-items-left = { $count } not looked at
report-tills-ready = Every way to pay works at { $ready } of { $count } tills
report-more-tills = { $count } more tills in the program.
report-found = What to know

## The checkpoint

report-checkpoint = Checkpoint
report-checkpoint-alt = QR code with the signed checkpoint, code { $code }
report-checkpoint-words = All { $count } records up to here are part of this code. Whoever holds this page can tell if the shop changes one of them later. The QR code holds the signed checkpoint itself, which can be checked without this program.

## A month

report-month-title = Openings in { $month } { $year }
report-month-statement = { $missed ->
    [0] { $good } of { $expected } checks were finished in time
   *[other] { $good } of { $expected } checks were finished in time, { $missed } not at all
}
report-month-nothing = No check was due this month
report-on-time = In time
report-on-time-of = { $good } of { $expected }
report-mean-fix = Mean time to fix
report-still-open = { $count } not resolved
report-days-heading = Day by day
report-day-kind = The day
report-days-count = How often
report-day-is-due = Not begun
report-day-is-in-progress = Not finished
report-day-is-finished = In time
report-day-is-late = Late
report-day-is-missed = Missed
report-day-is-closed = Closed
report-day-is-pc-off = PC off
report-day-not-ready-finished = In time, not ready
report-day-not-ready-late = Late, not ready
report-day-unknown-finished = In time, not all seen
report-day-unknown-late = Late, not all seen
report-lanes-not-ready = Mornings that could not take money
report-lane = Way of paying
report-mornings-count = Mornings
report-outages-length = For how long
report-most-failed = What failed most
report-times-failed = How often
report-cash-off = Days on which the float was far off
report-counted = Counted (CNY)
report-target = Target (CNY)
report-difference = Over (CNY), short is negative

## An incident

report-incident-title = Incident { $no }
report-charged = Was it charged
report-in-doubt = Not known yet
report-settled = Known
report-calls = Calls made
report-sale-open = Nobody knows yet whether the customer was charged { $amount }.
report-sale-closed = The sale of { $amount } was cleared up on { $at }: { $how }.
report-settled-by = Cleared up by

## A case

report-dispute-title = Case { $no }: { $kind }
report-dispute-claim = { $from }: { $kind }, { $amount }
report-dispute-claim-bare = { $from }: { $kind }
report-dispute-somebody = The other side
report-dispute-kind = Kind
report-dispute-from = From
report-dispute-pieces = Papers asked for
report-dispute-reply-by = Reply by
report-dispute-notice-no = Number of the notice
report-dispute-notice-on = Notice of
report-dispute-sold-on = Day of the sale
report-dispute-sent = Answer sent
report-dispute-claimed = What is claimed
report-dispute-happened = What happened
report-dispute-no-story = The shop has not written its account yet.
report-dispute-shown = What we show
report-dispute-piece = Paper
report-dispute-by = Where
report-dispute-missing = Still missing: { $pieces }.
report-dispute-missing-pieces = Still missing
report-in-full = { $what }, in full
report-see-in-full = There is no room for all of it here. It stands further back: “{ $title }”.
report-piece-there = There
report-piece-missing = Missing
report-piece-not-there = None
report-piece-not-needed = Not needed
report-receipt-no = Receipt { $no }
report-incident-no = Incident { $no }
report-opening-of = Opening check of { $day }
report-sale = What became of the sale in doubt
report-notice = The notice
report-own-account = The shop’s own account
report-chronology = In the order of events
report-chronology-receipt = { $kind } of { $amount }, receipt { $no }
report-chronology-incident = Incident { $no }: { $what }
report-chronology-resolved = Incident { $no } resolved
report-chronology-incident-back = Incident { $no } reopened
report-chronology-doubt = A sale in doubt: { $amount }
report-chronology-settled = The sale of { $amount } cleared up: { $how }
report-chronology-doubt-back = The sale of { $amount } in doubt again
report-chronology-opening = Opening check finished: { $verdict }
report-chronology-notice = Notice received
report-chronology-case = Notice received, case opened
report-chronology-case-noted = Case opened
report-chronology-sent = Answer sent ({ $way }), files: { $count }
report-answer-in-time = last day { $day }, in time
report-answer-late = last day { $day }, { $count ->
    [one] one day late
   *[other] { $count } days late
}
report-noted-at = written down { $at }
report-chronology-closed = Ended: { $outcome }
report-chronology-reopened = Reopened: { $why }

## Honest words

report-proof = What this proves: the { $count } records of the ledger follow each other, and the checkpoint shows whether one was changed, taken out or put in. Photos and files can be checked by their SHA-256.
report-proof-since = A timestamp service outside the shop confirmed that the first { $count } existed on { $at }.
report-proof-alone = Nobody outside the shop has confirmed yet when these records were written.
report-proof-not = What it does not prove: that the PC’s clock was right, and that what was written is true.

## On the screen

report-save = Save as PDF
report-save-list = Save the list
report-save-month = Save a month
report-which-month = Which month
report-as-pdf = PDF
report-as-both = PDF, Chinese and English
report-as-xlsx = Sheet (XLSX)
report-as-csv = Plain text with commas (CSV)
report-list-days = Only the days are kept to; what else is filtered here is not.
report-list-all = All of them are saved, whatever is filtered here.
report-saving = Making it…
report-saved = Saved: { $path }
