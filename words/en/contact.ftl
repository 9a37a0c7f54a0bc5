# Contacts, terminals, staff, texts for codes

contact-open = Contacts, terminals and staff
contact-back = Back to Shop
contact-rule = Numbers count when they come from the contract, the back of a card or the sticker on the terminal; never from a search or a caller.
contact-edit = Edit
contact-retire = No longer used
contact-bring-back = Use again
contact-retired = No longer used ({ $count })
contact-act-name = { $name }: { $act }
contact-did-saved = “{ $name }” is saved
contact-did-retired = “{ $name }” is no longer used
contact-did-back = “{ $name }” is used again

## Whom we call

contact-providers = Whom we call
contact-providers-none = Nobody is written down yet. The contract and the back of a card have the number.
contact-provider-add = Add a contact
contact-name = What you call it
contact-name-provider-placeholder = For example: our card bank
contact-kind = What it looks after
contact-kind-acquirer = Card payments (bank or payment company)
contact-kind-wallet = Wallet (WeChat Pay, Alipay)
contact-kind-service = The machines
contact-kind-network = Internet or mobile data
contact-hotline = Hotline
contact-site = Official site or app
contact-branch = Branch
contact-merchant-no = Merchant number
contact-note = Note
contact-note-hint = Phone numbers go into the hotline; here their middle becomes stars.
contact-starred = Drafts keep no whole numbers, so only stars are left here. Please type it again.
contact-from = Where it came from
contact-from-choose = Please choose
contact-from-needed = Choose where it came from, then save again.
contact-from-contract = The contract
contact-from-card-back = The back of a card
contact-from-terminal = The sticker on the terminal
contact-from-slip = A slip
contact-from-official = Its official site or app
contact-from-told = Somebody told us
contact-seen = Looked at on
contact-source = { $from }, looked at on { $day }
contact-told = Not confirmed: compare it with the contract or the back of a card first.
contact-licence = Payment licence
contact-licence-hint = An agent’s brand is not the licence holder. Look up the company named in the contract on the public list of payment companies, on the site of the People’s Bank of China.
contact-licence-holder = Licence holder
contact-licence-number = Licence number
contact-licence-business = Business and region
contact-licence-expires = Valid until
contact-licence-looked = Looked up on
contact-licence-until = valid until { $day }
contact-licence-ended = ended on { $day }
contact-licence-looked-on = looked up on { $day }
contact-licence-none = Payment licence not looked up yet

## Terminals

contact-terminals = Terminals
contact-terminals-none = No machine is written down yet. Its number is on its back or on a slip.
contact-terminal-add = Add a terminal
contact-name-terminal-placeholder = For example: card terminal at the counter
contact-till = Where it stands
contact-till-none = Carried around
contact-lanes = What it takes
contact-provider = Whom to call about it
contact-provider-none = Nobody named
contact-terminal-no = Terminal number
contact-model = Maker and model
contact-serial = Serial number
contact-lights = What its lights and sounds mean
contact-lights-placeholder = Green: working. Red: fault.
contact-software = Software version
contact-address = Registered address
contact-got = How it came to the shop
contact-got-official = From the bank or the licensed company itself
contact-got-agent = Through somebody in between
contact-got-unknown = Nobody remembers
contact-got-warning = A free terminal with a promised low rate is a warning sign. Call the company by the number in the contract and ask whether it knows this machine.

## Staff

contact-staff = Staff
contact-staff-none = Nobody is written down yet. With names here, changing the person at the top right takes one press.
contact-staff-add = Add a name
contact-staff-name = Name
contact-staff-here = Who works here

## Response codes

contact-codes = Response codes, in your own words
contact-codes-none = The built-in texts are used. Copy what the payment company says otherwise; it is shown first when a payment fails.
contact-code-add = Add a text
contact-code = Response code
contact-code-from = Whose words
contact-code-owner = The shop’s own
contact-code-acquirer = Printed by the payment company
contact-code-provider = Which company
contact-code-everywhere = Any
contact-code-meaning = What it means
contact-code-advice = What to do
contact-code-needed = Write what it means or what to do, then save again.
contact-code-ours = Built in
contact-code-ours-none = There is no built-in text for this code
contact-code-unverified = not confirmed by a public source
contact-did-code-gone = The text of { $code } is gone
