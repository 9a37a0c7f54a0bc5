# First run, and settings later.

## First run

setup-title = Tell us about your shop
setup-intro = Three things and you can start, in a minute. The rest can wait.
setup-name = Shop name
setup-name-placeholder = For example: Sample Noodles
setup-hours = When you open
setup-hours-per-day = Day by day
setup-hours-open = Open
setup-hours-close = Close
setup-shift-add = Add a shift
setup-shift-of = { $day }: { $what }
setup-shift-name = { $what }, shift { $number }
setup-hours-closed = Closed
setup-hours-closed-name = { $weekday }, closed
setup-hours-overnight = Closing after midnight is fine; it counts as the day before
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
setup-lanes = What you take
setup-lane-card = Card (terminal)
setup-lane-qr = QR (payment code)
setup-lane-cash = Cash
setup-lanes-needed = Choose at least one
setup-start = Start today’s list
setup-starting = Getting ready…
setup-later-hint = Tills, cash float and names can be set later under Shop.

## Reminders, asked once

setup-remind-title = A reminder each day before you open?
setup-remind-text = When the computer is on, a small program in the tray reminds you at { $time } to check that you can take money. No window needed.
setup-remind-text-plain = When the computer is on, a small program in the tray reminds you before you open to check that you can take money. No window needed.
setup-remind-later = You can change this under Reminders at any time.
setup-remind-yes = Remind me
setup-remind-no = Not now

## Settings

settings-title = Shop
settings-screen = Screen
settings-zone = Time zone
settings-cut-off = The day starts at
settings-cut-off-hint = For shops that close after midnight: anything earlier belongs to the day before
settings-staff = Who is here now
settings-staff-hint = Shown beside each mark; change it when the shift changes
settings-staff-placeholder = Name or shift, for example: early shift
settings-tills = Tills
settings-till-name = Name of the till
settings-till-add = Add a till
settings-till-remove = Remove { $till }
settings-float = Cash float
settings-float-target = Target (yuan)
settings-float-tolerance = Fine within (yuan)
settings-float-change = At least this much in small change (yuan)
settings-float-unreadable = Please enter an amount such as 500.00
settings-saved = Saved
settings-reset = Put it back
settings-unsaved = Changed, not saved yet
settings-demo-hint = This is a demo shop; changes do not touch real records
