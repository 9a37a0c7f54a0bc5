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
cli-name-amount = AMOUNT
cli-name-number = NUMBER
cli-name-code = CODE
cli-name-time = TIME
cli-name-minutes = MIN
cli-name-action = ACTION

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
cli-verb-search = Find words in all records
cli-verb-search-long = Looks through notes, incidents, receipts and file names; every word must be found. Two Chinese signs are enough, even one; initials of pinyin and beginnings of words will do. The newest is at the bottom.
cli-verb-incident = Incidents: write down, add to, clear up, resolve
cli-verb-incident-long = A payment failed, or something does not work: that is an incident. What was written stays; things are only added.
cli-verb-incident-open = Write a new incident down
cli-verb-incident-open-long = Writes down what just failed. Give what you know; one thing is enough. A sale of which nobody knows whether it was charged goes on the list by itself, until it is cleared up. Of a full card number only six and four are kept; security codes and PINs are refused.
cli-verb-incident-note = Add words, a call or files to an incident
cli-verb-incident-note-long = Adds words, a call, files, or all of them. Anything about a call means that there was one, and --note is then what they said. Without a number it went to the incident’s own contact.
cli-verb-incident-resolve = Say that an incident is over
cli-verb-incident-resolve-long = Says how it ended, with a photo of it working again and what it cost. A sale that is not cleared up stays on the list.
cli-verb-incident-settle = Clear up the sale that was in doubt
cli-verb-incident-settle-long = Says what became of the sale: settled, the money arrived; reversed, it was not charged or went back; written-off, nobody will ever know and the shop bears it. It takes something that shows it: a word, a receipt or a file. Writing off takes a reason and a paper.
cli-verb-incident-show = Show one incident from end to end
cli-verb-incident-show-long = Shows an incident: all that is known, the sale in doubt, what happened when, its files. Changes nothing.
cli-verb-incident-list = List incidents
cli-verb-incident-list-long = One row each, the newest at the bottom. With --open only those that are not resolved.
cli-verb-receipt = Receipts: write down, find again
cli-verb-receipt-long = Writes down what a slip says, so that it is found again by amount, last four or trace number, and matched with a sale in doubt.
cli-verb-receipt-add = Write a receipt down
cli-verb-receipt-add-long = From top to bottom, as the slip has it. Only the amount must be given; without a time it is now. Of a full card number only six and four are kept. When it matches a sale in doubt, you are told how to clear that up.
cli-verb-receipt-show = Show one receipt
cli-verb-receipt-show-long = Shows everything on a receipt, and the sales in doubt that it may belong to. Changes nothing.
cli-verb-receipt-list = Find receipts, or list them all
cli-verb-receipt-list-long = One row each, the newest at the bottom. With words only those that hold all of them: amount, last four, trace, reference, a name.
cli-verb-dispute = Cases: retrievals, chargebacks, complaints
cli-verb-dispute-long = Somebody asks the shop to prove a sale: write the notice down with its last day to reply, see what is asked for and what is missing, and keep what was sent as it was sent.
cli-verb-dispute-open = Write a case down
cli-verb-dispute-open-long = As the notice has it. Begin with the kind and the last day to reply; the rest can follow. By reference, trace, last four, amount and day it finds the receipts, sales in doubt and incidents that may belong to it.
cli-verb-dispute-amend = Change what is known of a case
cli-verb-dispute-amend-long = Only what you write is changed; an empty word takes something away. --attach adds a file to the notice, --remove takes one off it. Nothing is deleted: what was known before stays in the timeline.
cli-verb-dispute-link = Link receipts, incidents, openings, files
cli-verb-dispute-link-long = Says what belongs to a case. Of a file say which piece it is (--piece; dispute show has the names). Of a piece that is not needed say so with --piece and --not-needed WHY.
cli-verb-dispute-unlink = Take one thing off a case again
cli-verb-dispute-unlink-long = Names it as dispute link did. --file is a file by name or id; --piece alone takes back the word that this piece is not needed. What was linked stays in the timeline.
cli-verb-dispute-submit = The answer was sent
cli-verb-dispute-submit-long = Keeps when and which way it was sent, and every file with its SHA-256, as it was sent. With --pack these are the files of that pack; without one the files of the case, of a blacked-out photo the copy.
cli-verb-dispute-close = A case is over: won, lost, withdrawn
cli-verb-dispute-close-long = Writes the outcome down. A case that ends before an answer was sent takes a word why.
cli-verb-dispute-reopen = A case goes on and takes another answer
cli-verb-dispute-reopen-long = After a second chargeback, say. What was sent stays in the timeline; the next answer is another.
cli-verb-dispute-show = Show one case
cli-verb-dispute-show-long = What is asked for, what is there and what is missing, by when to reply, what was sent. Changes nothing.
cli-verb-dispute-list = List cases
cli-verb-dispute-list-long = One row each, the newest at the bottom. With words only those that hold all of them: amount, last four, number of the notice, who sent it.
cli-verb-code = Look a response code up
cli-verb-code-long = A code on screen or slip: what it means, whether money moved, whether to charge again, what to do. The shop’s own text comes first. Exit code 1 when nobody knows the code.
cli-verb-remind = Show when you will be reminded
cli-verb-remind-long = Shows the reminders of the next seven days and whether anything on this PC reminds. With --plan every single one is listed; in JSON with UTC instants.
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
cli-option-plan = list every reminder
cli-option-day = Which day (like 2026-11-23)
cli-option-days = How many days
cli-option-seed = The seed; the same seed gives the same records
cli-option-until = The last day
cli-option-tills = How many tills
cli-option-symptom = What was seen; see below
cli-option-lane = The way of paying
cli-option-terminal = Which terminal, such as terminal-1
cli-option-of-terminal = Only those of this terminal, such as terminal-1
cli-option-code = The response code, such as 96
cli-option-screen = The words on the screen
cli-option-amount = The amount, such as 12.50
cli-option-card = First six and last four digits of the card, or the last four
cli-option-failed-item = The item of the list that failed; its note and photos come along
cli-option-sale-trace = Trace number of the sale in doubt; puts it on the list
cli-option-sale-reference = Reference number of the sale in doubt; puts it on the list
cli-option-trace = Trace number, six digits
cli-option-reference = Reference number, twelve characters
cli-option-at = Time on the slip, such as 2026-11-23 12:31; now when left out
cli-option-kind = What kind of slip
cli-option-tip = Tip
cli-option-merchant-name = Merchant name
cli-option-merchant-no = Merchant number
cli-option-terminal-no = Terminal number
cli-option-operator = Operator
cli-option-issuer = Issuer
cli-option-acquirer = Acquirer
cli-option-batch = Batch number, six digits
cli-option-auth = Authorisation code, six characters
cli-option-attach-slip = Attach a photo of the slip; may be given several times
cli-option-attach-proof = Attach what shows it; may be given several times
cli-option-call = Somebody called the incident’s contact
cli-option-call-hotline = The number that was called
cli-option-answered-by = Who answered
cli-option-ticket = The ticket number they gave
cli-option-waited = Minutes until somebody answered
cli-option-talked = Minutes of talking after that
cli-option-resolved-how = How it was resolved
cli-option-loss = What it cost, such as 12.50; 0 for nothing
cli-option-how = What became of it
cli-option-settled-note = How that is known
cli-option-receipt = The receipt that shows it, by its number
cli-option-open = Only those that are not resolved
cli-option-limit-incidents = At most so many incidents
cli-option-limit-receipts = At most so many receipts
cli-option-limit-found = At most so many
cli-option-dispute-kind = Which kind of case
cli-option-channel = Who sent it, and which way it came
cli-option-provider = Who sent it, of the contacts, as provider-1
cli-option-notice-on = Day of the notice; today if left out
cli-option-reply-by = Last day to reply, as the notice says
cli-option-notice-no = Number of the notice
cli-option-said = What the notice says
cli-option-sold-on = Day of the sale
cli-option-story = What happened, in the shop’s own words
cli-option-attach-notice = Attach the notice; can be repeated
cli-option-link-receipt = A receipt of it, by number; can be repeated
cli-option-link-incident = An incident of it, by number; can be repeated
cli-option-link-sale = A sale in doubt of it, by id; can be repeated
cli-option-link-opening = The opening check of a day; can be repeated
cli-option-piece-file = A file that is such a piece; can be repeated
cli-option-piece = Which piece, as order
cli-option-not-needed = Why that piece is not needed
cli-option-way = Which way, as the bank’s merchant site
cli-option-sent-at = When it was sent; now if left out
cli-option-pack = The pack of this case that was sent, by file name or id
cli-option-remove-notice = Take a file off the notice, by name or id; can be repeated
cli-option-off-receipt = This receipt, by number
cli-option-off-incident = This incident, by number
cli-option-off-sale = This sale in doubt, by id
cli-option-off-opening = The opening check of this day
cli-option-off-file = This file, by name or id
cli-option-off-piece = The file as this piece; alone: this piece is needed after all
cli-option-off-note = Why
cli-option-outcome = How it ended
cli-option-closed-note = A word; needed when no answer was sent
cli-option-reopened-note = Why
cli-option-going-on = Only those that are not over
cli-option-notice-from = Notice not before this day, as 2026-11-23
cli-option-limit-disputes = At most so many cases
cli-arg-item = The item’s id, such as network-internet
cli-arg-result = The result: pass, fail or na
cli-arg-name = The command’s name, such as show_today
cli-arg-json = The input as JSON; - reads standard input
cli-arg-which = Its number, such as 3
cli-arg-words = Words that must all stand in it
cli-arg-search = What to look for
cli-arg-code = The code on screen or slip, such as 96

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
cli-search-none = Nothing was found.
cli-search-replaced = { $text } (changed later)

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
cli-command-show-calendar = What became of each day, for a calendar
cli-command-show-figures = What the days add up to: punctuality, failures, incidents, outages, cash
cli-command-search-records = Everything written, by words, newest first
cli-command-show-shop = The shop’s settings
cli-command-set-up-shop = Changes the settings; the checklist follows
cli-command-show-reminders = The reminders of the next days, and all that decides them
cli-command-set-reminders = Changes how early, when it is late, and how often
cli-command-plan-days = Plans single days as closed, at other hours, or as usual
cli-command-put-off-reminder = Asks for quiet for some minutes
cli-command-keep-this-pc = Keeps how this PC reminds: tray, sound, window
cli-command-try-reminder = Shows a reminder now, to see that it arrives
cli-command-plan-reminders = Every reminder between two days
cli-command-show-alerts = Who is told when the check is late, without keys
cli-command-set-alerts = Changes after how many minutes the owner is told
cli-command-put-alert-channel = Adds or replaces a way to tell the owner
cli-command-remove-alert-channel = Removes a way to tell the owner
cli-command-try-alert = Sends the owner a message now, to see that it arrives
cli-command-show-first-aid = The guide for a failed payment, and whom to call
cli-command-find-first-aid = Finds a way into the guide by screen text or code
cli-command-explain-code = A response code: meaning, the money, what to do
cli-command-open-incident = Writes an incident down, with all that is known
cli-command-take-step = Takes a step of the guide; the timeline follows
cli-command-note-incident = Adds words, a call or files to an incident
cli-command-amend-incident = Writes an incident anew; the earlier stays in sight
cli-command-assign-incident = Says who sees to an incident, and by when
cli-command-resolve-incident = Says that an incident is over, how, and what shows it
cli-command-reopen-incident = Says that an incident is not over after all
cli-command-show-incident = One incident with everything that happened
cli-command-list-incidents = Incidents, newest first
cli-command-make-report = Writes a day, a month, an incident, a case or a list into a file
cli-command-list-pending-sales = Sales of which nobody knows whether they were charged
cli-command-amend-sale = Writes the numbers of such a sale down
cli-command-settle-sale = Says what became of such a sale, and what shows it
cli-command-reopen-sale = Says that it is in doubt again
cli-command-add-receipt = Writes a receipt down
cli-command-amend-receipt = Writes a receipt anew; the earlier stays in the ledger
cli-command-show-receipt = One receipt, and the sales in doubt that it may show
cli-command-list-receipts = Receipts by words, days, terminal, newest first
cli-command-open-dispute = Opens a case: somebody asks for proof of a sale
cli-command-amend-dispute = Writes a case anew; the earlier stays in sight
cli-command-link-dispute = Says what belongs to a case
cli-command-unlink-dispute = Takes something off a case
cli-command-submit-dispute = Freezes what was sent, and which way
cli-command-close-dispute = Says how a case ended
cli-command-reopen-dispute = Says that another answer is needed
cli-command-show-dispute = One case: asked for, missing, linked, sent
cli-command-list-disputes = Cases, newest first
cli-command-show-attachment = What is known of a file: size, when taken, its copies
cli-command-redact-attachment = Makes a copy of a picture with parts blacked out
cli-command-start-phone = Opens a one-time page through which a phone sends photos
cli-command-show-phone = How far the phone is
cli-command-stop-phone = Closes that page
cli-command-show-contacts = Contacts, terminals, staff, the shop’s own code texts
cli-command-put-provider = Adds or replaces a contact
cli-command-put-terminal = Adds or replaces a terminal
cli-command-put-staff = Adds or replaces somebody who works here
cli-command-put-code-text = Adds, replaces or removes the shop’s own text for a code
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

