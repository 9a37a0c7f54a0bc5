# First aid, step by step. Every step has a sentence for the customer; lines are as short as in Chinese.

## What was seen

guide-symptom-wont-start = It won’t start
guide-symptom-screen-text = Text on the screen
guide-symptom-no-response = No response
guide-symptom-wont-print = It won’t print
guide-symptom-card-refused = Card refused
guide-symptom-qr-failed = QR fails
guide-symptom-network = No network
guide-symptom-over-limit = Over a limit
guide-symptom-charged-but-failed = Charged, but the terminal says failed

## Look it up before charging

guide-look-up-title = Look up the last sale
guide-look-up-warn = Do not charge again until you have looked it up.
guide-look-up-do-1 = On the terminal: Menu, Query, Last transaction.
guide-look-up-do-2 = Compare the amount and the last four digits.
guide-look-up-do-3 = Ask the customer to look at today’s debits in the bank app.
guide-look-up-do-4 = If they differ, ask the payment company about this sale.
guide-look-up-say = “The line dropped. Let me check first, so you never pay twice.”
guide-look-up-answer-charged = It was charged
guide-look-up-answer-not-charged = Neither side shows it
guide-look-up-answer-unknown = Still unknown

## It won’t start

guide-power-title = Look at plug and cable
guide-power-do-1 = Push plug and cable home; is the cable whole?
guide-power-do-2 = Wipe the counter dry and clear it.
guide-power-do-3 = Hold the power key for three seconds.
guide-power-say = “It lost its power: half a minute, or pay by QR if you like.”
guide-power-answer-on = It starts
guide-power-answer-dark = Still dark
guide-power-answer-unsafe = Wet, or smells burnt

guide-unsafe-title = Stop using it: safety first
guide-unsafe-do-1 = Switch off the breaker; pull the plug with dry hands.
guide-unsafe-do-2 = Do not start it, do not open it.
guide-unsafe-say = “The terminal has a fault; I have switched it off to be safe.”
guide-unsafe-answer-unplugged = It is unplugged

guide-power-again-title = Another socket, then the light
guide-power-again-do-1 = Use a socket that works and charge for five minutes.
guide-power-again-do-2 = Hold the power key for ten seconds, then let go.
guide-power-again-do-3 = See the light: green works, red is a fault.
guide-power-again-say = “A few minutes more; QR or cash is fine meanwhile.”
guide-power-again-answer-on = It starts
guide-power-again-answer-no = Dark, or a red light

guide-standby-title = Read the name, look up the last sale
guide-standby-warn = Do not charge again until you have looked it up.
guide-standby-do-1 = Does the standby screen show our shop’s name?
guide-standby-do-2 = If it asks to sign in, sign in first.
guide-standby-do-3 = If a sale was under way, look up the last one.
guide-standby-say = “It is back. Let me look at the last payment first.”
guide-standby-answer-not-charged = Not charged, or none under way
guide-standby-answer-charged = It was charged
guide-standby-answer-unknown = Still unknown
guide-standby-answer-not-ours = Not our shop’s name

guide-dark-look-up-title = Terminal dark: look it up by phone
guide-dark-look-up-warn = Do not take it another way until you have looked it up.
guide-dark-look-up-do-1 = Open the merchant app: today’s sales.
guide-dark-look-up-do-2 = Ask the customer to look at today’s debits in the bank app.
guide-dark-look-up-do-3 = Not there? Ask the payment company about this sale.
guide-dark-look-up-say = “Let me check that payment first, so you never pay twice.”
guide-dark-look-up-answer-not-charged = Not charged, or none under way
guide-dark-look-up-answer-charged = It was charged
guide-dark-look-up-answer-unknown = Still unknown

guide-wrong-name-title = Wrong name: stop using it
guide-wrong-name-warn = The money may have gone to somebody else.
guide-wrong-name-do-1 = Take no payment on this terminal.
guide-wrong-name-do-2 = Ask the customer to look at today’s debits in the bank app.
guide-wrong-name-say = “This terminal needs a check; let me see if you were charged.”
guide-wrong-name-answer-not-charged = Not charged, or none under way
guide-wrong-name-answer-maybe = Charged, or not clear

## Text on the screen

guide-screen-title = What does the screen say?
guide-screen-do-1 = Type the words or the code from the screen.
guide-screen-do-2 = A photo of the screen is fine, never of the card.
guide-screen-say = “The screen says something; let me look up what it means.”
guide-screen-answer-paying = While paying, not listed
guide-screen-answer-sign-in = It asks to sign in
guide-screen-answer-not-listed = Not while paying, not listed
guide-screen-answer-not-ours = Not our shop’s name

