# Words used everywhere.

## Name and places

app-name = Kaizhang
app-nav = Main pages
app-window-title = { $page } — Kaizhang
nav-today = Today
nav-history = History
nav-evidence = Evidence
nav-reminders = Reminders
nav-setup = Shop
nav-incidents = Incidents
nav-receipts = Receipts
nav-firstaid = No pay
nav-contacts = Contacts

## Language, looks, people

language-switch = EN / 中
language-switch-name = Switch to 中文
theme-label = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
text-size-label = Text size
text-size-percent = { $percent }%
text-size-larger = Larger text
text-size-smaller = Smaller text
staff-none = No name yet
staff-change = Change person
till-switch = Switch till

## Buttons

app-save = Save
app-cancel = Cancel
app-close = Close
app-retry = Try again
app-more = More
app-remove = Remove

## When something goes wrong

app-not-saved = This was not saved. It is still here; please try again.
app-demo = Demo shop, not real records

## Said to screen readers

app-name-lanes = The ways to pay
app-name-required = Required
staff-lately = Names used lately
single-keys-label = Single-key marking
single-keys-hint = One letter or digit marks one item. Switch it off when you speak to the computer.
place-not-kept = Drafts could not be kept; please leave the window open.
till-numbered = Till { $number }
