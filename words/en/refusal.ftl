# One message per refusal: what happened, that nothing was lost where that is true, what to do next. No blame.

refusal-item-unknown = There is no item “{ $item }” on the checklist. Run kaizhang today to see them all.
refusal-section-unknown = There is no section “{ $section }”. Run kaizhang today to see them all.
refusal-till-unknown = There is no till “{ $till }”. See the names of your tills in Settings.
refusal-value-needed = “{ $item }” needs a number or a few words. Enter them and save again.
refusal-value-unreadable = “{ $value }” could not be read for “{ $item }”. Enter a number such as 12 or 503.50; for a count, 100x5 10x3.
refusal-value-out-of-range = “{ $item }” lies between { $min } and { $max } { $unit }. Please look at the number again.
refusal-value-not-wanted = “{ $item }” only takes OK or a problem, no value. Put words into the note.
refusal-choice-unknown = “{ $item }” has no choice “{ $value }”. Please take one of those listed.
refusal-note-needed = When “{ $item }” is not right, please write a line about what you saw. It helps later.
refusal-photo-needed = “{ $item }” needs a picture. Add one and save again.
refusal-note-too-long = { $length ->
    [one] This has one character; { $limit } fit. Shorten it and it will save.
   *[other] This has { $length } characters; { $limit } fit. Shorten it and it will save.
}
refusal-text-has-control = “{ $field }” contains invisible control characters. Remove them and save again.
refusal-mark-unknown = That mark ({ $mark }) was not found; nothing was changed. Refresh and try again.
refusal-mark-not-current = That mark was changed again since, so it cannot be undone from here. Please look at the newest one.
refusal-items-left = { $count ->
    [one] One item is still to check: “{ $first }”. Check it, or give a reason to open anyway.
   *[other] { $count } items are still to check, the first is “{ $first }”. Check them, or give a reason to open anyway.
}
refusal-already-finished = Today’s opening is already finished. You can still change marks; every change is kept.
refusal-nothing-to-confirm = Everything in “{ $section }” is checked; there is nothing to confirm.
refusal-cash-off-target-needs-note = You counted { $total }, the target is { $target }. Count again, or write a line why.
refusal-attachment-unknown = That attachment ({ $id }) was not found. Please choose the file again.
refusal-attachment-too-large = The file is too large; { $limit_mib } MiB fit. Take a smaller picture or compress it.
refusal-attachment-empty = That file is empty. Please choose another.
refusal-attachment-unreadable = This file could not be read: { $path }. See whether it is still there and may be opened.
refusal-day-unreadable = “{ $value }” could not be read as a day. Write it like 2026-11-23.
refusal-shop-name-needed = Please enter the shop’s name first.
refusal-lanes-needed = Please choose at least one of card, QR and cash.
refusal-hours-unreadable = “{ $value }” could not be read as opening hours. Write them like 09:00.
refusal-zone-unknown = The time zone “{ $zone }” is not known. In China it is Asia/Shanghai.
refusal-too-many-shifts = A day takes at most { $max } shifts. Remove one and save again.
refusal-shifts-overlap = { $open }–{ $close } overlaps the shift before it. Change one of them and save again.
refusal-hours-past-cut-off = { $open }–{ $close } runs past { $cut_off }, when a new day starts. Close before { $cut_off }, or change “The day starts at” under Shop.
refusal-minutes-out-of-range = “{ $field }” takes { $min } to { $max } minutes.
refusal-day-is-past = { $day } is over; only today and later days can be planned.
refusal-days-out-of-range = { $from } to { $to } cannot be planned: the last day may not come first, and { $max } days fit at once.
refusal-day-has-begun = The check of { $day } has begun, so it is no day off any more.
refusal-shifts-needed = A day that is open needs hours; please enter at least one shift.
refusal-put-off-out-of-range = It can be put off by { $min } to { $max } minutes.
refusal-nobody-on-duty = Nothing is reminding right now, so a try would show nothing. Reopen the window, or choose “Remind from the tray”, then try again.
refusal-alerts-unreadable = The file with the owner’s addresses cannot be read ({ $file }); all records are safe. Move it away and enter the addresses again.
refusal-alert-channel-unknown = This way to tell the owner ({ $id }) is gone. Refresh and look again.
refusal-alert-channels-full = { $max } ways fit; remove one first.
refusal-input-invalid = The command’s input is incomplete or not in the right form: { $detail }. Nothing was changed.
refusal-command-unknown = There is no command “{ $name }”. Run kaizhang commands to see them all.
refusal-place-too-large = The unsaved draft is too long ({ $limit } bytes fit). Save part of it first.
refusal-demo-needs-empty-folder = The demo only goes into an empty folder, so that it never mixes with real records. Choose one with --data.
refusal-span-unreadable = { $from } to { $to } cannot be shown: the first day comes first, at most { $max } days at once.
refusal-words-needed = Type what to look for: one or two Chinese signs, or a few letters or digits.
refusal-demo-days-out-of-range = The demo takes { $min } to { $max } days.
refusal-folder-not-a-folder = { $path } is not a folder. Choose another place with --data.
refusal-folder-read-only = { $path } can be read but not written, so nothing was saved. Change its permissions or choose another place.
refusal-folder-not-creatable = The folder { $path } could not be made: { $detail }. Please choose another place.
refusal-folder-other-owner = { $path } belongs to another user of this computer. Sign in as that user or choose another place.
refusal-folder-on-network = { $path } is on a network drive ({ $kind }), where a lost connection can damage records. Use this computer’s own disk.
refusal-folder-synced = { $path } is synchronised by { $product }; two writers would damage the records. Use a folder that is not synchronised.
refusal-folder-busy = Another window or program is using the records (waiting for “{ $waits_for }”). All records are safe; try again in a moment.
refusal-folder-from-newer = These records come from a newer version ({ $found }; this one knows { $known }). They were not touched. Please update Kaizhang.
refusal-folder-not-ours = { $path } holds other things and does not look like Kaizhang’s records. No file was changed; choose another folder.
refusal-folder-damaged = The records are damaged: { $detail }. A copy as found is in { $copy }; nothing was deleted. Run kaizhang fsck to see where.
refusal-folder-damaged-uncopied = The records are damaged: { $detail }. Nothing was deleted. Copy the whole data folder first, then run kaizhang fsck to see where.
refusal-disk-full = The disk is full. This was not saved; everything before it was. Make room on the disk of { $path } and try again.
refusal-storage-failed = Saving failed ({ $operation }, { $path }): { $detail }. Everything before it is safe; please try again.
refusal-sqlite-too-old = This computer’s SQLite is { $found }; { $needed } or newer is needed. Records were not touched. Please install the complete Kaizhang.
refusal-card-secret =
    { $what ->
        [security_code] This looks like the security code from the back of a card. Nobody may keep it; please take it out.
        [pin] This looks like a card’s PIN. Nobody may keep it; please take it out.
       *[other] This looks like what a card’s stripe holds. Nobody may keep it; please take it out.
    }