## Reminders

cli-remind-day = { $day }: { $reminders }
cli-remind-closed = { $day }: closed
cli-remind-at = { $time } { $kind }
cli-remind-nags = { $count ->
    [one] then once more at { $time }
   *[other] then { $count } times until { $time }
}
cli-remind-line = { $day } { $time }  { $kind }
cli-remind-due = due
cli-remind-late = late
cli-remind-nag = again
cli-remind-none = No reminders on these days.
cli-remind-on-duty = A program on this PC is reminding.
cli-remind-nobody = Nothing on this PC is reminding right now. Open the window, or switch the tray program on under Reminders.

## Incidents, receipts, response codes

cli-heading-symptoms = What was seen
cli-fact = { $name }: { $value }
cli-fact-card = Card
cli-fact-cause = Where it lies
cli-fact-due = By
cli-fact-files = Files
cli-fact-added-by = Written down by
cli-fact-outcome = The money
cli-fact-retry = Charge again
cli-list-number = No.
cli-list-what = What
cli-list-kind = Kind
cli-list-more = There are older ones: raise --limit, or look back with --to.
cli-record-files = Files: { $names }

cli-today-pending = { $count ->
    [one] One sale: nobody knows yet if it was charged. Do not charge it again before you know:
   *[other] { $count } sales: nobody knows yet if they were charged. Do not charge them again before you know:
}
cli-today-incidents = { $count ->
    [one] One incident is not resolved. See kaizhang incident list --open.
   *[other] { $count } incidents are not resolved. See kaizhang incident list --open.
}
cli-sale-line = Incident { $number }: { $sale }

