# Checking a pack

check-title = Is this pack as it was signed?
check-about = Any pack of this program can be checked here, and any other BagIt bag. Nothing in it is opened or run, and nothing leaves this PC.
check-key = Fingerprint that you have from elsewhere (if you have it)
check-key-hint = From the contract, a daily slip, or by telephone; never from the pack itself.
check-file = The pack
check-choose = Choose a pack
check-drop = or drop it here (a .zip)
check-drop-here = Let go inside this frame
check-path = Or its path on this PC
check-path-hint = A .zip, or the folder that it was unpacked to.
check-start = Check
check-sending = Reading { $name }

check-verdict-sound = Nothing was changed since it was signed.
check-verdict-sound-known = Nothing was changed since it was signed, and the key is the one you named.
check-verdict-plain = Its files are as its own list says; but nobody signed it.
check-verdict-defects = { $count ->
    [one] One thing is not as it should be.
   *[other] { $count } things are not as they should be.
}

check-signed-by = Signed by
check-key-none = Nobody signed it. Whoever changed a file could have changed the list as well.
check-key-fits = This is the key that you named.
check-key-other = This is not the key that you named. Do not rely on this pack before that is cleared up.
check-key-follows = It is the successor of the key that you named, which handed over under its own signature.
check-key-own = This is the key of these records on this PC.
check-key-unknown = Compare this fingerprint with one that reached you another way; only that shows whose key it is.
check-anchored = Known elsewhere
check-anchored-until = It existed by { $at }.
check-anchored-part = { $at }: { $count ->
    [one] one of the entries was in the records by then.
   *[other] { $count } of the entries were in the records by then.
}
check-root-compare = This root came with the pack: compare it with what the authority publishes.
check-stamped-by = { $authority } vouches for it; its root certificate:
check-not-anchored = No timestamp on the whole of it: when it was made rests on the shop’s word alone.
check-inside = Inside
check-inside-told = { $entries } entries of the records, each proven; { $files } files
check-inside-files =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
check-means = What that means
check-means-whole = Every file and every entry is what the holder of the key signed; nothing is missing, added or put in another place.
check-means-broken = Somebody or something changed it after it was signed. What is not named above still stands.
check-means-listed = Every file is as its own list says. The list itself rests on nobody’s signature.
check-means-list-broken = Somebody or something changed it after its list was made. What is not named above is as the list says.
check-means-anchored = Whoever made the timestamp confirms that it is no younger than that, whatever the shop’s clock showed.
check-means-unanchored = Without a timestamp the holder of the key could have made it later than it says.
check-means-not = It does not prove that what was written down was true, nor that the clock was right beyond its measured offset.

check-foreign = This is another program’s BagIt bag; no records of Kaizhang are in it.
check-foreign-untold = Who made it, and when: nothing in it can be checked for that.

check-defects = What is not as it should be
check-defect-what = What
check-defect-where = Where
check-defect-whole = the whole pack
check-defects-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
check-defects-untold = { $count ->
    [one] and one more that is not listed
   *[other] and { $count } more that are not listed
}
check-defect-altered = Altered
check-defect-missing = Missing
check-defect-extra = Not in the list
check-defect-renamed = Under another name
check-defect-reordered = In another order
check-defect-malformed = Not readable
check-defect-incomplete = Incomplete
check-defect-wrong-signature = The signature does not fit
check-defect-unknown-key = Another key
check-defect-token-mismatch = The timestamp is not for this
check-defect-proof-fails = The proof does not lead there
check-defect-unrecorded = Not in the records
check-defect-unsupported = Cannot be checked here

