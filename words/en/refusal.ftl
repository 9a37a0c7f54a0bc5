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
refusal-input-invalid = The command’s input is incomplete or not in the right form: { $detail }. Nothing was changed.
refusal-command-unknown = There is no command “{ $name }”. Run kaizhang commands to see them all.
refusal-place-too-large = The unsaved draft is too long ({ $limit } bytes fit). Save part of it first.
refusal-demo-needs-empty-folder = The demo only goes into an empty folder, so that it never mixes with real records. Choose one with --data.
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
refusal-no-answer = The records did not answer just now. Everything saved is safe; please try again in a moment.
refusal-other = That did not work ({ $code }). Everything saved before is safe; please try again.

## Which field it is about

field-note = Note
field-name = Name
field-value = Value
field-staff = Staff
field-till = Till