guide-unknown-text-title = Note it, then restart once
guide-unknown-text-do-1 = Write the words down as they stand.
guide-unknown-text-do-2 = Switch off, wait half a minute, switch on.
guide-unknown-text-do-3 = Does the standby screen show our shop’s name?
guide-unknown-text-say = “I am restarting it: one minute.”
guide-unknown-text-answer-gone = It is gone
guide-unknown-text-answer-still = Still there
guide-unknown-text-answer-not-ours = Not our shop’s name

guide-sign-in-title = Sign the terminal in again
guide-sign-in-do-1 = In the menu choose: Sign in.
guide-sign-in-do-2 = If it wants to settle first, settle.
guide-sign-in-do-3 = Still no: restart and sign in once more.
guide-sign-in-say = “The terminal needs to sign in: half a minute.”
guide-sign-in-answer-works = Signed in
guide-sign-in-answer-again = Still refused

guide-settle-title = Upload, then settle
guide-settle-do-1 = In the menu choose: Upload batch.
guide-settle-do-2 = Settle once more.
guide-settle-do-3 = Keep all of today’s slips.
guide-settle-say = “The terminal is balancing; QR or cash is fine meanwhile.”
guide-settle-answer-balanced = It balances
guide-settle-answer-unbalanced = Still unbalanced

## No response

guide-frozen-title = First: was the last sale charged?
guide-frozen-warn = Do not charge again until you have looked it up.
guide-frozen-do-1 = Do not unplug, do not charge again.
guide-frozen-do-2 = See today’s sales in the merchant app on your phone.
guide-frozen-do-3 = Ask the customer to look at today’s debits in the bank app.
guide-frozen-say = “It is stuck. Let me check first, so you never pay twice.”
guide-frozen-answer-charged = It was charged
guide-frozen-answer-not-charged = Neither side shows it
guide-frozen-answer-unknown = Still unknown
guide-frozen-answer-idle = None was under way

guide-keys-title = Plugs, keys, then restart
guide-keys-do-1 = Push home power, network, keyboard and mouse.
guide-keys-do-2 = Press a digit, cancel and confirm.
guide-keys-do-3 = Switch off, wait half a minute, on again; is it green?
guide-keys-say = “I am restarting it: one minute.”
guide-keys-answer-works = It works again
guide-keys-answer-sign-in = It asks to sign in
guide-keys-answer-one-key = Some keys are dead
guide-keys-answer-frozen = Still nothing

## It won’t print

guide-print-look-up-title = No slip: look up the last sale
guide-print-look-up-warn = Do not charge again until you have looked it up.
guide-print-look-up-do-1 = No slip does not mean not paid.
guide-print-look-up-do-2 = On the terminal: Menu, Query, Last transaction.
guide-print-look-up-do-3 = Compare the amount and the last four digits.
guide-print-look-up-say = “No slip came out; let me see whether it is paid.”
guide-print-look-up-answer-charged = It was charged
guide-print-look-up-answer-not-charged = Not charged
guide-print-look-up-answer-unknown = Still unknown
guide-print-look-up-answer-idle = None was under way

guide-paper-title = Put the paper right, print again
guide-paper-do-1 = Is the roll empty, or in the wrong way round?
guide-paper-do-2 = Shiny side to the print head, lid shut.
guide-paper-do-3 = In the menu choose: Reprint last slip.
guide-paper-say = “It is paid; I am printing your slip again.”
guide-paper-answer-prints = It prints
guide-paper-answer-no = Still no slip

guide-paper-unpaid-title = Put the paper right, test it
guide-paper-unpaid-do-1 = Is the roll empty, or in the wrong way round?
guide-paper-unpaid-do-2 = Shiny side to the print head, lid shut.
guide-paper-unpaid-do-3 = In the menu choose: Test print.
guide-paper-unpaid-say = “Just changing the paper, one moment.”
guide-paper-unpaid-answer-prints = It prints
guide-paper-unpaid-answer-no = Still no slip

## Card refused

guide-refused-title = Read the code on the screen
guide-refused-warn = Never photograph a card or ask for PIN or security code.
guide-refused-do-1 = Two signs on screen or slip? Type them in.
guide-refused-do-2 = The card stays in the customer’s hand and sight.
guide-refused-say = “It did not go through; let me see why.”
guide-refused-answer-no-code = No code
guide-refused-answer-cant-read = It cannot read the card
guide-refused-answer-every-card = No card works
guide-refused-answer-timed-out = Stuck, or timed out