check-why-of = { $path }: { $why }
check-why-always = every pack has it
check-why-behind-later = it stands behind a later entry
check-why-beside-the-bag = it lies beside the bag, where nothing vouches for it
check-why-bomb = it says that it unpacks to hundreds of times its size
check-why-checkpoint-bad = the checkpoint of its log is not good
check-why-checkpoint-unsigned = the checkpoint’s signature is not right
check-why-encrypted = it is encrypted
check-why-entries-end = the entries end before their proofs do: the last ones are missing
check-why-entry-unreadable = this entry cannot be read
check-why-form-unknown = it does not say that this is a pack of a form that is known here
check-why-hash-unknown = its kind of hash is not known here, so it shows nothing
check-why-line-cut = a line is too long, or the last one is cut off
check-why-line-no-hash = the line is not a hash and a name
check-why-link = it is a link or a device, not a file
check-why-listed = it is listed, and it is not there
check-why-log-key-other = its key is not the one that signed the pack
check-why-log-key-unreadable = the public key of the log cannot be read
check-why-log-unknown = its proof names a log that is not there
check-why-name-not-utf8 = its name is not UTF-8
check-why-name-outside = its name leads out of the pack
check-why-name-unusable = not every computer can use such a name
check-why-named-before = it names a file that was named before
check-why-no-address = the line is not an address, a length and a name
check-why-no-bag = there is no bagit.txt in it
check-why-no-declaration = it is not the two lines that declare a bag
check-why-no-entry = no entry in the pack says that the shop took this file in
check-why-no-file = it is neither a file nor a folder
check-why-no-label = the line is not a label and a value
check-why-no-manifest = there is no list of the files
check-why-no-payload = there is no folder “data” in it
check-why-no-proof = this entry and those after it have no proof
check-why-no-text = it is not text
check-why-nobody-signed = nobody signed it; you asked for { $key }
check-why-not-as-the-zip-says = it is not what the zip says of it
check-why-not-covered = the signature does not cover it
check-why-not-grown = the records of now did not grow from those of then
check-why-not-in-data = it is listed as content, and it is not in data/
check-why-not-listed = no list names it
check-why-not-there = it is not there
check-why-not-to-the-root = its proof does not lead to the signed root
check-why-one-of-several = it is one part of several
check-why-other-encoding = it is not written in the encoding that bagit.txt names
check-why-other-entry = here stands entry { $found }, and the proof is of entry { $proven }
check-why-other-hash = its hash is not the one in { $manifest }
check-why-other-shop = it is of another shop: { $origin }
check-why-oxum-differs = Payload-Oxum says { $said }, there are { $found }
check-why-oxum-unreadable = its Payload-Oxum cannot be read
check-why-packed-otherwise = it is packed in a way that is not read here
check-why-proofs-unreadable = the proofs cannot be read
check-why-several-bags = there is more than one bag in it
check-why-signature-other = it is not a signature as packs have it
check-why-signature-unreadable = the signature cannot be read
check-why-signature-wrong = the signature does not fit the content
check-why-signed-by-other = it is signed by { $found }, not by { $wanted }
check-why-key-told-other = it says that { $told } signed, and another key did
check-why-signers-differ = it does not name the key that signed, and that key alone
check-why-there-as = the file is there as { $other }
check-why-to-be-fetched = it is still to be fetched from elsewhere
check-why-token-expired = the certificate of the timestamp was not valid at { $at }
check-why-token-no-root = there is no root certificate to check it against
check-why-token-other-hash = the timestamp is for something else
check-why-token-signature = the timestamp’s signature is not right
check-why-token-unreadable = the timestamp cannot be read
check-why-token-untrusted = its certificate does not lead to a trusted root
check-why-token-usage = its certificate is not for timestamps alone
check-why-too-long = it is too long for what it is
check-why-too-many-files = there are too many files in it
check-why-torn = the zip is torn, or it is not a zip
check-why-two-ways = the zip contradicts itself: two programs would read two things in it
check-why-unreadable = the system cannot read it
check-why-version-unknown = its version is not known here
check-why-zip-field = in the zip, something is attached to it that packs do not have
check-why-zip-remark = in the zip there is a comment on it, which nobody signed

evidence-tab-check = Check a pack
