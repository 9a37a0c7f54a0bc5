# The screen “Reminders”: when, which days are off, how this computer reminds, and who is told when it is late.

## In one sentence

reminders-next-today = Reminder today at { $time }
reminders-next-tomorrow = Reminder tomorrow at { $time }
reminders-next-day = Next reminder { $day }, { $time }
reminders-next-none = Closed these days, no reminders
reminders-next-nag = Not finished today: a reminder every { $minutes } min
reminders-duty-agent = Reminders come on time, even with the window closed
reminders-duty-window = Reminders come while this window is open, not after
reminders-duty-none-agent = Nothing is reminding right now; close the window and open it again
reminders-duty-none = Nothing is reminding right now; reopen the window, or choose “Remind from the tray”

## The next seven days

reminders-days = The next seven days
reminders-today = Today
reminders-tomorrow = Tomorrow
reminders-closed = Closed
reminders-planned = Planned
reminders-shifts = { $first }, { $rest }
reminders-around-the-clock = around the clock
reminders-done = Finished, no more reminders
reminders-plan-due = Reminder { $due }
reminders-plan-late = Reminder { $due }; if not done, again at { $late }
reminders-plan-nag = Reminder { $due }; if not done, every { $every } min { $late }–{ $last }
reminders-plan-open = Reminder { $due }; if not done, every { $every } min until { $last }
reminders-close-day = Day off
reminders-usual-day = As usual
reminders-hours-day = Other hours
reminders-open-day = Open
reminders-act-name = { $day }: { $act }
reminders-hours-name = Hours on { $day }

## Days off and other days

reminders-off = Days off and special days
reminders-off-none = After that, every day follows the week’s hours.
reminders-off-add = Plan days off
reminders-off-from = From
reminders-off-to = Until, included
reminders-off-note = Why, if you like
reminders-off-note-placeholder = For example: Spring Festival
reminders-off-hint = Write 2-16 or 16 Feb. For a single day leave the second field empty.
reminders-off-read = { $count ->
    [one] { $from } to { $to }, one day
   *[other] { $from } to { $to }, { $count } days
}
reminders-off-unread = That day could not be read. Write it like 2-16.
reminders-off-kind = What these days are like
reminders-off-closed = Closed
reminders-off-open = Open at other hours
reminders-from-to = { $from } to { $to }
reminders-days-count = { $count ->
    [one] one day
   *[other] { $count } days
}
reminders-week = Change the week’s hours

## What was done, and the way back

reminders-undo = Undo
reminders-undone = Put back as it was
reminders-did-closed = { $days }: closed
reminders-did-usual = { $days }: as usual
reminders-did-open = { $days }: other hours
reminders-did-rules = The times were changed

## When

reminders-rules = When to remind
reminders-before = Before opening
reminders-late = Late, after opening
reminders-nag = Repeated every
reminders-minutes = min
reminders-minutes-said = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
reminders-minutes-unread = Please enter a whole number such as 15.
reminders-less = { $label }, less
reminders-more = { $label }, more
reminders-example = { $day }: { $plan }

## This computer

reminders-pc = This computer
reminders-agent = Remind from the tray
reminders-agent-hint = A very small program starts with the computer; no window needed
reminders-sound = A short sound
reminders-raise = Open the window when it is time
reminders-try = Try one
reminders-tried = Within a few seconds a reminder appears in a corner of the screen.
reminders-tried-sound = Within a few seconds a reminder appears in a corner of the screen, with a short sound.
reminders-tried-not = Nothing there? See whether the system’s notifications are switched off.
reminders-agent-on = Remind from the tray

## Telling the owner when it is late

alerts-title = Tell the owner when late
alerts-off = Off. When the check is late, a message can go to the owner by itself.
alerts-after = Told when this late
alerts-did-after = { $minutes ->
    [one] The owner is told when one minute late
   *[other] The owner is told when { $minutes } minutes late
}
alerts-add = Choose a way
alerts-add-more = Add another way
alerts-what = Only the shop’s name, the date and time, how late it is and the names of the tills are sent; only to the address above, through nobody else.
alerts-kind = Where to
alerts-kind-wecom = WeCom group
alerts-kind-dingtalk = DingTalk group
alerts-kind-feishu = Feishu group
alerts-kind-server-chan = ServerChan (WeChat)
alerts-kind-json = Your own address
alerts-kind-email = E-mail
alerts-where-wecom = Add a message push (group robot) in the group’s settings and paste its webhook address.
alerts-where-dingtalk = Group settings → Robots → Custom, with signing as its security; paste webhook address and secret.
alerts-where-feishu = Group settings → Bots → Custom bot; paste its webhook address, and the secret if signature checks are on.
alerts-where-server-chan = Sign in at sct.ftqq.com with WeChat and paste your SendKey.
alerts-where-json = JSON is posted to this address. It starts with https; a computer in the shop may use http.
alerts-where-email = Sent from your own mailbox. Many services want SMTP switched on first and give you an app password for it.
alerts-url = Address
alerts-secret-dingtalk = Signing secret, SEC… (empty if off)
alerts-secret-feishu = Signing secret (empty if off)
alerts-token = Bearer token (empty if none)
alerts-mail-from = Send from
alerts-mail-password = Password or app password
alerts-mail-to = Send to (several with commas)
alerts-mail-host = SMTP server
alerts-mail-security = Encryption
alerts-mail-plain = None (in the shop only)
alerts-mail-port = Port
alerts-mail-user = Sign-in name
alerts-kept = Address saved, not shown again
alerts-kept-secret = Address and secret saved, not shown again
alerts-waiting = One message is waiting to be sent
alerts-trouble = { $count ->
    [one] One message is not sent yet, tried once; it will be tried again. { $why }
   *[other] One message is not sent yet, tried { $count } times; it will be tried again. { $why }
}
alerts-try = Send one to try
alerts-sending = Sending, { $seconds } seconds at most…
alerts-sent = Sent. See whether it arrived.
alerts-replace = Replace
alerts-remove-sure = Address and secret are deleted together; to use it again they must be entered again.
alerts-remove-no = Keep it
