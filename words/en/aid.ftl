# First aid: when a payment fails.

## The opening screen

aid-what = What did you see?
aid-words = Type the text or the code on the screen, or pick one below by its number
aid-words-placeholder = For example 96, or “connection failed”
aid-results = What was found
aid-as-typed = None of these: go on with “{ $words }”
aid-kind-code = Response code
aid-kind-screen = Text on the screen
aid-kind-symptom = What was seen
aid-kind-step = Step
aid-code-means = { $code } · { $meaning }
aid-known = Fill in what you know; the rest can wait
aid-amount = Amount in yuan
aid-card = Last four of the card
aid-terminal = Which terminal
aid-terminal-open = Not chosen
aid-go-on = Go on with
aid-in-doubt = not known if charged

## A step

aid-code = Code { $code }
aid-headline-pending = { $what }: nobody knows yet if it was charged
aid-say-this = Say this to the customer
aid-answers = Answers
aid-ask-code = If there is a code, type it here
aid-ask-screen = Type the text or code from the screen here
aid-this-sale = This sale:
aid-card-ending = card ending { $last }
aid-numbers = Numbers of this sale
aid-numbers-open = Write down amount and last four
aid-numbers-change = Change the numbers
aid-card-hint = Of a card only six and four digits are kept; never the code on its back, never a PIN.
aid-photos = Photos: screen, slip, never the card
aid-note = A note

## What a code means

aid-meaning-unknown = No meaning is known
aid-from-owner = The shop’s own text
aid-from-acquirer = The payment company’s text
aid-from-ours = From public tables
aid-from-nobody = Nobody has a text for it
aid-unverified = not verified
aid-ours-says = Public tables say: { $meaning }
aid-newer = Newer tables say: { $meaning }
aid-outcome-approved = This sale went through.
aid-outcome-declined = This sale was declined; nothing was charged.
aid-outcome-partial = Only part of it went through.
aid-outcome-unknown = Nobody knows if it was charged: look it up first.
aid-retry-no = Do not try this card again.
aid-retry-once = You may try once more, only once.
aid-retry-other-card = Another card, or another way to pay.
aid-retry-after-fix = Put it right first, then try again.
aid-retry-after-query = Charge again only when you have seen that it was not charged.
aid-retry-not-needed = No need to charge again.

## Whom to call

aid-whom = Whom to call
aid-hotline-of = { $name }: hotline for merchants
aid-number-from = The number is from { $origin }, seen { $day }
aid-origin-contract = your contract
aid-origin-card-back = the back of a card
aid-origin-terminal = the label on the terminal
aid-origin-slip = a slip
aid-origin-official = the official site or app
aid-origin-told = somebody’s word
aid-number-told = Not confirmed: compare it with the contract or the back of the card first.
aid-no-hotline = No hotline is written down yet. It is in your contract or on the back of the card; never use one from a search.
aid-add-hotline = Write the number down
aid-copy = Copy
aid-copied = Copied
aid-merchant-no = Merchant no.
aid-terminal-no = Terminal no.
aid-trace = Trace no.
aid-reference = Reference
aid-not-known = not written down
aid-not-on-slip = not on the slip yet

## The call

aid-call = The call
aid-call-start = Start the call timer
aid-call-rings = Waiting for an answer
aid-call-waited = Answered after { $waited }
aid-call-answered = They answered
aid-call-by = Who answered: name or number
aid-call-ticket = Ticket number
aid-call-said = What they said
aid-call-end = Hang up and write it down
aid-call-kept = The call is written down

## Written down

aid-written = Written down for you
aid-written-where = Incident { $no } · { $where }
aid-times = { $count ->
    [2] Second time on this terminal in 30 days
    [3] Third time on this terminal in 30 days
   *[other] { $count } times on this terminal in 30 days
}
aid-told-more = { $head }: { $more }
aid-told-opened = Payment failed, { $what }
aid-told-call = Called { $number }, { $lasted }
aid-told-call-plain = Called, { $lasted }
aid-told-answered-by = { $name } answered
aid-told-ticket = ticket { $ticket }
aid-told-attached = { $count ->
    [one] one file added
   *[other] { $count } files added
}
aid-told-amended = Filled in: { $what }
aid-told-slowed = slowed
aid-told-stopped = stopped for now
aid-told-assigned = Given to { $name }
aid-told-unassigned = Given to nobody
aid-told-resolved = Resolved
aid-told-resolved-how = Resolved: { $how }
aid-told-reopened = Reopened
aid-told-pending = The sale is on the list of unknown outcomes
aid-told-numbers = Numbers of the sale filled in
aid-told-settled = Looked up: it was charged
aid-told-reversed = Looked up: not charged, or given back
aid-told-written-off = Written off
aid-told-sale-reopened = The sale is in doubt again

## Stopping, and the end

aid-stop-here = If you stop here
aid-stop-pending = The sale is on the list of unknown outcomes and comes back tomorrow morning until it is settled. Incident { $no } stays open.
aid-stop-open = Incident { $no } stays open with everything written down; go on whenever you like.
aid-stop-resolved = Incident { $no } is resolved; nothing is left to do.
aid-end-fixed = You may charge once more.
aid-end-other-way = Take this payment another way.
aid-end-call = Call the payment company.
aid-end-unknown = Nobody knows yet if it was charged. Do not charge again.
aid-end-log-only = That is done.
aid-end-comes-back = The sale is on the list and comes back tomorrow morning until it is settled.
aid-end-over = Incident { $no } is written down and resolved.
aid-end-stays-open = Incident { $no } is written down and still open.
aid-owed = Still to do
aid-owed-provider-call = Call the payment company
aid-owed-watch-account = Watch the account and the customer’s bill
aid-owed-replace-terminal = Have the terminal replaced, through the official channel
aid-owed-settle-today = Settle today
aid-to-today = Back to Today
aid-to-incident = Open incident { $no }

## The card for the customer

aid-card-show = For the customer
aid-card-both = Both languages
aid-card-language = Language of the card
aid-card-promise = What we do
aid-card-check = What you can look at

## Keys

aid-key-answer = answer
aid-key-photo = photo by phone
aid-key-call = call timer
aid-key-note = note
aid-key-card = for the customer
aid-key-back = step before
aid-key-leave = leave — nothing is lost

## On the page of today

aid-today-pending = { $count ->
    [one] One sale: nobody knows yet if it was charged
   *[other] { $count } sales: nobody knows yet if they were charged
}
aid-today-since-today = today { $time }
aid-today-since-yesterday = since yesterday
aid-today-since = since { $day }, { $count } days
aid-today-no-amount = amount not written down
aid-today-arrived = It arrived
aid-today-reversed = Not charged, or given back
aid-today-written-off = Write off
aid-today-open = Open incident
aid-today-how = How do you know? A word, or a paper that shows it
aid-today-why = Why write it off? A word and a paper
aid-today-settled = That sale is settled
aid-today-open-incidents = { $count ->
    [one] One incident is not resolved
   *[other] { $count } incidents are not resolved
}
aid-today-log = Log it as an incident
aid-today-logged = Logged as incident { $no }
aid-today-first-aid = First aid
