# Evidence: cases (retrievals, chargebacks, complaints), what they ask for, what is missing, and by when.

evidence-tabs = Evidence
evidence-tab-cases = Cases

## Kind and state

dispute-kind = Kind
dispute-kind-retrieval = Retrieval request
dispute-kind-chargeback = Chargeback
dispute-kind-wechat-complaint = WeChat Pay complaint
dispute-kind-alipay-complaint = Alipay complaint
dispute-kind-other = Other
dispute-state-open = To reply
dispute-state-submitted = Sent, waiting
dispute-state-won = Won
dispute-state-lost = Lost
dispute-state-withdrawn = Withdrawn

## By when

dispute-by = Reply by { $day }
dispute-by-days = Reply by { $day }, { $days ->
    [one] one day left
   *[other] { $days } days left
}
dispute-by-today = Today, { $day }, is the last day to reply
dispute-overdue = The reply was due { $day }, { $days ->
    [one] a day ago
   *[other] { $days } days ago
}
dispute-no-day = The last day to reply is not written down yet

## The list

dispute-head-open = { $count ->
    [one] One case to reply to
   *[other] { $count } cases to reply to
}
dispute-head-calm = No case to reply to
dispute-group-open = To reply
dispute-group-other = Sent or over
dispute-filter = Show
dispute-filter-all = All
dispute-filter-going = Not over
dispute-search = Find a case
dispute-search-hint = Amount, last four, number of the notice
dispute-more = Older ones
dispute-none = No case holds all of that.
dispute-empty = No cases yet. When a retrieval, chargeback or complaint comes in, first write down the last day to reply.
dispute-no = No. { $no }
dispute-missing = { $count ->
    [one] One piece missing
   *[other] { $count } pieces missing
}
dispute-complete = Nothing missing
dispute-from = from { $from }
dispute-back = Cases

## Writing it down

dispute-new = Write down a case
dispute-form-hint = Enter goes to the next field, and saves at the last. Begin with the last day to reply; the rest can follow.
dispute-amend = Change
dispute-reply-by = Last day to reply
dispute-reply-by-hint = As the notice says, like 2026-12-04 or 12-04
dispute-notice-on = Day of the notice
dispute-notice-on-hint = Left empty it is today
dispute-notice = Notice
dispute-notice-files = Photos or files of the notice
dispute-sold-on = Day of the sale
dispute-sale = Which sale it is about
dispute-sale-hint = By these the receipts and incidents that may belong to it are found
dispute-story-hint = This is the answer: when it was, what was sold, how it was paid
dispute-provider = Contact
dispute-provider-none = Not said

## One case

dispute-page = No. { $no } · { $kind }
dispute-page-amount = No. { $no } · { $kind } · { $amount }
dispute-asked = Asked for, and there
dispute-asked-as-of = List looked over on { $day }. Where the notice asks for more, the notice counts.
dispute-piece-there = There
dispute-piece-missing = Missing
dispute-piece-helps = Would help
dispute-piece-not-needed = Not needed: { $why }
dispute-piece-by-notice = Files of the notice
dispute-piece-by-story = Written in the case
dispute-piece-attach = Attach
dispute-piece-attach-more = Attach another
dispute-piece-waive = Not needed
dispute-piece-need = Needed after all
dispute-piece-why = Why it is not needed
dispute-piece-files = Attach: { $piece }
dispute-links = What belongs to it
dispute-links-none = Nothing is linked yet.
dispute-suggestions = May be this sale
dispute-found-reference = same reference
dispute-found-trace = same trace number
dispute-found-card = same card and amount
dispute-found-amount = same amount, the day fits
dispute-found-day = of that day
dispute-link = Link
dispute-unlink = Take off
dispute-open-record = See
dispute-link-receipt = Receipt { $no } · { $amount }
dispute-link-incident = Incident { $no }
dispute-link-sale = Sale in doubt (incident { $no })
dispute-link-opening = Opening check of { $day }
dispute-link-file = { $name } · { $piece }
dispute-pick = Find a receipt or an incident
dispute-pick-receipt = Receipt
dispute-pick-incident = Incident
dispute-pick-opening = A day’s opening check
dispute-pick-which = Number, or words to look for
dispute-pick-day = Day
dispute-pick-more = Older ones
dispute-pick-none = Nothing found.
dispute-facts = What the notice says
dispute-story = What happened
dispute-story-none = What happened is not written down yet.
dispute-files = Files that would be sent
dispute-files-redacted = { $name } (blacked-out copy)
dispute-timeline = Timeline

## Sending, ending, once more

dispute-act-submit = It was sent
dispute-act-close = End it
dispute-act-reopen = Reopen
dispute-submit-pack = What was sent
dispute-submit-no-pack = The files themselves, no pack
dispute-submit-files = These files
dispute-submit-hint = Untick what was not sent. What is ticked is kept with its SHA-256 as what was sent, and stays so.
dispute-submit-hint-pack = They left with this pack. They are kept with their SHA-256 as what was sent, and stay so.
dispute-submit-none = No file is kept as sent.
dispute-submit-short = Still missing: { $pieces }. It can be written down all the same.
dispute-way-hint = The bank’s merchant site, e-mail, by hand
dispute-sent-at = When it was sent
dispute-sent-at-hint = Left empty it is now
dispute-sent = Sent { $time }: { $way }, { $count ->
    [one] one file
   *[other] { $count } files
}
dispute-sent-pack = Pack { $pack }
dispute-sent-missing = Missing when it was sent: { $pieces }
dispute-outcome = Outcome
dispute-close-note = Note
dispute-close-note-hint = When no answer was sent, write why
dispute-reopen-why = Why

## One line of the timeline

dispute-event-opened = Case written down
dispute-event-amended = Case changed
dispute-event-linked = Linked: { $what }
dispute-event-unlinked = Taken off: { $what }
dispute-event-submitted = Sent: { $way }, { $count ->
    [one] one file
   *[other] { $count } files
}
dispute-event-closed = { $outcome }
dispute-event-reopened = Reopened
dispute-event-receipt = receipt
dispute-event-incident = incident
dispute-event-sale = sale in doubt
dispute-event-not-needed = not needed: { $piece }

## What was done

dispute-did-opened = Written down as case { $no }
dispute-did-amended = Changed
dispute-did-linked = Linked
dispute-did-unlinked = Taken off
dispute-did-needed = It counts as asked for again
dispute-did-waived = It counts as not needed again
dispute-did-submitted = Written down; what was sent is kept
dispute-did-closed = The case is over
dispute-did-reopened = Reopened

## Pieces

piece-notice = The notice itself
piece-signed-slip = Signed slip
piece-slip-numbers = Numbers on the slip
piece-order = Proof of what was sold
piece-delivery = Proof of handing over
piece-refund-policy = Terms of refund
piece-customer-talk = What was said with the customer
piece-terminal-state = The terminal on that day
piece-what-failed = What failed on that day
piece-refund = Money given back
piece-account = What happened

## Today

dispute-today = Cases to reply to
dispute-today-line = { $kind } · { $from }
dispute-today-open = See