refusal-card-unreadable = Only the first six and last four digits of the card, or the last four: 622202 0128, or 0128.
refusal-code-unreadable = A response code is the two signs on screen or slip, like 96 or A2.
refusal-code-unknown = Nothing is known about code “{ $code }”. If the screen shows words, search by them.
refusal-amount-unreadable = Write the amount as 128 or 128.50, up to ten million.
refusal-amount-not-positive = The amount must be more than nothing.
refusal-number-unreadable = { $field }: only letters, digits and dashes, as printed; never a card number.
refusal-digits-needed = { $field } has { $count } characters; copy it from the slip.
refusal-time-unreadable = Write the time as 2026-11-23 12:31.
refusal-time-out-of-range = That time has not come yet, or is too long ago. Copy it from the slip.
refusal-too-many-files = There must be a file, and at most { $max }.
refusal-name-needed = { $field } needs a name.
refusal-text-needed = Write what you saw, or choose what happened.
refusal-provider-unknown = There is no contact “{ $provider }”.
refusal-terminal-unknown = There is no terminal “{ $terminal }”.
refusal-symptom-unknown = First aid does not know “{ $symptom }”. The nine it knows: kaizhang incident open --help.
refusal-step-unknown = First aid has no step “{ $step }”.
refusal-incident-unknown = There is no incident “{ $incident }”.
refusal-already-resolved = Incident { $incident } is resolved. Reopen it first to go on.
refusal-not-resolved = Incident { $incident } is not resolved, so there is nothing to reopen.
refusal-receipt-unknown = There is no receipt “{ $receipt }”.
refusal-sale-unknown = There is no such sale on the list.
refusal-sale-already-settled = This sale is cleared up. If that was wrong, put it back on the list first.
refusal-sale-not-settled = This sale is still on the list.
refusal-evidence-needed =
    { $how ->
        [written_off] To write it off, say why and add a paper: a photo or a receipt.
       *[other] Say how you know, or add the receipt or a photo.
    }
