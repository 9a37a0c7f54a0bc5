# Words used everywhere.

## Name and places

app-name = Kaizhang
app-tagline = Can we take money today? Know before the door opens
app-nav = Main pages
app-skip-to-content = Skip to content
app-window-title = { $page } — Kaizhang
nav-today = Today
nav-history = History
nav-setup = Shop

## When a payment fails (F2)

first-aid-button = Payment failed
first-aid-key = F2
first-aid-name = Payment failed: what to do now (F2)
first-aid-title = One step at a time
first-aid-charged = Charged but it says failed? Query the payment first; do not charge again.
first-aid-say-label = What to say to the customer
first-aid-say = “Sorry, our terminal is having trouble. I am on it. You are welcome to use QR or cash.”
first-aid-order = Look in this order: account, machine, network, card, then call the hotline.
first-aid-records = Keep slip, trace number and time. Never write down a security code or PIN.

## Language, looks, people

language-label = Language
language-zh-cn = 中文
language-en = English
language-switch = EN / 中
language-switch-name = Switch to 中文
theme-label = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
text-size-label = Text size
text-size-percent = { $percent }%
text-size-larger = Larger text
text-size-smaller = Smaller text
staff-label = Who is here
staff-none = No name yet
staff-change = Change person
till-label = Till
till-switch = Switch till

## Buttons

app-save = Save
app-cancel = Cancel
app-close = Close
app-back = Back
app-retry = Try again
app-more = More
app-remove = Remove
app-saved = Saved

## When something goes wrong

app-loading = Opening…
app-connection-lost = The connection to the records was lost; reconnecting. Everything saved is safe.
app-connection-back = Connected again
app-not-saved = This was not saved. It is still here; please try again.
app-error-title = Something went wrong
app-error-unexpected = Something unexpected happened ({ $detail }). Everything saved is safe; open this page again.
app-changed-elsewhere = Changed elsewhere just now; this is the newest
app-demo = Demo shop, not real records
app-nothing-here = Nothing here yet
app-page-missing = There is no such page
app-go-today = Go to Today

## Said to screen readers

app-name-lanes = The ways to pay
app-name-verdict = Today’s verdict
app-name-status = What just happened
app-name-required = Required
staff-lately = Names used lately
single-keys-label = Single-key marking
single-keys-hint = One letter or digit marks one item. Switch it off when you speak to the computer.
place-not-kept = Drafts could not be kept; please leave the window open.
till-numbered = Till { $number }