guide-card-look-title = Ask the customer about the card
guide-card-look-warn = Never photograph a card or ask for PIN or security code.
guide-card-look-do-1 = Is it past its expiry date?
guide-card-look-do-2 = Is the chip or stripe scratched?
guide-card-look-do-3 = Is it active, and neither lost nor frozen?
guide-card-look-do-4 = Ask for another card and try once.
guide-card-look-say = “Sorry, this one did not go through. Another card perhaps?”
guide-card-look-answer-taken = Another card worked
guide-card-look-answer-no-other = No other card
guide-card-look-answer-timed-out = Stuck, or timed out

guide-card-read-title = Push it home, or tap instead
guide-card-read-do-1 = Wipe the chip, push it home and leave it.
guide-card-read-do-2 = Insert fails: tap. Tap fails: insert.
guide-card-read-do-3 = Try only once more.
guide-card-read-say = “The chip was not read; let us try the other way.”
guide-card-read-answer-taken = It went through
guide-card-read-answer-this-card = Not with this card
guide-card-read-answer-every-card = No card is read
guide-card-read-answer-timed-out = Stuck, or timed out

guide-other-card-title = Ask for another card
guide-other-card-do-1 = Do not keep trying this card.
guide-other-card-do-2 = The bank can say why: the number is on the card’s back.
guide-other-card-do-3 = If it is about money, say it quietly.
guide-other-card-say = “The bank did not let this one pass; another card or QR?”
guide-other-card-answer-taken = Another card worked
guide-other-card-answer-no-other = No other card
guide-other-card-answer-every-card = No card works
guide-other-card-answer-timed-out = Stuck, or timed out

guide-pin-title = Let the customer enter the PIN again
guide-pin-warn = Only the customer enters the PIN; never ask for it.
guide-pin-do-1 = The customer types it, unhurried and unseen.
guide-pin-do-2 = Only once more, before the card locks.
guide-pin-say = “The PIN did not match. No hurry, try once more.”
guide-pin-answer-taken = It went through
guide-pin-answer-wrong = Wrong again
guide-pin-answer-timed-out = Stuck, or timed out

guide-try-once-title = Try once more, only once
guide-try-once-do-1 = If the bank is busy, wait two or three minutes.
guide-try-once-do-2 = If the customer cancelled, ask first.
guide-try-once-do-3 = Charge once; if it fails, another way.
guide-try-once-say = “They are busy over there; let us try once more.”
guide-try-once-answer-taken = It went through
guide-try-once-answer-refused = Still refused
guide-try-once-answer-timed-out = Stuck, or timed out

guide-redo-title = Check, then do it once more
guide-redo-do-1 = Are amount, currency and account right?
guide-redo-do-2 = A void or refund must match its original.
guide-redo-do-3 = Put it right and do it once more.
guide-redo-say = “I may have pressed the wrong key; once more.”
guide-redo-answer-taken = It went through
guide-redo-answer-refused = Still refused
guide-redo-answer-timed-out = Stuck, or timed out

guide-stop-card-title = Do not take this card
guide-stop-card-warn = Never keep a card by force or accuse anyone aloud.
guide-stop-card-do-1 = Ask the customer to wait, kindly; do not argue.
guide-stop-card-do-2 = Ask for another way to pay.
guide-stop-card-do-3 = Call the payment company and do what they say.
guide-stop-card-say = “The terminal cannot take this card. Another way perhaps?”
guide-stop-card-answer-other-way = The customer pays another way
guide-stop-card-answer-leaves = The customer leaves

guide-code-approved-title = Paid: check it
guide-code-approved-do-1 = Check the amount and the last four digits.
guide-code-approved-do-2 = Where a signature is needed, look at it.
guide-code-approved-do-3 = Y1 and Y3 were offline: settle and upload today.
guide-code-approved-say = “That is paid. Thank you, here is your slip.”
guide-code-approved-answer-matches = All right
guide-code-approved-answer-differs = The amount is wrong

guide-code-partial-title = Only a part was approved
guide-code-partial-warn = Do not charge the whole again.
guide-code-partial-do-1 = Read how much was approved.
guide-code-partial-do-2 = Take the rest another way, then hand over.
guide-code-partial-say = “This card paid a part; how would you like to pay the rest?”
guide-code-partial-answer-rest-paid = The rest is paid
guide-code-partial-answer-refuses = The customer declines