cli-incident-opened = Written down: this is incident { $number }.
cli-incident-noted = Added to incident { $number }.
cli-incident-resolved = Incident { $number } is resolved.
cli-incident-over-too = That resolves incident { $number } as well.
cli-incident-not-over = Incident { $number } is not resolved yet.
cli-incident-title = Incident { $number }
cli-incident-timeline = What happened
cli-incident-code = code { $code }
cli-incident-screen = screen says “{ $text }”
cli-incident-in-doubt = money not cleared up
cli-incident-do-not-charge = Nobody knows yet if this was charged. Do not charge again before you know.
cli-incident-still-in-doubt = A sale of it is not cleared up; it stays on the list.
cli-incident-how-to-settle = Once you know: kaizhang incident settle { $number } --how settled (it arrived) or reversed (not charged, or went back).
cli-incident-to-call = Whom to call: { $name }, { $number }
cli-incident-to-call-no-number = Whom to call: { $name }. The number is not on record; the contract or the back of a card has it.
cli-incident-next = Next: { $step }
cli-incident-go-on = Go on with kaizhang incident note { $number }; see all of it with kaizhang incident show { $number }.
cli-incident-times = Time { $count } of the same fault within thirty days.
cli-incident-state-open = not resolved
cli-incident-state-waiting = waiting for others
cli-incident-state-resolved = resolved
cli-incidents-none = No incidents yet.
cli-incidents-none-open = Every incident is resolved.
cli-incidents-pending = { $count ->
    [one] The money of one of them is not cleared up.
   *[other] The money of { $count } of them is not cleared up.
}

