# Three sentences an item: the title, what to look at (-guide), what to do when it is not right (-fix).

## Account

item-account-normal = The account is in order, not frozen
item-account-normal-guide = Open the payment company’s app or merchant page and look for “frozen”, “restricted” or “documents needed”.
item-account-normal-fix = Do what the notice asks. If it is unclear, call the number in the contract with your merchant number. Take cash until it is sorted out.
item-account-settled = Yesterday’s takings have arrived
item-account-settled-guide = See that yesterday’s money is in and matches yesterday’s sales.
item-account-settled-fix = Note how much is missing and ask the hotline when it will arrive. You can still take payments today.
item-account-enabled = Card and QR are both switched on
item-account-enabled-guide = On the merchant page, see that card and QR both say they are enabled.
item-account-enabled-fix = Call the payment company and ask them to enable it. Leave that way of paying aside today.

## Machine

item-machine-screen = The terminal is on and shows our name
item-machine-screen-guide = Switch it on, wait for the standby screen and read the shop name on it.
item-machine-screen-fix = Won’t start: check plug and cable, dry the counter, try another socket. If the name is not yours, take no payment and call the hotline.
item-machine-keys-lights = Light is green, keys respond
item-machine-keys-lights-guide = Look for the green light, press a few digits and the confirm key, push the plugs home.
item-machine-keys-lights-fix = Red light: switch off for a minute and on again. If keys stay dead, report it and use QR or cash meanwhile.
item-machine-test-slip = Print a test slip
item-machine-test-slip-guide = Choose “test print” in the menu. The text should be clear, the merchant name and terminal number yours.
item-machine-test-slip-fix = See whether the paper is in the right way round and the lid is shut. Otherwise show the result in the app and copy the trace number.
item-machine-qr-plate = The QR plate is ours, not pasted over
item-machine-qr-plate-guide = Scan it with your own phone and read who gets the money. Feel the edge for an extra layer.
item-machine-qr-plate-fix = If it is not your shop, put it away at once and take a photo. Use the terminal’s own QR code, call the hotline and the police.
item-machine-speaker = The payment speaker is online
item-machine-speaker-guide = Look at its light, or pay one fen and listen.
item-machine-speaker-fix = Unplug it and plug it in again, look at the network light. While it is silent, see each payment on the phone before handing over goods.
item-machine-untampered = Not swapped, no added parts
item-machine-untampered-guide = Compare the serial number. Look at card slot and keypad for anything added, at screws and seal for marks.
item-machine-untampered-fix = If in doubt, stop using it and do not open it. Write down what you saw, take a photo, call the hotline. No cards today.
item-machine-photo = Take a picture of the terminal as it is
item-machine-photo-guide = Front, the number on the back and the card slot, so that you can compare later. No customer’s card in the picture.
item-machine-photo-fix = It can wait. Note why, and add the picture when you have a moment.

## Network

item-network-wifi = The shop’s Wi-Fi
item-network-wifi-guide = See that the terminal is on your own Wi-Fi with two bars or more.
item-network-wifi-fix = Unplug the router for half a minute, plug it in, wait two minutes. Still nothing: put the terminal on the phone hotspot.
item-network-internet = Internet
item-network-internet-guide = On a phone that uses the shop’s Wi-Fi, switch mobile data off and open any web page.
item-network-internet-fix = Restart the router and look again after two minutes. Still nothing: use the phone hotspot and call your internet provider.
item-network-hotspot = The phone hotspot can carry a payment
item-network-hotspot-guide = Switch the hotspot on, connect the terminal, and do one sign-in or balance query.
item-network-hotspot-fix = Check the hotspot’s name and password and the phone’s data, then try again where the signal is better.
item-network-data-left = Data left on the hotspot phone
item-network-data-left-guide = See in the carrier’s app how many GB are left this month, and enter the number.
item-network-data-left-fix = Nearly used up: buy a data pack, or use another phone as the hotspot.

## Limits

item-limits-enough = Today’s limits are enough
item-limits-enough-guide = Think of today’s largest sale and the whole day, and compare with the limits per payment, per day and by count.
item-limits-enough-fix = Ask the hotline for a higher limit. For a large sale ask for a transfer or cash. Never split one sale into several.
item-limits-qr-kind = Which kind of QR code is it
item-limits-qr-kind-guide = A fixed code for shops, a code made for each sale, or somebody’s personal code?
item-limits-qr-kind-fix = A personal code has low limits and is not meant for business. Ask the payment company for a shop code; it takes little effort.

## Backup cash

item-cash-float = Count the float
item-cash-float-guide = Count the drawer by note and coin and enter the pieces; the total adds itself up.
item-cash-float-fix = Count once more. If it is far off, write a line why. Short of small change: get some from the bank or a neighbour.
item-cash-detector = The banknote detector works
item-cash-detector-guide = Put in a genuine note and see that it is accepted.
item-cash-detector-fix = Wipe the sensor, plug it in again. Until then check the watermark and the raised print of large notes.

## Upkeep

item-upkeep-paper = Enough slip paper for the day
item-upkeep-paper-guide = Look into the paper tray. A red line along the edge means it is nearly out.
item-upkeep-paper-fix = Put in a new roll and buy two to keep. Without paper, offer the electronic receipt.
item-upkeep-software = Terminal software version
item-upkeep-software-guide = Read the version under “About” or “System” and copy it here. Install a new one after closing time.
item-upkeep-software-fix = If the update fails, note the message and call the hotline. Never install a package from elsewhere.
item-upkeep-licence = The payment company is licensed
item-upkeep-licence-guide = Look up its full name on the central bank’s public list: kind of business, region, expiry. An agent’s brand does not count.
item-upkeep-licence-fix = Not on the list: ask the company itself. Until that is clear, do not leave large sums with it.
item-upkeep-contacts = Hotline and numbers are at the till
item-upkeep-contacts-guide = Hotline, merchant number and terminal number are there and readable, taken from the contract or the official site.
item-upkeep-contacts-fix = Write a new card from the contract. Do not use a number that a stranger gave you by phone.

## Choices and units

choice-shop-static = Fixed shop code
choice-shop-dynamic = Code made for each sale
choice-personal = Personal code
unit-gb = GB

## What carries a lane for the time being, as said inside a sentence

fallback-network-hotspot = the phone hotspot

## How often

cadence-daily = Daily
cadence-weekly = Weekly
cadence-monthly = Monthly
cadence-days = { $count ->
    [one] Every day
   *[other] Every { $count } days
}

## Weight

weight-blocking = No payment without it
weight-degrading = A hindrance when it fails
weight-advisory = A reminder