guide-account-look-title = First: the shop’s own account
guide-account-look-do-1 = Merchant app: does it say frozen or restricted?
guide-account-look-do-2 = Does it say that cards are enabled?
guide-account-look-do-3 = Then the terminal: does it ask to sign in or update?
guide-account-look-say = “Let me see whether it is on our side.”
guide-account-look-answer-fine = The account is fine
guide-account-look-answer-held = Frozen, restricted or not enabled
guide-account-look-answer-sign-in = It asks to sign in
guide-account-look-answer-offline = The terminal is offline

## QR fails

guide-qr-look-up-title = First: was the customer charged?
guide-qr-look-up-warn = No second scan until you have looked it up.
guide-qr-look-up-do-1 = Does the customer’s phone say it is paid?
guide-qr-look-up-do-2 = Has it arrived in the shop’s merchant app?
guide-qr-look-up-do-3 = Trust our own app alone, never a screenshot.
guide-qr-look-up-say = “Let me see if it arrived, so you never pay twice.”
guide-qr-look-up-answer-not-charged = The customer was not charged
guide-qr-look-up-answer-charged = It arrived
guide-qr-look-up-answer-unknown = Charged, but not arrived

guide-qr-why-title = What does the customer’s phone say?
guide-qr-why-do-1 = Ask the customer to show you the phone.
guide-qr-why-do-2 = Is the payee our shop?
guide-qr-why-say = “May I see the message? I will help.”
guide-qr-why-answer-cant-scan = It does not scan
guide-qr-why-answer-no-network = It keeps turning
guide-qr-why-answer-limit = Over a limit
guide-qr-why-answer-not-ours = The payee is not our shop

guide-qr-plate-title = Wipe it and scan again
guide-qr-plate-do-1 = Wipe the code, no glare, screen bright.
guide-qr-plate-do-2 = Still no: let the terminal show a code.
guide-qr-plate-do-3 = Or scan the customer’s payment code.
guide-qr-plate-say = “Here is another code for you, one moment.”
guide-qr-plate-answer-taken = It went through
guide-qr-plate-answer-no = Still no scan
guide-qr-plate-answer-spinning = It stopped half-way

guide-qr-net-title = The customer’s phone has no network
guide-qr-net-do-1 = Ask the customer to step to the door.
guide-qr-net-do-2 = Or to use the shop’s Wi-Fi.
guide-qr-net-do-3 = Or scan the customer’s payment code.
guide-qr-net-say = “The signal is weak here; try nearer the door.”
guide-qr-net-answer-taken = It went through
guide-qr-net-answer-no = Still no
guide-qr-net-answer-spinning = It stopped half-way

guide-phone-look-up-title = The one that stopped: look it up
guide-phone-look-up-warn = No second scan until you have looked it up.
guide-phone-look-up-do-1 = Has it arrived in the shop’s merchant app?
guide-phone-look-up-do-2 = Does the customer’s bill show it?
guide-phone-look-up-do-3 = If they differ, ask the payment company about this sale.
guide-phone-look-up-say = “Let me see if it arrived, so you never pay twice.”
guide-phone-look-up-answer-charged = It arrived
guide-phone-look-up-answer-not-charged = Neither side shows it
guide-phone-look-up-answer-unknown = Still unknown

guide-qr-limit-title = A dynamic code; never split
guide-qr-limit-warn = Never split one sale, never pay out cash for a card.
guide-qr-limit-do-1 = A static plate has a daily limit: use the terminal’s code.
guide-qr-limit-do-2 = Still over: another card or another way.
guide-qr-limit-do-3 = If it is the shop’s limit, call the payment company.
guide-qr-limit-say = “This code has reached its limit; here is another.”
guide-qr-limit-answer-taken = It went through
guide-qr-limit-answer-no = Still over
guide-qr-limit-answer-shop = The shop’s own limit

## No network

guide-net-look-up-title = The sale that was cut off: look it up
guide-net-look-up-warn = Do not charge again until you have looked it up.
guide-net-look-up-do-1 = Merchant app on mobile data: today’s sales.
guide-net-look-up-do-2 = Ask the customer to look at today’s debits in the bank app.
guide-net-look-up-do-3 = Not there? Ask the payment company about this sale.
guide-net-look-up-say = “The line dropped. Let me check first, so you never pay twice.”
guide-net-look-up-answer-not-charged = Neither side shows it
guide-net-look-up-answer-charged = It was charged
guide-net-look-up-answer-unknown = Still unknown
guide-net-look-up-answer-idle = None was under way