cli-happened = { $what }: { $more }
cli-happened-opened = Written down
cli-happened-amended = Changed to
cli-happened-reopened = Reopened
cli-happened-loss = loss { $amount }
cli-happened-sale-pending = A sale is in doubt
cli-happened-sale-amended = More is known of the sale in doubt
cli-happened-sale-reopened = In doubt again
cli-happened-call = Called { $number }
cli-happened-call-by = { $name } answered
cli-happened-call-ticket = ticket { $number }
cli-happened-call-times = waited { $waited } min, { $lasted } min in all

cli-sale-settled = Cleared up: { $how }.
cli-settlement-settled = the money arrived
cli-settlement-reversed = not charged, or went back
cli-settlement-written-off = written off

cli-receipt-added = Written down: this is receipt { $number }.
cli-receipt-title = Receipt { $number }
cli-receipt-tip = tip { $tip }, { $total } in all
cli-receipt-amended = { $count ->
    [one] Changed once; the earlier one stays in the ledger.
   *[other] Changed { $count } times; the earlier ones stay in the ledger.
}
cli-receipt-same-as = Looks like receipt { $number }: was it written down twice?
cli-receipt-match = May show a sale in doubt ({ $by }): { $sale }
cli-receipt-settle = If it does: { $line }
cli-receipts-none = No receipts yet.
cli-receipts-none-found = No receipt holds all of that.
cli-dispute-opened = Written down: this is case { $number }.
cli-dispute-title = Case { $number }
cli-dispute-linked = Linked with case { $number }.
cli-dispute-amended = Case { $number } is changed.
cli-dispute-unlinked = Taken off case { $number }.
cli-dispute-submitted = Case { $number } is answered; what was sent is kept as it was sent.
cli-dispute-closed = Case { $number } is over.
cli-dispute-reopened = Case { $number } is open again.
cli-disputes-none = No case holds all of that.
cli-list-state = State
cli-list-reply-by = Reply by
cli-list-missing = Missing
cli-slip-sale = Sale
cli-slip-void = Void
cli-slip-refund = Refund
cli-slip-pre-auth = Pre-authorisation
cli-slip-query = Query
cli-slip-wallet = Wallet
cli-matched-reference = same reference number
cli-matched-trace = same trace number
cli-matched-amount = same amount, only a guess

