# Attachments, photos from a phone, blacking out

## Where files are added

files-label = Photos and files
files-pick = Choose files
files-phone = From a phone
files-camera = Use the camera
files-hint = or drop them here, or paste with Ctrl + V
files-drop-here = Let go inside this frame
files-waiting = Waiting its turn
files-adding = Adding
files-kept = Added: { $name }
files-again = The same file as “{ $name }”, so it need not be added again.
files-forget = All right
files-forget-name = All right, { $name }
files-remove = Remove { $name }
files-removed = “{ $name }” was removed.
files-put-back = Put it back
files-pasted-name = pasted{ $ending }
files-not-kept = This one was not saved. Just try again.
files-unreadable = This file could not be read. See whether it is still there, and is not a folder.
files-too-large = This file is too large to take. Make the picture smaller, or compress it.

## One paper

files-open = Look at { $name }
files-alt = Photo { $name }
files-word-picture = Picture
files-word-file = File
files-unseen-heic = iPhone photo (HEIC), not shown here. The original is safe.
files-unseen-pdf = Not opened here. The original is safe.
files-unseen-other = Not a photo, so it is not opened here. The original is safe.
files-unseen-broken = This picture cannot be shown. The original is safe.
files-copy = Copy with parts blacked out
files-copy-of = Blacked-out copy of “{ $name }”

## Looking at it

files-viewer-at = { $name }, { $number } of { $count }
files-viewer-loading = Opening…
files-viewer-before = The one before
files-viewer-next = The next one
files-viewer-larger = Larger
files-viewer-smaller = Smaller
files-facts = This file
files-fact-taken-at = Taken (by the camera’s own clock)
files-fact-at = Taken in
files-fact-by = Added by
files-fact-way = How it came
files-fact-size = Size
files-fact-pixels = Pixels
files-fact-turned = stored on its side, shown upright
files-fact-camera = Camera
files-fact-print = Fingerprint (SHA-256)
files-fact-copy = Copy
files-fact-copy-name = Copy the fingerprint
files-fact-copied = The fingerprint is copied
files-fact-not-copied = It could not be copied; mark it with the mouse
files-way-file = Chosen file
files-way-paste = Pasted
files-way-drop = Dropped
files-way-camera = This PC’s camera
files-way-phone = Sent by a phone
files-way-redacted = Blacked out here
files-is-copy = The original is here as well:
files-has-copies = Blacked-out copy:
files-card-seen = Can a card number be read? Make a blacked-out copy and show others that one. The original stays.
files-card-hint = Cover the middle of the card number first. Never photograph the three-digit code on the back.

## Blacking out

files-black-start = Black out
files-black-board = { $name }, draw boxes to black out
files-black-how = Drag over a card number or a face. By keyboard: arrows move, Shift + arrows size, Enter covers.
files-black-save = Save as a new copy
files-black-undo = Undo last box
files-black-count =
    { $count ->
        [one] one place covered
       *[other] { $count } places covered
    }
files-black-saved = The blacked-out copy is saved: { $name }. The original is still there.

## Photos from a phone

files-phone-title = Photos from a phone
files-phone-same-network = Phone and PC must be in the same Wi-Fi.
files-phone-straight = The photos go straight from the phone to this PC, and nowhere else on the internet.
files-phone-minutes = It is for one phone only, and closes by itself after some minutes.
files-phone-who-sees = They travel unencrypted: somebody in this Wi-Fi who knows how to listen could see them on their way. Cover card numbers first, and never photograph the code on the back of a card.
files-phone-offline = This PC is not in the shop’s network, so no phone can find it. Connect it to the phone’s Wi-Fi and try again, or choose files instead.
files-phone-open = Open it for a phone
files-phone-open-said = It is open. Scan the code on the screen with the phone
files-phone-code = Code for the phone to scan
files-phone-scan = Scan this code with the phone’s camera or WeChat.
files-phone-tap = Tap “Start” on the phone.
files-phone-send = Take or choose photos, several at once if you like.
files-phone-or-type = If it cannot be scanned, enter this in the phone’s browser:
files-phone-network = Which network is the phone in?
files-phone-left = Open for another { $left }
files-phone-waiting = Waiting for the phone…
files-phone-connected = The phone is connected
files-phone-arriving = arriving, { $bytes } of { $total }
files-phone-kept = kept
files-phone-same = arrived, but the same one is here already
files-phone-kind = neither a photo nor a PDF, so not taken
files-phone-large = too large, so not taken
files-phone-many = too many at once; open it again for the rest
files-phone-empty = empty, so not taken
files-phone-broken = broke off on the way; please send it again
files-phone-not-kept = could not be saved on this PC; please send it again
files-phone-taken =
    { $count ->
        [0] No photo has arrived yet.
        [one] One arrived and is added.
       *[other] { $count } arrived and are added.
    }
files-phone-done = The phone says that was all
files-phone-expired = The time is over and it is closed
files-phone-stopped = It is closed
files-phone-again = Open it again
files-phone-finish = Done
files-phone-close = Done, close it
files-phone-close-hint = When you leave here, the page on the phone stops working.

## This PC’s camera

files-camera-title = Use the camera
files-camera-live = What the camera sees now
files-camera-last = The one just taken
files-camera-take = Take it
files-camera-again = Take it again
files-camera-finish = Done
files-camera-count =
    { $count ->
        [one] one taken
       *[other] { $count } taken
    }
files-camera-name = Camera { $number }.jpg
files-camera-which = Which camera
files-camera-numbered = Camera { $number }
files-camera-denied = The camera may not be used. Allow it in the system’s settings, or use a phone.
files-camera-busy = Another program is using the camera. Close it, or use a phone.
files-camera-none = No camera that works was found. Plug it in and open this again, or use a phone.