guide-net-where-title = Which part is down?
guide-net-where-do-1 = Phone on the shop’s Wi-Fi, mobile data off.
guide-net-where-do-2 = Open any web page.
guide-net-where-do-3 = Is the terminal on Wi-Fi or on a SIM card?
guide-net-where-say = “The network is slow; let me look, one moment.”
guide-net-where-answer-all-down = The phone has none either
guide-net-where-answer-terminal-only = Only the terminal
guide-net-where-answer-sim = The terminal uses a SIM
guide-net-where-answer-all-fine = Both are online

guide-router-title = Restart the router
guide-router-do-1 = Pull its plug, wait half a minute, plug in.
guide-router-do-2 = Wait two minutes for its lights.
guide-router-do-3 = Push cables home; take idle devices off.
guide-router-say = “Two minutes for the network; cash is fine meanwhile.”
guide-router-answer-back = It is back
guide-router-answer-still = Still down

guide-pos-wifi-title = Connect the terminal again
guide-pos-wifi-do-1 = Is it on our own Wi-Fi?
guide-pos-wifi-do-2 = Enter the password again.
guide-pos-wifi-do-3 = Bring it near the router: two bars or more.
guide-pos-wifi-say = “The terminal is connecting again, one moment.”
guide-pos-wifi-answer-back = It is back
guide-pos-wifi-answer-still = Still down

guide-sim-title = SIM: move it, check the plan
guide-sim-do-1 = Basements are weak: try the door or a window.
guide-sim-do-2 = Is the data used up, or a bill unpaid?
guide-sim-do-3 = Never change the SIM yourself; ask the company.
guide-sim-say = “The signal is weak here; let me move.”
guide-sim-answer-back = It is back
guide-sim-answer-still = Still down

guide-hotspot-title = Use a phone’s hotspot
guide-hotspot-do-1 = Switch on the hotspot of a shop’s phone.
guide-hotspot-do-2 = Connect the terminal and sign in to test.
guide-hotspot-do-3 = See how much data the phone has left.
guide-hotspot-say = “I am changing the network: one minute.”
guide-hotspot-answer-works = It works
guide-hotspot-answer-no = Still down

## Not on our side

guide-not-us-title = Ask the company if it is down
guide-not-us-do-1 = First ask for another way to pay.
guide-not-us-do-2 = Call the payment company by the contract’s number.
guide-not-us-do-3 = Give merchant and terminal number and since when.
guide-not-us-do-4 = Ask when it should be back.
guide-not-us-say = “It is the bank’s side. Would another way be all right?”
guide-not-us-answer-theirs = They are mending it
guide-not-us-answer-one-bank = Only one bank is down
guide-not-us-answer-no-answer = No answer

guide-hotline-title = Call the number in the contract
guide-hotline-do-1 = First ask for another way to pay.
guide-hotline-do-2 = Only numbers from the contract or a card’s back.
guide-hotline-do-3 = Give merchant and terminal number and the screen’s words.
guide-hotline-do-4 = Note who answered, the ticket number and by when.
guide-hotline-say = “Our terminal is not set up right. Another way perhaps?”
guide-hotline-answer-answered = They are on it
guide-hotline-answer-no-answer = No answer

guide-other-contact-title = Official site, app or branch
guide-other-contact-warn = Trust no number from a search or a chat.
guide-other-contact-do-1 = Type the address as the contract has it.
guide-other-contact-do-2 = Look for the chat in the official app.
guide-other-contact-do-3 = Failing that, ask at your branch.
guide-other-contact-say = “Another way for today, please. Thank you for your patience.”
guide-other-contact-answer-reached = Reached them
guide-other-contact-answer-nobody = Nobody yet

## Over a limit

guide-limit-which-title = Whose limit is it?
guide-limit-which-warn = Never split one sale, never pay out cash for a card.
guide-limit-which-do-1 = Per sale, per day, or how often?
guide-limit-which-do-2 = Compare the shop’s own limits.
guide-limit-which-do-3 = If there is a code, type it in.
guide-limit-which-say = “It is over a limit; let me see what is easiest.”
guide-limit-which-answer-card = The card’s limit
guide-limit-which-answer-shop = The shop’s limit
guide-limit-which-answer-count = Too many times today
guide-limit-which-answer-qr = The QR code’s limit

