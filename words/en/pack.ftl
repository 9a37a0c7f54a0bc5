# Packs: evidence to hand over

pack-about-incident = Incident { $of }
pack-about-dispute = Case { $of }
pack-about-range = Records of { $of }

pack-column-no = No.
pack-column-day = Business day
pack-column-time = Time (UTC)
pack-column-amount = Amount
pack-column-card = Card
pack-column-merchant-name = Merchant
pack-column-merchant-no = Merchant no.
pack-column-terminal-no = Terminal no.
pack-column-issuer = Issuer
pack-column-batch = Batch
pack-column-trace = Trace
pack-column-auth = Authorisation
pack-column-reference = Reference
pack-column-note = Note
pack-column-actor = By
pack-column-symptom = What was seen
pack-column-code = Code
pack-column-state = State
pack-column-file = File in the pack
pack-column-name = Name in the shop
pack-column-hash = SHA-256

upload-list-title = What was done with each file. This list is not for upload; keep it.
upload-list-about = { $about }, { $shop }
upload-list-limits = Made for “{ $profile }”. Its limits were last looked over on { $day }:
upload-list-unverified = Nobody compared these limits with the scheme’s own rules yet: look at the form itself before you upload.
upload-list-records = The ledger’s records, their proofs and the signature are only in the whole pack. Make one as well and keep it.
upload-list-count = To upload: { $made }. Left out: { $left }.
upload-list-sets = It was too much for one answer, so there are { $sets } sets, each in a folder of its own with its number. Answer the form once with each, as a supplement from the second on. Where the form is taken only once, send the first and ask how the rest is to come.
upload-list-bytes = { $bytes } bytes, SHA-256 { $hash }
upload-list-kept = as it is
upload-list-remade = made anew as a JPEG of { $width } × { $height } pixels, so that it fits
upload-set-room = Set { $set }, in folder { $set }: with the next file, set { $before } would have been too much.
upload-set-files = Set { $set }, in folder { $set }: set { $before } has as many files as are taken.
upload-set-pages = Set { $set }, in folder { $set }: with the next file, set { $before } would have had too many pages.
upload-left-form = left out: files of this kind are not taken
upload-left-large = left out: too large, and nothing smaller could be made of it
upload-left-unreadable = left out: this picture is damaged and cannot be made to fit
upload-left-pages = left out: it alone has more pages than are taken
upload-left-pages-unknown = left out: its pages cannot be counted, and their number is limited

refusal-pack-no-redacted = There is no blacked-out copy of “{ $name }”. Make one first, or choose the file itself.
refusal-pack-days-reversed = The first day comes after the last one.
refusal-pack-not-written = The pack cannot be written to { $path }: { $detail }. Nothing half-made is left.
refusal-pack-no-room = There is no room left where the pack was to go: { $path }. Nothing half-made is left. Make room, or choose another place.
refusal-pack-in-the-way = There is something of this name already: { $path }. Nothing is written over; choose another name.
refusal-pack-profile-unknown = There is no upload form “{ $profile }”. Known: { $known }.
refusal-shop-not-set-up = There is no shop here yet.

evidence-tab-packs = Packs
packs-title = Evidence to hand over
packs-lead = A pack is one file with the report, the records, the receipts and the photos. Whoever gets it can check with the tools of any computer that nothing was changed since.
packs-about = What is it about?
packs-about-incident = An incident
packs-about-dispute = A case
packs-about-range = Some days
packs-days = { $from } to { $to }
packs-older = Offer older ones too
packs-choose = Please choose
packs-option = No. { $no } · { $day } { $said }
packs-no-incident = There is no incident yet.
packs-no-dispute = There is no case yet.
packs-from = From
packs-to = To
packs-look = See what will leave
packs-leaving = This will leave the shop
packs-leaving-file = File
packs-leaving-entries = Records
packs-leaving-told =
    { $entries } entries, { $incidents ->
        [one] one incident
       *[other] { $incidents } incidents
    }, { $receipts ->
        [one] one receipt
       *[other] { $receipts } receipts
    }
packs-topic-openings = openings and marks
packs-topic-incidents = incidents and sales in doubt
packs-topic-receipts = receipts
packs-topic-cases = cases
packs-topic-files = files
packs-topic-shop = shop, contacts, staff
packs-topic-reminders = days and reminders
packs-topic-proofs = keys and proofs
packs-leaving-people = Names in it
packs-leaving-nobody = nobody’s
packs-leaving-key = Signed by
packs-leaving-files = Files, { $size } in all
packs-leaving-not = Whole card numbers, phone numbers and identity numbers are not in the records, for they are never kept. A photo shows what it shows: look at each, and black out what is nobody’s business.
packs-send = What of “{ $name }” is sent
packs-send-original = The file as it is
packs-send-redacted = The blacked-out copy
packs-send-nothing = Not this one
packs-make = Make the pack
packs-make-here = Make a pack
packs-made = The pack is made
packs-made-told = Entries: { $entries } · files: { $files } · { $size }
packs-made-key = Give the reader this fingerprint by another way, on paper or in the contract:
packs-made-timestamped = A third party’s timestamp stands on it.
packs-made-not-timestamped = Not timestamped: no third party vouches for the time.
packs-show = Show it in its folder
packs-before = Packs made before
packs-form = Make what?
packs-form-whole = The whole pack, which anyone can check
packs-form-as-of = These limits were last looked over on { $day }.
packs-form-unverified = Nobody compared them with the scheme’s own rules yet: look at the form itself before you upload.
packs-leaving-folder = Folder
packs-leaving-sets = Answers it takes
packs-sets = { $sets ->
    [0] None of the files fits
    [1] One answer holds it all
   *[other] { $sets } sets, one for each answer
}
packs-report = The report (PDF)
packs-fate-smaller = made anew as a JPEG of at most { $size }
packs-fate-set = set { $set } · { $what }
packs-make-upload = Make the files
packs-made-upload = The files for the upload are made
packs-made-upload-told = Files: { $files } · { $size }
packs-made-left = { $count ->
    [one] One file was left out; the list says why.
   *[other] { $count } files were left out; the list says why.
}
packs-made-list = What was done with each file stands in the list. It is not for upload; keep it:
upload-form-mastercom = Mastercom (Mastercard cases)
upload-form-stripe = Stripe (disputes)
upload-form-wechat = WeChat Pay (pictures in a reply to a complaint)
upload-form-generic = Any upload form
upload-limits = One answer takes: { $limits }.
upload-limit-kinds = { $kinds } only
upload-limit-file = each file up to { $size }
upload-limit-total = { $size } in all
upload-limit-files = { $count } files
upload-limit-pages = { $count } pages