cli-code-title = { $code }: { $meaning }
cli-code-from-owner = In the shop’s own words.
cli-code-from-acquirer = In the payment company’s words.
cli-code-ours = Usually: { $meaning }
cli-code-newer = In the newer table: { $meaning }
cli-code-unverified = No public source confirms this code; the payment company’s word counts.
cli-outcome-approved = approved
cli-outcome-declined = declined
cli-outcome-partial = approved in part
cli-outcome-unknown = nobody knows yet
cli-retry-no = no
cli-retry-once = once
cli-retry-other-card = not with this card; another card or another way
cli-retry-after-fix = once it is put right
cli-retry-after-query = only after the last sale was looked up and is known to have failed
cli-retry-not-needed = not needed, it is paid
cli-cause-account = account
cli-cause-machine = machine
cli-cause-network = network
cli-cause-card = card
cli-cause-limit = limit
cli-cause-issuer = the customer’s bank
cli-cause-provider = the payment company
cli-cause-security = security
cli-cause-transaction = how the sale was keyed in

## Packs at the prompt

cli-verb-pack = Make a pack of evidence
cli-verb-pack-long = Makes a pack: report, ledger entries with their proofs, receipts and files, in one signed zip that anybody can check with stock tools. Of a photo with a blacked-out copy the copy is sent.
cli-verb-pack-incident = Make a pack of an incident
cli-verb-pack-incident-long = Makes a pack of one incident: everything in its timeline, its sales and their receipts, and the opening of its day.
cli-verb-pack-dispute = Make a pack of a case
cli-verb-pack-dispute-long = Makes a pack of one case: everything that belongs to it.
cli-verb-pack-range = Make a pack of a range of days
cli-verb-pack-range-long = Makes a pack of everything on record of these business days.
cli-verb-verify = Check a pack
cli-verb-verify-long = Checks a pack, a zip or a folder, from its bytes alone: every hash, signature, proof and timestamp. Needs no data folder. Any other BagIt bag is checked as well. Exit codes: 0 sound; 1 defective; 2 not a pack.
cli-option-out-pack = the file to write; one of that name is never replaced
cli-option-profile = files for an upload form instead of the pack: mastercom, stripe, wechat or generic; --out is then a new folder
cli-name-profile = NAME
cli-option-key = fingerprint of the key that must have signed, as it came by another way
cli-option-roots = root certificates of timestamp authorities (PEM); else those in the pack are taken
cli-arg-pack = the zip or the folder
cli-arg-pack-which = its number or id
cli-arg-pack-from = first business day
cli-arg-pack-to = last business day
cli-name-fingerprint = SHA256:…
cli-pack-going = { $percent }%
cli-pack-made = { $path }: { $entries } entries, { $files } files
cli-pack-upload = { $path }: { $files } files to upload{ $sets ->
    [0] {""}
    [1] {""}
   *[other] , in { $sets } sets, one folder each, because it is too much for one answer
}; { $left } left out. The list beside them says what was done; it is not for upload.
cli-pack-key = Signed by { $key }. Give the reader this fingerprint by another way.
cli-pack-not-timestamped = Not timestamped: no third party vouches for the time.
cli-verify-sound = Sound: every hash, signature and proof is right.
cli-verify-defective =
    { $count ->
        [one] One defect:
       *[other] { $count } defects:
    }