guide-card-limit-title = Raise the limit, or another card
guide-card-limit-warn = Never split one sale, never pay out cash for a card.
guide-card-limit-do-1 = The customer can raise it in the bank’s app.
guide-card-limit-do-2 = Or use another card or another way.
guide-card-limit-say = “This card has a limit; raise it or use another card.”
guide-card-limit-answer-taken = It went through
guide-card-limit-answer-no = Still over
guide-card-limit-answer-timed-out = Stuck, or timed out

guide-shop-limit-title = The shop’s limit: call the company
guide-shop-limit-warn = Never split one sale, never pay out cash for a card.
guide-shop-limit-do-1 = For a large sale offer a transfer or another way.
guide-shop-limit-do-2 = Ask the payment company to raise it for now.
guide-shop-limit-do-3 = Note who agreed and until when.
guide-shop-limit-say = “Our shop has reached its limit today. Another way perhaps?”
guide-shop-limit-answer-raised = It is raised
guide-shop-limit-answer-not-today = Not today

guide-count-limit-title = Count used up: another card
guide-count-limit-warn = Never split one sale, never pay out cash for a card.
guide-count-limit-do-1 = Not this card today; it works again tomorrow.
guide-count-limit-do-2 = Ask for another card or another way.
guide-count-limit-say = “This card has reached today’s count. Another one perhaps?”
guide-count-limit-answer-taken = Another card worked
guide-count-limit-answer-no = No other card
guide-count-limit-answer-timed-out = Stuck, or timed out

## Ends

guide-end-paid-title = It is paid: hand over the goods
guide-end-paid-do-1 = No slip? Reprint it, or copy the trace number.
guide-end-paid-do-2 = Do not charge this sale again.
guide-end-paid-say = “Found it: you have paid. Thank you for waiting.”

guide-end-taken-title = It went through
guide-end-taken-do-1 = Keep the slip, check the amount.
guide-end-taken-say = “That is paid, thank you.”

guide-end-charge-again-title = Not charged: charge once more
guide-end-charge-again-do-1 = Charge once more, only once.
guide-end-charge-again-do-2 = If it fails, look it up again first.
guide-end-charge-again-say = “You were not charged. Let us do it once more.”

guide-end-unknown-title = Not settled: do not charge again
guide-end-unknown-do-1 = Note time, amount and the last four digits.
guide-end-unknown-do-2 = Keep the slip and the trace number.
guide-end-unknown-do-3 = Ask the payment company to trace this sale.
guide-end-unknown-do-4 = It comes back tomorrow until it is settled.
guide-end-unknown-say = “I have noted it; you will hear from us by tomorrow’s opening.”

guide-end-fixed-machine-title = It works again: charge once more
guide-end-fixed-machine-do-1 = Charge once more.
guide-end-fixed-machine-do-2 = If it happens again, take it another way.
guide-end-fixed-machine-say = “It works again, thank you for waiting. Once more.”

guide-end-not-our-name-title = Wrong name: stop using it
guide-end-not-our-name-do-1 = Take no payment on this terminal.
guide-end-not-our-name-do-2 = Photograph the screen and the serial number.
guide-end-not-our-name-do-3 = Call the number in the contract at once.
guide-end-not-our-name-say = “This terminal needs a check. Another way perhaps?”

guide-end-wrong-payee-title = Paid to somebody else: chase it now
guide-end-wrong-payee-do-1 = Note the name on the screen, number, amount, time.
guide-end-wrong-payee-do-2 = Call the number in the contract: ask them to stop it.
guide-end-wrong-payee-do-3 = Failing that, call the police; keep the slip.
guide-end-wrong-payee-do-4 = Do not charge this sale again before it is settled.
guide-end-wrong-payee-say = “I have noted it; you will hear from us by tomorrow’s opening.”

guide-end-terminal-dead-title = Take it another way, then report it
guide-end-terminal-dead-do-1 = Take it by QR, or by cash with the float.
guide-end-terminal-dead-do-2 = Afterwards report it by the contract’s number.
guide-end-terminal-dead-do-3 = Replace it only through the company’s own channel.
guide-end-terminal-dead-do-4 = Refuse free terminals from visitors or chats.
guide-end-terminal-dead-say = “The terminal is broken. QR or cash, please.”

guide-end-key-dead-title = Dead keys: take it another way
guide-end-key-dead-do-1 = Take it by QR or in cash.
guide-end-key-dead-do-2 = Let nobody enter a PIN on a bad keypad.
guide-end-key-dead-do-3 = Report it by the contract’s number.
guide-end-key-dead-say = “The keys are failing. QR or cash, please.”