refusal-reason-needed = Write a word why.
refusal-way-needed = Write how it was sent, for example “the bank’s merchant site”.
refusal-sent-to-come = That time has not come yet. Enter when it was really sent; left empty it is now.
refusal-dispute-unknown = There is no case “{ $dispute }”.
refusal-notice-to-come = The notice’s day, { $notice_on }, has not come yet. Copy it from the notice.
refusal-sold-after-notice = The sale of { $sold_on } is later than the notice of { $notice_on }. Please check both.
refusal-reply-by-out-of-range = A notice of { $notice_on } and an answer by { $reply_by } do not fit. Copy both from the notice.
refusal-piece-unknown = There is no piece “{ $piece }”.
refusal-already-linked = This belongs to the case already.
refusal-pack-unknown = No pack “{ $pack }” was made of this case.
refusal-not-linked = This does not belong to the case.
refusal-nothing-to-link = There is nothing to link yet: choose a file, or name a receipt or an incident.
refusal-too-many-links = A case takes at most { $max } links.
refusal-opening-unknown = There is no opening check of { $day }.
refusal-already-submitted = The answer to case { $dispute } was sent already. To send another, reopen it first.
refusal-dispute-closed = Case { $dispute } is over. Reopen it first to go on.
refusal-dispute-open = Case { $dispute } is open, so there is nothing to reopen.
refusal-attachment-damaged =
    { $what ->
        [missing] The file “{ $name }” is gone. Its record is still there; run the check to see where.
       *[altered] The file “{ $name }” is not what was written down, so it is not shown. Nothing was deleted.
    }
refusal-picture-not-a-picture = This file is no picture that can be shown. It is kept as it came.
refusal-picture-not-showable = Photos of this kind cannot be shown here. It is kept as it came.
refusal-picture-too-many-pixels = The picture is too large to show ({ $width } × { $height }). It is kept as it came.
refusal-picture-side-too-long = The picture is too long to show ({ $width } × { $height }). It is kept as it came.
refusal-picture-too-much-memory = Showing this picture would take too much memory. It is kept as it came.
refusal-picture-damaged = The picture is damaged and cannot be shown. The file is kept as it came.
refusal-picture-nothing-to-cover = Draw a box over what should be black first.
refusal-picture-too-many-boxes = Too many boxes; { $max } at most.
refusal-picture-box-unclear = One of the boxes is not clear; please draw it again.
refusal-phone-no-network = This PC is not in the shop’s network. Join the Wi-Fi that the phone uses and try again, or choose a file.
refusal-phone-not-started = Photos by phone could not be opened: { $detail }. You can still choose a file.
refusal-no-answer = The records did not answer just now. Everything saved is safe; please try again in a moment.
refusal-other = That did not work ({ $code }). Everything saved before is safe; please try again.

## Which field it is about

field-note = Note
field-name = Name
field-value = Value
field-staff = Staff
field-till = Till
field-before_min = Before opening
field-late_after_min = Late, after opening
field-nag_every_min = Repeated every
field-after_min = Told when this late
field-amount = Amount
field-tip = Tip
field-loss = Loss
field-trace = Trace number
field-batch = Batch number
field-reference = Reference number
field-auth = Authorisation code
field-merchant_no = Merchant number
field-terminal_no = Terminal number
field-serial_no = Serial number
field-merchant_name = Merchant name
field-operator = Operator
field-issuer = Issuer
field-acquirer = Acquirer
field-hotline = Hotline
field-site = Official site or app
field-branch = Branch
field-provider = Contact
field-terminal = Terminal
field-model = Model
field-lights = Lights
field-software = Software
field-registered_address = Address
field-licence_holder = Licence holder
field-licence_number = Licence number
field-licence_business = Licensed business
field-owner = Who sees to it
field-answered_by = Who answered
field-ticket = Ticket number
field-screen = Words on the screen
field-item = Item
field-meaning = Meaning
field-advice = What to do
field-at = Time
field-seen_on = Looked at on
field-channel = Who sent it
field-notice_no = Number of the notice
field-said = What the notice says
field-story = What happened
field-way = How it was sent
field-pack = Pack
field-why = Why

## Reports

refusal-month-unreadable = “{ $value }” is not a month. Write it as 2026-11.
refusal-report-no-font = This PC has no font with Chinese characters, so there is no report. Install “Noto Sans CJK” (fonts-noto-cjk on Debian) and try again. Looked in: { $folders }
refusal-report-font-unreadable = A font is damaged: { $path }. Install it anew and try again.
refusal-report-picture-unreadable = A photo cannot be put into the report; its file may be damaged.
refusal-report-sheet-too-large = A sheet cannot hold { $count } rows. Choose fewer days and try again.
refusal-report-failed = There is no report, and nothing was written. Please tell us these words: { $detail }
refusal-report-not-written = Nothing can be written to { $path }: { $detail }. Try another place.
refusal-report-days-unused = It is settled already which days this report is about. Leave out the first and the last day and try again.
refusal-report-till-unused = Only the report of a day can be about one till. Leave out the till and try again.
refusal-report-which-unused = “{ $which }” means nothing here. Leave it out and try again.
