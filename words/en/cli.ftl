# The command line.

## Dates

date-day = { $weekday } { $day } { $month }
date-day-with-year = { $weekday } { $day } { $month } { $year }
date-weekday-1 = Mon
date-weekday-2 = Tue
date-weekday-3 = Wed
date-weekday-4 = Thu
date-weekday-5 = Fri
date-weekday-6 = Sat
date-weekday-7 = Sun
date-month-1 = Jan
date-month-2 = Feb
date-month-3 = Mar
date-month-4 = Apr
date-month-5 = May
date-month-6 = Jun
date-month-7 = Jul
date-month-8 = Aug
date-month-9 = Sep
date-month-10 = Oct
date-month-11 = Nov
date-month-12 = Dec

## Help: overall

cli-about = Know before the door opens whether the shop can take money today
cli-about-long = Kaizhang goes through account, machine, network, limits, backup cash and upkeep before the shop opens and keeps the record on this computer. It does everything the window does, on the same data folder.
cli-after-help = Exit codes: 0 done; 1 refused, or a defect found; 2 wrong usage; 3 the data folder cannot be used.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-global = Options for every command
cli-word-options = OPTIONS
cli-word-command = COMMAND
cli-word-needed = { $about } (required)
cli-name-folder = DIR
cli-name-who = NAME
cli-name-till = ID
cli-name-day = DAY
cli-name-text = TEXT
cli-name-value = VALUE
cli-name-file = FILE
cli-name-count = N
cli-name-item = ITEM
cli-name-name = NAME

## Help: each verb

cli-verb-today = Show today’s list and verdict
cli-verb-today-long = Shows this business day: state, verdict for each way to pay, sections and items. Changes nothing.
cli-verb-check = Walk through the list here
cli-verb-check-long = Asks item by item; Enter means OK. Stop at any time: what you answered is saved, and next time it goes on from there.
cli-verb-mark = Mark one item
cli-verb-mark-long = Marks one item: pass, fail, or na for not applicable. Marking it again amends it; the earlier mark is kept.
cli-verb-finish = Finish the opening with its verdict
cli-verb-finish-long = Closes today’s opening. While important items are unchecked, give the reason with --note.
cli-verb-history = Show earlier days, one row each
cli-verb-history-long = One row a day: state, verdict and number of problems. The newest is at the bottom.
cli-verb-fsck = Check the records for damage
cli-verb-fsck-long = Checks the database, the ledger and every attachment from end to end. Repairs and deletes nothing. Exit code 1 when a defect is found.
cli-verb-rebuild = Rebuild all tables from the ledger
cli-verb-rebuild-long = The ledger is the truth and every other table follows from it. This computes them all again; the ledger is not touched.
cli-verb-demo = Fill an empty folder with a demo shop
cli-verb-demo-long = Fills an empty data folder with a believable shop, marked as demo in its first entry. The same days and seed give the same records.
cli-verb-commands = List the command table
cli-verb-commands-long = Lists every command that the window and scripts use: what it takes, what it gives, whether it writes.
cli-verb-call = Call one command of the table
cli-verb-call-long = Calls one command with JSON and answers in JSON. Write - to read the input from standard input.
cli-verb-help = Show help, or the help of one command

## Help: each option

cli-option-data = The data folder
cli-option-lang = Language: zh-CN or en
cli-option-json = Print exactly one JSON value, for scripts
cli-option-staff = Who is doing this; kept with the record
cli-option-till = Which till
cli-option-help = Show help
cli-option-version = Show the version
cli-option-note = A note
cli-option-value = The value: a number, text, a choice, or cash as 503.50 or 100x5 10x3
cli-option-attach = Attach a file; may be given several times
cli-option-reason = Why to open before all is checked
cli-option-from = First day (like 2026-11-23)
cli-option-to = Last day
cli-option-limit = At most so many days
cli-option-day = Which day (like 2026-11-23)
cli-option-days = How many days
cli-option-seed = The seed; the same seed gives the same records
cli-option-until = The last day
cli-option-tills = How many tills
cli-arg-item = The item’s id, such as network-internet
cli-arg-result = The result: pass, fail or na
cli-arg-name = The command’s name, such as show_today
cli-arg-json = The input as JSON; - reads standard input

## Wrong usage

cli-usage-unknown = “{ $word }” is not known.
cli-usage-similar = Did you mean “{ $word }”?
cli-usage-missing = Still needed: { $what }
cli-usage-needs-value = { $option } needs a value.
cli-usage-bad-value = { $option } cannot be “{ $value }”.
cli-usage-choices = It can be: { $values }
cli-values-between = {", "}
cli-usage-too-many = { $option } was given more than once.
cli-usage-conflict = { $option } and { $other } cannot be used together.
cli-usage-not-text = Something in there is not text (not UTF-8).
cli-usage-other = Wrong usage: { $detail }
cli-usage-see-help = See kaizhang --help.
cli-usage-see-verb-help = See kaizhang { $verb } --help.

## Today

