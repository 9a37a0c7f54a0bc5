# Incidents: each written down once, followed until it is resolved.

## The list

incident-head-open = { $count ->
    [one] One incident is still open
   *[other] { $count } incidents are still open
}
incident-head-calm = Nothing to see to
incident-empty = No incidents yet. When a payment fails, press F2: it goes step by step and writes itself down.
incident-empty-action = A payment is failing now
incident-empty-filter = No incidents in this range.
incident-all-resolved = All are resolved.
incident-log = Log one
incident-group-open = Still open
incident-group-resolved = Resolved
incident-more = Earlier ones
incident-filter-state = Which ones
incident-filter-open = Open
incident-filter-all = All
incident-filter-terminal = Terminal
incident-filter-terminal-all = All terminals
incident-filter-days = How far back
incident-days-all = Any time
incident-days = Last { $count } days
incident-no = No. { $no }
incident-times = { $times ->
    [2] Second time in 30 days
    [3] Third time in 30 days
   *[other] Time no. { $times } in 30 days
}
incident-owner = { $owner } sees to it
incident-due = due { $day }
incident-overdue = { $count ->
    [one] one day overdue
   *[other] { $count } days overdue
}
incident-pending = Nobody knows yet if it was charged
incident-state-open = Open
incident-state-waiting = Waiting
incident-state-resolved = Resolved
incident-lane-stopped = { $lane } stopped
incident-lane-slowed = { $lane } on and off
incident-what-code = Code { $code }: { $meaning }
incident-what-code-bare = Code { $code }
incident-what-item = “{ $item }” is not right
incident-what-unknown = Trouble taking payment

## One incident

incident-page-open = No. { $no }: { $what }
incident-page-pending = No. { $no }: { $what } — nobody knows yet if it was charged
incident-page-waiting = No. { $no }: { $what } — waiting for an answer
incident-page-resolved = No. { $no }: { $what } — resolved
incident-back = Back to incidents
incident-facts = What is known
incident-amend = Amend
incident-again = { $times ->
    [2] The same fault for the second time in 30 days. Earlier:
    [3] The same fault for the third time in 30 days. Earlier:
   *[other] The same fault, time no. { $times } in 30 days. Earlier:
}
incident-aid = Go on in first aid
incident-act-note = Add a note
incident-act-call = Log a call
incident-act-files = Add files
incident-act-assign = Hand over
incident-act-resolve = Resolved
incident-act-reopen = Reopen
incident-keys-answer = what became of the sale

## Filling in

incident-new = Log an incident
incident-new-hint = Write what you know now; the rest can follow.
incident-symptom = What did you see?
incident-symptom-none = Not chosen
incident-lane = Way of paying
incident-till = Till
incident-terminal-none = Not chosen
incident-code = Code
incident-code-hint = On screen or slip, like 96
incident-card = Last four of the card
incident-card-hint = Of a whole number only six and four are kept
incident-effect = What it does to payments
incident-effect-none = Nothing
incident-effect-slowed = On and off
incident-effect-stopped = Stopped
incident-cause = Where the trouble lies
incident-cause-none = Not known yet
incident-cause-account = Account
incident-cause-machine = Machine
incident-cause-network = Network
incident-cause-card = Card
incident-cause-limit = Limit
incident-cause-issuer = Card’s bank
incident-cause-provider = Payment company
incident-cause-security = Security
incident-cause-transaction = This transaction
incident-files = Photos and files
incident-draft = Draft, not saved yet
incident-enter-hint = Enter saves, Shift + Enter starts a line, Esc lays it aside with every word kept

## Calls

incident-call = Log a call
incident-call-number = Number dialled
incident-call-no-number = No hotline is kept. It stands in the contract or on the back of the card;
incident-call-contacts = add it to the contacts
incident-call-answered = Who answered
incident-call-answered-hint = A name or staff number
incident-call-ticket = Ticket number
incident-call-waited = Minutes waited
incident-call-lasted = Minutes in all
incident-call-minutes-unread = Write minutes, like 5.
incident-call-said = What they said

## Handing over

incident-assign = Hand over
incident-assign-owner = Who sees to it
incident-assign-due = By which day
incident-assign-due-hint = 11-30 or 30 Nov will do; it may stay empty
incident-assign-due-unread = That date could not be read; 11-30 will do.
incident-assign-waiting = Somebody outside has to act first (the payment company, say)
incident-assign-today = Today
incident-assign-tomorrow = Tomorrow
incident-assign-week = In a week

## Resolving

incident-resolve = How it was resolved
incident-resolve-how = What was done
incident-resolve-proof = Proof that it works
incident-resolve-loss = What it cost
incident-resolve-loss-hint = An estimate will do; 0 when nothing was lost
incident-resolve-nothing = Nothing lost
incident-did-resolved = No. { $no } is resolved
incident-did-reopened = No. { $no } is open again
incident-did-settled = This sale is cleared up
incident-did-sale-reopened = This sale is in doubt again
incident-did-opened = Written down as no. { $no }
incident-did-kept = Written down
incident-undo = Undo
incident-reopen-why = Why it is open again

## The sale in doubt

incident-sale-unknown = Nobody knows yet if it was charged; do not charge again
incident-sale-settled = The money arrived
incident-sale-reversed = Not charged, or went back
incident-sale-written-off = Write off, the shop bears it
incident-sale-how = This sale: { $how }
incident-sale-note = How you know
incident-sale-receipt = Receipt no.
incident-sale-receipt-hint = Its number under Receipts, like 3
incident-sale-written-hint = Writing off takes a reason, and a receipt or photo.
incident-sale-numbers = Fill in its numbers
incident-sale-back = In doubt again
incident-sale-with-receipt = shown by receipt no. { $no }
incident-amount-unknown = amount not noted

## What the code means

incident-code-title = What code { $code } means
incident-code-from-owner = The shop’s own words
incident-code-from-acquirer = The payment company’s words
incident-code-from-ours = The usual meaning
incident-code-from-nobody = Nobody knows this code
incident-code-unverified = No public source confirms it yet
incident-code-ours = Usual meaning: { $meaning }

## What happened

incident-timeline = What happened
incident-event-opened = Written down
incident-event-step = { $step }: { $answer }
incident-event-step-looked = Looked at “{ $step }”
incident-event-call = Called { $number }
incident-event-call-bare = Made a call
incident-event-answered = { $who } answered
incident-event-ticket = ticket { $ticket }
incident-event-waited = { $minutes ->
    [one] waited one minute
   *[other] waited { $minutes } minutes
}
incident-event-lasted = { $minutes ->
    [one] one minute in all
   *[other] { $minutes } minutes in all
}
incident-event-attached = { $count ->
    [one] Added a file
   *[other] Added { $count } files
}
incident-event-amended = Amended
incident-event-assigned = Handed to { $owner }
incident-event-assigned-nobody = Nobody named to see to it
incident-event-waiting = Waiting for somebody outside
incident-event-resolved = Resolved
incident-event-loss = Loss { $amount }
incident-event-no-loss = Nothing lost
incident-event-reopened = Reopened
incident-event-sale-pending = { $amount }: nobody knows yet if it was charged
incident-event-sale-pending-bare = A sale: nobody knows yet if it was charged
incident-event-sale-amended = What is known of the sale was updated
incident-event-sale-settled = The sale: { $how }
incident-event-sale-reopened = The sale is in doubt again
incident-change = { $field }: { $before } → { $after }
incident-change-none = empty
