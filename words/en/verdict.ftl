# The verdict: a sentence a person would say, never a label.

## Sections

section-account = Account
section-machine = Machine
section-network = Network
section-limits = Limits
section-cash = Backup cash
section-upkeep = Upkeep

## Ways to pay (-said stands inside a sentence)

lane-card = Card
lane-qr = QR
lane-cash = Cash
lane-card-said = card
lane-qr-said = QR
lane-cash-said = cash

## States

lane-state-ready = Ready
lane-state-workaround = Works, with care
lane-state-not-ready = Not working
lane-state-unknown = Not checked
lane-with-state = { $lane } · { $state }

## Why

reason-item-failed = Not right: { $item }
reason-item-left = Not checked yet: { $item }
reason-fallback-stands = Not right: { $item }. Use { $fallback } for now
reason-cash-off-target = The float is far from its target
reason-cash-off-target-over = The float is { $amount } over its target
reason-cash-off-target-short = The float is { $amount } short of its target
reason-change-short = Only { $amount } in small change
reason-change-short-uncounted = Short of small change
reason-value-low = Running low: { $item }
reason-choice-weak = Better changed: { $item }
reason-nothing-checked = Not checked today
reason-incident-open = Incident { $number } is not resolved

## In one sentence

headline-nothing-yet = Nothing checked yet — let’s go through it
headline-items-left = { $left ->
    [one] One thing still to check before you open
   *[other] { $left } things still to check before you open
}
headline-items-left-unclear = Don’t open just yet: no telling about { $lanes }
headline-all-ready = { $count ->
    [1] You can open: { $lanes } is working
    [2] You can open: { $lanes } both work
   *[other] You can open: all three ways to pay work
}
headline-workaround = { $count ->
    [one] You can open — { $lanes } runs on { $fallback } for now
   *[other] You can open — { $lanes } run on { $fallback } for now
}
headline-workaround-mixed = { $count ->
    [one] You can open — { $lanes } needs an eye on it
   *[other] You can open — { $lanes } need an eye on them
}
headline-some-not-ready = { $count ->
    [one] Don’t open just yet: { $lanes } isn’t working
   *[other] Don’t open just yet: { $lanes } aren’t working
}
headline-only-cash = Cash only for now: { $amount } in the drawer
headline-only-cash-uncounted = Cash only for now, and it isn’t counted yet
headline-none-ready = { $count ->
    [1] Don’t open yet: { $lanes } isn’t working
   *[other] Don’t open yet: no way to pay is working
}

## How a list is joined

list-pair = { $first } and { $last }
list-more = { $first }, { $rest }

## Results

result-pass = OK
result-fail = Problem
result-na = Not for us

## The state of a day

opening-due = Not started
opening-in-progress = In progress
opening-finished = Finished
opening-late = Finished late
opening-missed = Missed
opening-closed = Closed day
opening-pc-off = PC was off
list-clause = {"; "}
