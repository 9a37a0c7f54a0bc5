# The signing key: its fingerprint, its copy, and what becomes of it

refusal-key-missing =
    The signing key is not on this PC. Put it back from its copy, or say that it is lost. The shop can open all the same.
refusal-key-other = This is a key, but not the one of these records.
refusal-key-of-earlier-epoch =
    This is an earlier key of this shop, which was replaced. It cannot sign any more; look for the copy of the present one.
refusal-key-not-lost = The key is where it should be, so it can sign the change. Replace it the usual way.
refusal-key-copy-exists = There is a file of that name already: { $path }. Nothing is written over it; choose another name.
refusal-key-copy-not-written = The copy could not be written to { $path }: { $detail }
refusal-key-copy-unreadable = The copy at { $path } could not be read: { $detail }
refusal-key-copy-not-a-key = This file is no copy of a signing key ({ $detail }).
refusal-passphrase-too-short = The passphrase needs { $min } characters or more. A sentence is good.
refusal-passphrase-wrong = That passphrase does not open the copy.
refusal-path-not-whole = “{ $path }” is not a whole path. It begins with / or with a drive, like E:\
refusal-path-folder-missing = There is no such folder: { $path }
refusal-path-in-data-folder = “{ $path }” is in the data folder. A copy must lie somewhere else, best on a stick in a drawer.

refusal-timestamps-off = No timestamp service is set up.
refusal-timestamps-unreadable = The settings of the timestamp service ({ $file }) cannot be read. Set it up again.
refusal-timestamp-root-unreadable = This is not a certificate. It is a text that begins with -----BEGIN CERTIFICATE-----.
refusal-timestamp-garbage = { $host } answered something that is no timestamp ({ $detail }). It will be tried again.
refusal-timestamp-refused = { $host } gave no timestamp ({ $detail }). It will be tried again.
refusal-timestamp-not-ours = { $host } sent a timestamp for something else, so it is not kept. It will be tried again.
refusal-timestamp-expired = The certificate of { $host } is not valid any more ({ $detail }), so its timestamp is not kept.
refusal-timestamp-untrusted =
    The timestamp of { $host } cannot be trusted ({ $detail }), so it is not kept. Perhaps the service’s own root certificate is needed.
refusal-anchor-code-unreadable = This is no short code. It has seven groups of four letters and digits.
refusal-anchor-code-mistyped = There is a mistake in the code. Please read it once more, group by group.
field-to = To whom
field-key = Fingerprint

keys-title = Whose records these are
keys-fingerprint = Fingerprint of the signing key
keys-fingerprint-hint = Give it to the bank and the payment company with the contract, or print it with the daily slip. With it, and only with it, they can tell that a pack is yours.
keys-copy = Copy the fingerprint
keys-copied = The fingerprint is copied
keys-not-copied = It could not be copied; mark it with the mouse
keys-care = The key itself
keys-copy-made = { $named ->
    [0] A copy was made on { $at } and read back.
   *[other] A copy was made on { $at } by { $who } and read back.
}
keys-copy-at = It is at { $path }
keys-no-copy = There is no copy of this key. If this PC breaks, packs can still be checked, but nothing more can be signed as this shop with the same key.
keys-trouble-missing = The signing key is not on this PC.
keys-trouble-unreadable = The file of the signing key cannot be read.
keys-trouble-another = The file of the signing key holds another key, which is not used.
keys-trouble-goes-on = { $count ->
    [0] The shop opens and writes as before. Until the key is back, nothing can be signed.
    [one] The shop opens and writes as before. One entry is not signed yet; it will be when the key is back.
   *[other] The shop opens and writes as before. { $count } entries are not signed yet; they will be when the key is back.
}
keys-back-up = Make a copy
keys-back-up-about = One small file under a passphrase. Without the passphrase it opens nothing, for nobody; write it down somewhere else.
keys-path = Where to
keys-path-hint = A folder on a stick, for example E:\ or /media/stick. Not the data folder.
keys-passphrase = Passphrase
keys-passphrase-hint = A sentence of eight characters or more.
keys-passphrase-again = The passphrase once more
keys-passphrase-differs = The two are not the same.
keys-try-copy = Try a copy
keys-try-copy-about = Opens the copy and compares it with the key. Nothing is changed.
keys-copy-good = The copy is good.
keys-restore = Put the key back
keys-restore-about = From its copy. What was written meanwhile is signed then.
keys-restored = The key is back.
keys-copy-file = The copy
keys-replace = Replace the key
keys-replace-about = The old key signs that it hands over to a new one, and is used no more. Do this when somebody may have seen it, or before a PC is given away.
keys-lost = The key is lost
keys-lost-about = A new key begins, and the records say that the old one was lost. Everything written stays; the link between the two rests on the records alone, for the old key can sign no more.
keys-replace-tell = Whoever has the old fingerprint needs the new one.
keys-why = Why (for the records)
keys-epochs = Keys of this shop
keys-epoch = From { $at }: { $entries } entries.
keys-epoch-rotated = Handed over by the key before.
keys-epoch-lost = The key before was lost.

anchors-title = Known elsewhere
anchors-about = Records on one’s own PC could be written anew by their owner. What somebody else holds cannot: a short code on paper, in a message, or a timestamp.
anchors-code = Short code of the first { $entries } entries
anchors-none = Nothing is signed yet. The first finished opening is.
anchors-given = I gave the code to somebody
anchors-to = To whom
anchors-to-hint = For example the bank’s clerk, or your own mailbox.
anchors-way = How
anchors-way-sent = Sent
anchors-way-printed = Printed
anchors-way-read-out = Read out
anchors-given-to = { $way }: { $who }
anchors-stamped = Timestamp by { $who }
anchors-covers = first { $entries } entries
anchors-more = Show all
anchors-find = A code that somebody reads out
anchors-find-hint = Seven groups of four. Blanks and dashes do not matter.
anchors-find-start = Look it up
anchors-found = These records had this state, and have it still: their first { $entries } entries.
anchors-not-found = These records never had this state.

timestamps-title = Timestamp service
timestamps-off = Off. Nothing is sent anywhere.
timestamps-on = { $host } is asked after each finished opening.
timestamps-own-root = With a root certificate of its own.
timestamps-until = The records as signed by { $at } are vouched for.
timestamps-waiting = The next timestamp is on its way.
timestamps-tries = { $count ->
    [one] Tried once; it is tried again by itself.
   *[other] Tried { $count } times; it is tried again by itself.
}
timestamps-ask = Ask now
timestamps-stop = Switch off
timestamps-set = Set one up
timestamps-change = Change it
timestamps-about = A service that confirms when something existed (RFC 3161). It is sent a hash of 32 bytes and nothing else; it learns nothing of the records.
timestamps-url = Its address
timestamps-root = Its root certificate
timestamps-root-hint = Only where it is not a public one. The text that begins with -----BEGIN CERTIFICATE-----.

evidence-tab-keys = Keys and anchors

report-key-statement = Compare this fingerprint with the one that a pack of ours shows.
report-key-alt = The public key of this shop; its fingerprint is { $code }
report-key-words = The square holds the whole public key. Below it is its fingerprint, as ssh-keygen -lf shows it.
report-key-line = Public key
report-key-from = Since
report-key-how = How to use it
report-key-how-told = Keep this page apart from the packs that we send. Checking a pack shows the fingerprint of the key that signed it: if it is this one, the pack is ours and nothing in it was changed. If it is another, ask us before you rely on it. Should the key be replaced, you get a new page.
report-key-came = How it came
keys-print = As a page to hand on
