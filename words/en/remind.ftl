# Reminders: desktop notifications, tray, the small program that watches the time.

## Notifications

toast-due-title = Time for the opening check
toast-due-minutes = { $minutes ->
    [0] It is time to open.
    [one] One minute until you open.
   *[other] { $minutes } minutes until you open.
}
toast-due-hours = { $minutes ->
    [0] { $hours } h until you open.
   *[other] { $hours } h { $minutes } min until you open.
}
toast-late-title = Time to open, and nobody knows if we can take money
toast-late-text = You open at { $time }, and the opening check is not finished. It takes a few minutes.
toast-nag-title = The opening check is not finished
toast-nag-text = { $minutes ->
    [0] You open now, and nobody knows yet if you can take money.
    [one] You opened a minute ago, and nobody knows yet if you can take money.
   *[other] You opened { $minutes } minutes ago, and nobody knows yet if you can take money.
}
toast-nag-text-hours = You opened more than { $hours } h ago, and nobody knows yet if you can take money.
toast-tills = Not finished: { $tills }.
toast-tardy = This was meant for { $time }; the PC was not awake then.
toast-tardy-day = This was meant for { $day } { $time }; the PC was not awake then.
toast-sales = { $sales ->
    [one] Also, one sale is still in doubt.
   *[other] Also, { $sales } sales are still in doubt.
}
toast-follow-up-title = { $sales ->
    [one] One sale is still in doubt
   *[other] { $sales } sales are still in doubt
}
toast-follow-up-text = Nobody knows yet if the customer was charged. Look it up before you charge again.
toast-reply-title = { $cases ->
    [one] One case waits for your reply
   *[other] { $cases } cases wait for your reply
}
toast-reply-also = { $cases ->
    [one] Also, one case waits for your reply.
   *[other] Also, { $cases } cases wait for your reply.
}
toast-reply-overdue = { $cases ->
    [one] One is past its last day.
   *[other] { $cases } are past their last day.
}
toast-reply-days = { $days ->
    [0] Today is the last day to reply.
    [one] One day left to reply.
   *[other] { $days } days left to reply.
}
toast-try-title = A try: reminders arrive
toast-try-text = Before you open, reminders will appear here like this one.
toast-start = Start now
toast-later = In { $minutes } minutes
toast-open = Have a look
toast-no-window-title = Kaizhang’s window did not open
toast-no-window-text = The program of the window is missing. Please install Kaizhang again; your records are safe.

## Tray

tray-tip = Kaizhang
tray-begin = Looking at today
tray-due = Not checked yet today
tray-left = { $left ->
    [0] All checked, not finished yet
    [one] One thing left to check
   *[other] { $left } things left to check
}
tray-missed = Not checked today
tray-closed = Closed today
tray-trouble = The data folder cannot be used now; open the window to see why
tray-till = { $till }: { $state }
tray-next = Next reminder: { $time }
tray-open = Open Kaizhang
tray-later = Remind in { $minutes } minutes
tray-close-today = Closed for today
tray-open-today = Open today after all
tray-quit = Quit until the next login

## Start with the PC

agent-autostart-name = Kaizhang reminders
agent-autostart-about = Reminds of the check before the shop opens