cli-verify-defect = { $kind }  { $path }  { $detail }
cli-verify-more = and { $count } more
cli-verify-counts = { $files } files, { $entries } ledger entries proven
cli-verify-signed = Signed by { $key }
cli-verify-compare = Compare this fingerprint with one that came by another way, or name it with --key.
cli-verify-unsigned = Nobody signed it: it shows damage, but anybody could have made it.
cli-verify-anchored = A third party vouches that this existed by { $at }.
cli-verify-not-anchored = No third party vouches for when the whole of it was made.
cli-verify-anchored-part = { $count ->
    [one] One of the entries was in the ledger by { $at }, says a third party.
   *[other] { $count } of the entries were in the ledger by { $at }, says a third party.
}
cli-verify-roots-unreadable = No root certificates can be read from { $path }: { $detail }
cli-verify-stamp = { $authority }, root { $root }
cli-not-a-pack = This is not a pack: { $detail }
cli-command-list-upload-forms = Upload forms that files can be made for, with their limits
cli-command-preview-pack = What would leave the shop with a pack
cli-command-start-pack = Begins to make a pack; show_work tells how far it is
cli-command-list-packs = Packs that were made, newest first
cli-command-show-keys = The signing key: fingerprint, copies, epochs
cli-command-back-up-key = Writes a copy of the signing key under a passphrase
cli-command-restore-key = Brings the signing key back from its copy
cli-command-rotate-key = Hands over to a new key, or says that the old one is lost
cli-command-show-anchors = What ties the records to something outside the shop
cli-command-set-timestamps = Switches the timestamp service on, over or off
cli-command-ask-timestamp = Asks the timestamp service now
cli-command-note-anchor = Writes down that a checkpoint’s code left the shop
cli-command-find-checkpoint = Finds a checkpoint by its short code
cli-command-start-verify = Begins to check a pack; show_work tells how far it is
cli-command-show-work = How far the long work is
cli-command-stop-work = Stops the long work, or puts away what came of it
cli-command-drop-handed = Drops a file that was handed over

## Reports

cli-verb-report = Write a day, a month, an incident, a case or a list into a file
cli-verb-report-long = Writes a day, a month, an incident, a case (dispute), everything of some days (range), a list or the fingerprint of the signing key (key) into a file. A PDF is for people, to print and to keep; .xlsx and .csv are for a spreadsheet, and a .csv holds the first sheet alone. A day without --till is told for every till. The file is written whole or not at all.
cli-arg-report-what = day, month, incident, dispute, range, openings, incidents, receipts, disputes or key
cli-arg-report-which = The day (2026-11-23), the month (2026-11), or the number of an incident or a case; a list and range take a day or a month as well
cli-option-report-out = Where to; ends in .pdf, .xlsx or .csv
cli-option-report-both = Both languages in the PDF
cli-name-what = WHAT
cli-name-which = WHICH
cli-usage-report-ending = The file after --out has to end in .pdf, .xlsx or .csv.
cli-usage-report-both = Only a PDF holds both languages. Leave out --both, or let the file after --out end in .pdf.