guide-end-reader-dead-title = Reader broken: take it another way
guide-end-reader-dead-do-1 = Take it by QR or in cash.
guide-end-reader-dead-do-2 = Is anything stuck on or in the card slot?
guide-end-reader-dead-do-3 = Report it by the contract’s number; do not open it.
guide-end-reader-dead-say = “It cannot read cards. QR or cash, please.”

guide-end-reprinted-title = The slip is printed
guide-end-reprinted-do-1 = One slip for the customer, one for you.
guide-end-reprinted-say = “Here is your slip, thank you for waiting.”

guide-end-no-slip-title = Paid, only the slip is missing
guide-end-no-slip-do-1 = Copy trace number, amount and time.
guide-end-no-slip-do-2 = Show the customer the result on the screen.
guide-end-no-slip-do-3 = Report the printer to the payment company.
guide-end-no-slip-say = “It is paid; I will write you a slip by hand.”

guide-end-printer-dead-title = Take it another way for now
guide-end-printer-dead-do-1 = Take it by QR or in cash.
guide-end-printer-dead-do-2 = Report the printer to the payment company.
guide-end-printer-dead-say = “The printer is broken. QR or cash, please.”

guide-end-other-way-card-title = Another way to pay
guide-end-other-way-card-do-1 = QR or cash are both fine.
guide-end-other-way-card-do-2 = About the card: the number on its back.
guide-end-other-way-card-say = “No matter, QR or cash is fine.”

guide-end-other-way-bank-title = The bank is busy: another way
guide-end-other-way-bank-do-1 = QR, cash, or a card of another bank.
guide-end-other-way-bank-do-2 = Note the time; if it repeats, call the company.
guide-end-other-way-bank-say = “The bank is busy. Another way perhaps?”

guide-end-ask-provider-title = Another way, then ask
guide-end-ask-provider-do-1 = Take this one another way.
guide-end-ask-provider-do-2 = A void or refund: ask first, never pay it in cash.
guide-end-ask-provider-say = “Let me do it another way, one moment.”

guide-end-keys-lost-title = No sign-in: take it another way
guide-end-keys-lost-do-1 = Take it by QR or in cash.
guide-end-keys-lost-do-2 = Call the company: the keys may need loading.
guide-end-keys-lost-say = “It cannot sign in. QR or cash, please.”

guide-end-settled-title = It balances
guide-end-settled-do-1 = Keep the settlement with the slips.
guide-end-settled-say = “Done, thank you for waiting.”

guide-end-settle-call-title = Unbalanced: call the company
guide-end-settle-call-do-1 = Throw away none of today’s slips.
guide-end-settle-call-do-2 = Give the batch number and the difference.
guide-end-settle-call-do-3 = Ask whether you may go on taking cards today.
guide-end-settle-call-say = “It is still balancing. By QR, please.”

guide-end-card-stopped-title = Another way, then call
guide-end-card-stopped-do-1 = Take the payment before handing over.
guide-end-card-stopped-do-2 = Call the payment company and do what they say.
guide-end-card-stopped-do-3 = Never write the whole number; four digits do.
guide-end-card-stopped-say = “Thank you for your understanding.”

guide-end-card-left-title = Tell the payment company
guide-end-card-left-do-1 = Do not follow or argue.
guide-end-card-left-do-2 = Give them the code and the time.
guide-end-card-left-do-3 = Unpaid goods stay here.
guide-end-card-left-say = “No matter, you are always welcome.”

guide-end-wrong-amount-title = Wrong amount: do not charge yet
guide-end-wrong-amount-do-1 = Void it with the customer present; keep both slips.
guide-end-wrong-amount-do-2 = If it cannot be voided, call the company.
guide-end-wrong-amount-do-3 = Charge the right amount only after the void.
guide-end-wrong-amount-say = “I keyed the wrong amount; I will void it at once.”

guide-end-part-void-title = Void the part that was paid
guide-end-part-void-do-1 = Void it with the customer present; keep the slip.
guide-end-part-void-do-2 = If it cannot be voided, call the company.
guide-end-part-void-say = “I will void the part you have paid.”

guide-end-account-held-title = Account held: another way
guide-end-account-held-do-1 = Take cash for now.
guide-end-account-held-do-2 = Send what is asked for, or call the company.
guide-end-account-held-do-3 = Never borrow another’s terminal or code.
guide-end-account-held-say = “No cards for the moment. Cash, please.”

