# Receipts: written down in seconds, found again later.

## The list

receipt-empty = No receipts yet. Copy a slip: the amount alone is enough.
receipt-empty-filter = No such receipt.
receipt-add = Add one
receipt-search = Find a receipt
receipt-search-hint = Amount, last four, trace or reference number, a name
receipt-from = From
receipt-to = To
receipt-day-unread = That date could not be read; 11-23 will do.
receipt-terminal = Terminal
receipt-terminal-all = All terminals
receipt-terminal-none = Not chosen
receipt-more = Earlier ones
receipt-list = Receipts, newest first
receipt-no = No. { $no }
receipt-files = { $count ->
    [one] one file
   *[other] { $count } files
}
receipt-found = { $count ->
    [one] One found
   *[other] { $count } found
}
receipt-trace = trace { $number }

## Filling in

receipt-new = Add a receipt
receipt-form-hint = Enter goes on, Ctrl + Enter saves, Esc lays it aside
receipt-amount-label = Amount (yuan)
receipt-at-hint = Empty means now; 12:31 alone is today; earlier ones like 2026-11-23 12:31
receipt-card-label = Last four of the card
receipt-six = 6 digits
receipt-auth-hint = 6 letters or digits
receipt-reference-hint = 12 characters
receipt-card-hint = Only six and four are kept
receipt-more-fields = The other fields
receipt-kind = Type
receipt-kind-sale = Sale
receipt-kind-void = Void
receipt-kind-refund = Refund
receipt-kind-pre-auth = Pre-authorisation
receipt-kind-query = Query
receipt-kind-wallet = Wallet record
receipt-card = Card
receipt-total = Total
receipt-files-label = Photos and files

## One receipt

receipt-page = Receipt no. { $no }: { $amount }
receipt-back = Back to receipts
receipt-amend = Amend
receipt-amended = { $count ->
    [one] Amended once; what was written before stays in the ledger
   *[other] Amended { $count } times; what was written before stays in the ledger
}
receipt-by = Added { $time } by { $staff }
receipt-by-nobody = Added { $time }
receipt-same = This looks like the same slip as { $numbers }.
receipt-same-one = receipt no. { $no }
receipt-match = This slip shows the sale of { $amount } that nobody was sure of
receipt-match-maybe = This slip may show the sale of { $amount } that nobody was sure of
receipt-match-bare = This slip shows a sale that nobody was sure of
receipt-match-reference = The reference number is the same
receipt-match-trace = The trace number is the same
receipt-match-amount = Amount and time agree; please look once more
receipt-match-settle = The money arrived, this slip shows it
receipt-match-incident = See incident no. { $no }
receipt-did-added = Written down as receipt no. { $no }
receipt-did-amended = Amended
receipt-slip = What the slip says