cli-today-title = { $shop } · { $till } · { $day } { $time }
cli-lane-line = { $lane }: { $state }
cli-lane-line-reasons = { $lane }: { $state } ({ $reasons })
cli-reasons-join = { $first }; { $rest }
cli-section-line = { $section } { $done }/{ $total }
cli-section-line-failures = { $count ->
    [one] { $section } { $done }/{ $total } · one problem
   *[other] { $section } { $done }/{ $total } · { $count } problems
}
cli-today-left = { $left ->
    [one] One item to go. Run kaizhang check to carry on.
   *[other] { $left } items to go. Run kaizhang check to carry on.
}
cli-today-not-finished = Everything is checked. Run kaizhang finish to close.
cli-today-finished = Finished at { $time }.
cli-today-finished-by = Finished by { $staff } at { $time }.
cli-today-finish-note = Opened anyway: { $note }
cli-today-first-run = A usual shop was set up here. Change its name and hours under Shop in the window.
cli-today-demo = This is a demo shop, not real records.
cli-item-unmarked = not checked
cli-item-note = Note: { $note }
cli-item-by-at = { $staff } { $time }
cli-item-attachments = { $count ->
    [one] one attachment
   *[other] { $count } attachments
}
cli-cash-line = { $total }, target { $target }

## Walking through

cli-check-intro = Item by item; Enter means OK. Press q to stop at any time; answers are saved as you give them.
cli-check-item = { $number }/{ $total } { $item }
cli-check-keys = Enter OK · x problem · n not for us · s skip · u undo last · ? what to look at · q stop
cli-check-number = A number from { $min } to { $max } { $unit }:
cli-check-number-plain = A number:
cli-check-text = Write it down:
cli-check-choice = Choose one by its number:
cli-check-choice-line = { $number }. { $choice }
cli-check-photo = Path of the picture (you can drop it here; empty to skip):
cli-check-cash = How much? Like 503.50, or 100x5 10x3:
cli-check-note = What did you see? A line (may be empty):
cli-check-note-needed = What did you see? Please write a line:
cli-check-cash-why = Why the difference? A line (empty to count again):
cli-check-fix = What to do: { $fix }
cli-check-guide = What to look at: { $guide }
cli-check-skipped = Skipped for now.
cli-check-undone = Undone: { $item }
cli-check-nothing-to-undo = There is nothing to undo.
cli-check-not-understood = “{ $answer }” was not understood; please try again.
cli-check-nothing-left = Everything is checked.
cli-check-stopped = { $left ->
    [one] Stopped with one item to go. Your answers are saved.
   *[other] Stopped with { $left } items to go. Your answers are saved.
}
cli-check-finish = All checked. Finish today’s opening now? Enter to finish, n for not yet:
cli-check-finish-rest = { $left ->
    [one] All that matters is checked; one item can wait. Finish now? Enter to finish, n for not yet:
   *[other] All that matters is checked; { $left } items can wait. Finish now? Enter to finish, n for not yet:
}
cli-check-finish-left = { $left ->
    [one] One item is unchecked. To open anyway write the reason; leave it empty to stop here:
   *[other] { $left } items are unchecked. To open anyway write the reason; leave it empty to stop here:
}

## Done

cli-marked = Saved: { $item } — { $result }
cli-finished = Today’s opening is finished: { $headline }
cli-attached = Attached { $name }
cli-rebuilt = { $count ->
    [one] Rebuilt from one entry of the ledger.
   *[other] Rebuilt from { $count } entries of the ledger.
}
cli-demo-filled = The demo shop is ready: { $days } days, { $entries } entries, root { $root }.

## History

cli-history-empty = No days yet.
cli-history-day = Day
cli-history-till = Till
cli-history-state = State
cli-history-failures = Problems
cli-history-verdict = Verdict
cli-history-more = There are earlier days; use --from to see them.

## Checking the records

cli-fsck-ok = The records are whole: { $entries } entries, root { $root }.
cli-fsck-defects = { $count ->
    [one] One defect found; nothing was touched:
   *[other] { $count } defects found; nothing was touched:
}
cli-fsck-defect = { $kind } · { $where }: { $detail }
cli-fsck-next = First copy the whole data folder. Then run kaizhang rebuild, or restore a backup.

## The command table

cli-commands-reads = reads
cli-commands-writes = writes
cli-command-show-today = Today’s opening of a till: verdict, sections, items
cli-command-mark-item = Marks one item, or amends its mark
cli-command-confirm-section = Passes everything in a section that was looked at
cli-command-undo-marks = Takes marks back; they stay in sight
cli-command-finish-opening = Closes the opening with its verdict
cli-command-list-history = Past openings, newest last
cli-command-show-day = One opening with every mark and amendment
cli-command-show-shop = The shop’s settings
cli-command-set-up-shop = Changes the settings; the checklist follows
cli-command-read-place = Where the window was left
cli-command-keep-place = Keeps where the window was left
cli-command-check-folder = Examines database, ledger and every file
cli-command-rebuild-projections = Refills every table from the ledger
cli-command-fill-demo = Fills an empty folder with a demo shop

## Waiting and errors

cli-waiting = The records are in use ({ $waits_for }); waiting…
cli-error = Not done: { $message }
cli-not-a-terminal = Questions cannot be asked here. In a script use kaizhang mark.
cli-interrupted = Stopped. Your answers are saved.