guide-end-net-back-title = It is back: charge once more
guide-end-net-back-do-1 = Charge once more.
guide-end-net-back-do-2 = If it drops again, use the hotspot.
guide-end-net-back-say = “The network is back, thank you. Once more.”

guide-end-hotspot-works-title = On the hotspot for now
guide-end-hotspot-works-do-1 = Charge once more.
guide-end-hotspot-works-do-2 = Keep the data for payments.
guide-end-hotspot-works-do-3 = Report the line to your provider.
guide-end-hotspot-works-say = “The network is back, thank you. Once more.”

guide-end-net-other-way-title = No network: cash for now
guide-end-net-other-way-do-1 = Take cash; is there enough change?
guide-end-net-other-way-do-2 = QR on the customer’s own data works too.
guide-end-net-other-way-do-3 = Report the line to your provider.
guide-end-net-other-way-say = “Our network is down. Cash or QR, please.”

guide-end-provider-down-title = Wait for them, take it another way
guide-end-provider-down-do-1 = QR of another company, or cash.
guide-end-provider-down-do-2 = Note the ticket number and by when.
guide-end-provider-down-do-3 = Then try one small sale.
guide-end-provider-down-say = “Their side is being mended. Another way, please.”

guide-end-one-bank-down-title = A card of another bank
guide-end-one-bank-down-do-1 = Cards of other banks work as usual.
guide-end-one-bank-down-do-2 = No other card: QR or cash.
guide-end-one-bank-down-say = “Your bank is under maintenance. Another card perhaps?”

guide-end-waiting-provider-title = Wait for word, take it another way
guide-end-waiting-provider-do-1 = QR of another company, or cash.
guide-end-waiting-provider-do-2 = Note who answered, the ticket and by when.
guide-end-waiting-provider-do-3 = No word by then: call again.
guide-end-waiting-provider-say = “They are on it. Another way, please.”

guide-end-provider-silent-title = Nobody reached: another way
guide-end-provider-silent-do-1 = QR of another company, or cash.
guide-end-provider-silent-do-2 = Note how often and when you called.
guide-end-provider-silent-do-3 = Call again in half an hour.
guide-end-provider-silent-say = “No cards for now. Another way, please.”

guide-end-plate-swapped-title = The plate was swapped: put it away
guide-end-plate-swapped-do-1 = Put the plate away and photograph it.
guide-end-plate-swapped-do-2 = Use the terminal’s code, or cash.
guide-end-plate-swapped-do-3 = Call the payment company, then the police.
guide-end-plate-swapped-do-4 = Note who scanned it, when, how much.
guide-end-plate-swapped-say = “Something is wrong with this code; please do not pay.”

guide-end-qr-other-way-title = Another way to pay
guide-end-qr-other-way-do-1 = Card or cash.
guide-end-qr-other-way-do-2 = If nobody can scan it, change the plate.
guide-end-qr-other-way-say = “No matter, card or cash is fine.”

guide-end-limit-other-way-title = Another way to pay
guide-end-limit-other-way-do-1 = Another card, a transfer or cash.
guide-end-limit-other-way-do-2 = One sale stays one sale.
guide-end-limit-other-way-say = “No matter, a transfer or cash is fine.”

guide-end-limit-raised-title = Raised: charge once more
guide-end-limit-raised-do-1 = When they say it holds, charge once more.
guide-end-limit-raised-do-2 = Write the new limit into the register.
guide-end-limit-raised-say = “Done, thank you for waiting. Once more.”

guide-end-limit-stopped-title = At the limit: another way today
guide-end-limit-stopped-do-1 = A transfer, cash, or the other terminal.
guide-end-limit-stopped-do-2 = For small sums see what is left first.
guide-end-limit-stopped-do-3 = Ask the company to raise it for tomorrow.
guide-end-limit-stopped-say = “Today’s limit is used up. Another way, please.”

## The card for the customer

guide-customer-check-1 = In your bank app: are balance and limit enough?
guide-customer-check-2 = On the card: in date, chip unscratched?
guide-customer-check-3 = Is a new card active, and nothing frozen?
guide-customer-check-4 = Keep the slip; look at your statement in two days.
guide-customer-promise-1 = We look it up first: you never pay twice.
guide-customer-promise-2 = What we cannot settle we note and ask the bank.
guide-customer-promise-3 = You hear from us by tomorrow’s opening.
