# The Today screen.

## At first glance

today-title = Today
span-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
span-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
}
today-to-opening = { $span } to opening
today-opens-now = Time to open
today-already-open = opening time was { $time }
today-no-opening = Closed today
today-clock = { $time }, { $rest }
today-by-at = { $staff } { $time }
today-draft-discard = Discard
today-finished-line = Finished by { $staff } at { $time }
today-finished-line-plain = Finished at { $time }
today-finished-note = Opened anyway: { $note }
today-lane-all-fine = Everything checked is fine
today-lane-not-yet = { $count ->
    [one] one thing to check
   *[other] { $count } things to check
}
today-lane-more = { $count ->
    [one] one more
   *[other] { $count } more
}
today-lane-cash = Float { $amount }, enough change

## The reminder

today-reminder-name = Today’s times
today-schedule = Check at { $due } · open at { $open }
today-reminder-due = Time to check, { $rest }
today-reminder-late = Open for { $span }, check not finished
today-reminder-late-now = Opening time, check not finished
today-reminder-start = Start now
today-reminder-go-on = Carry on
today-reminder-put-off = In 10 minutes
today-reminder-put-off-until = Not finished yet. You are reminded again at { $time }
today-closed-today = Closed today
today-resting = No reminders today, and nothing counts as missed.
today-open-after-all = We are open after all
today-check-anyway = Check anyway
today-finished-late = finished { $span } late

## Sections

today-section-count = { $done } / { $total }
today-section-failures = { $count ->
    [one] one problem
   *[other] { $count } problems
}
today-section-confirm = All fine here
today-section-confirmed = { $count ->
    [one] { $section }: one item marked OK
   *[other] { $section }: { $count } items marked OK
}

## An item

today-mark-name = { $item }: { $result }
today-mark-again = Change
today-unmarked = Not checked
today-note-label = Note
today-note-placeholder = What did you see? One line will do
today-amended = { $count ->
    [one] changed once
   *[other] changed { $count } times
}
today-value-range = { $min } to { $max } { $unit }
today-value-low = You are warned below { $amount } { $unit }
today-text-label = Text
today-choice-label = Choose one
today-photo-pick = Take or choose a picture
today-photo-count = { $count ->
    [one] one picture
   *[other] { $count } pictures
}

## Counting the cash

today-cash-title = Count the cash
today-cash-by-pieces = By pieces
today-cash-by-total = Total only
today-cash-pieces-name = How many { $denomination }
today-cash-total = Total
today-cash-total-name = Total in yuan
today-cash-target = Target { $amount }
today-cash-over = { $amount } over
today-cash-short = { $amount } short
today-cash-exact = Exactly right
today-cash-change = Small change { $amount }
cash-denomination-10000 = ¥100
cash-denomination-5000 = ¥50
cash-denomination-2000 = ¥20
cash-denomination-1000 = ¥10
cash-denomination-500 = ¥5
cash-denomination-100 = ¥1
cash-denomination-50 = ¥0.50
cash-denomination-10 = ¥0.10

## Finishing

today-left = { $left ->
    [one] One to go
   *[other] { $left } to go
}
today-left-optional = { $left ->
    [one] One more can wait
   *[other] { $left } more can wait
}
today-finish-anyway = Open anyway
today-finish-reason = Why open before all is checked
today-finish-reason-placeholder = For example: customers are waiting, the rest follows
today-finished = Finished. Have a good day
today-finished-amend = You can still change marks; every change is kept

## Undo

today-undone = Undone
today-marked = { $item }: { $result }

## Keys

today-keys-title = All keys
today-keys-open = All keys
key-space = Space
key-enter = Enter
key-escape = Esc
today-keys-pass = OK
today-keys-fail = Problem
today-keys-na = Not for us
today-keys-note = Write a note
today-keys-confirm = Confirm section
today-keys-undo = Undo
today-keys-move = Move
today-keys-section = Next section
today-keys-digit = Mark that item as OK
today-keys-search = Search
today-keys-help = All keys
today-keys-close = Close

## Search

today-search-label = Find on today’s list
today-search-placeholder = For example “slip” or “internet”
today-search-none = Nothing for “{ $words }”
today-search-count = { $count ->
    [one] one item found
   *[other] { $count } items found
}
today-draft = Draft, not saved yet
today-saving = Saving
today-open-shop = Open the shop
today-cash-piece-more = One more of { $denomination }
today-cash-piece-less = One fewer of { $denomination }
today-note-hint = Enter saves, Shift + Enter starts a new line
