// Made by `make generate` from the command table. Changes here are lost.

export type AddReceipt = { 
/**
 * What the slip says.
 */
form: ReceiptForm, };

export type AlertChannel = { id: string, 
/**
 * A message waits to be sent.
 */
waiting: boolean, 
/**
 * Tries of it so far.
 */
tries: number, 
/**
 * Why its last try failed; null when none did.
 */
trouble: Refusal | null, 
/**
 * `wecom`, `dingtalk`, `feishu`, `server_chan`, `json` or `email`.
 */
kind: string, 
/**
 * The host alone: path and query hold the key. Empty while the address cannot be read.
 */
host: string, 
/**
 * Whether a signing secret, a token or a password goes with it.
 */
has_secret: boolean, };

export type Alerts = { 
/**
 * Minutes past the late time.
 */
after_min: number, channels: Array<AlertChannel>, };

export type AmendDispute = { 
/**
 * Its id or number.
 */
dispute: string, 
/**
 * What is different; what is left out stays.
 */
form: DisputeForm, 
/**
 * The notice's files, all of them; what was there stays when left out.
 */
notice?: Array<string>, };

export type AmendIncident = { 
/**
 * Its id or number.
 */
incident: string, 
/**
 * What is different; what is left out stays.
 */
form: IncidentForm, };

export type AmendReceipt = { 
/**
 * Its id or number.
 */
receipt: string, 
/**
 * What the slip says.
 */
form: ReceiptForm, };

export type AmendSale = { 
/**
 * Its id.
 */
sale: string, 
/**
 * What is different; what is left out stays.
 */
form: SaleForm, };

export type AnchorLine = { 
/**
 * Null for a token of a timestamp service.
 */
way: Way | null, 
/**
 * RFC 3339 UTC.
 */
at: string, 
/**
 * Who stamped it, or who got it.
 */
told: string, by: string, epoch: number, 
/**
 * Entries of that epoch that it covers.
 */
size: number, };

export type AnchorsPage = { 
/**
 * The newest checkpoint; null while nothing is signed.
 */
checkpoint: CheckpointCode | null, 
/**
 * Entries of this epoch.
 */
entries: number, 
/**
 * Null while it is off.
 */
service: TimestampService | null, 
/**
 * RFC 3339 UTC: since when a timestamp service vouches for the newest checkpoint that it stamped; null without one.
 */
anchored_until: string | null, 
/**
 * Newest first.
 */
anchors: Array<AnchorLine>, };

export type AnswerOutcome = "in_doubt" | "not_charged" | "charged";

export type AskTimestamp = Record<symbol, never>;

export type AskedPiece = { 
/**
 * The piece; its words are `piece-…`.
 */
piece: string, 
/**
 * How much it matters.
 */
weight: PieceWeight, 
/**
 * Whether it is there.
 */
state: PieceState, 
/**
 * The links that show it, by key; `notice` and `story` are the case's own.
 */
by: Array<string>, 
/**
 * Why it is not needed.
 */
why: string, };

export type AssignIncident = { 
/**
 * Its id or number.
 */
incident: string, 
/**
 * Who sees to it; empty for nobody.
 */
owner: string, 
/**
 * By which day.
 */
due?: string, 
/**
 * Somebody outside the shop has to do something first.
 */
waiting?: boolean, };

export type Attachment = { 
/**
 * Id of its entry.
 */
id: string, 
/**
 * The name it came with.
 */
name: string, 
/**
 * Its length.
 */
bytes: number, 
/**
 * By its first bytes.
 */
mime: string, 
/**
 * Of its bytes, 64 hex digits.
 */
sha256: string, 
/**
 * RFC 3339 UTC: when it was taken in.
 */
at: string, 
/**
 * Who brought it.
 */
actor: string, 
/**
 * Which way it came; null where nobody said.
 */
source: FileSource | null, 
/**
 * The attachment of which this is a copy with parts blacked out.
 */
redacts: string | null, };

export type AttachmentFacts = { 
/**
 * A small copy can be shown.
 */
shown: boolean, width: number | null, height: number | null, 
/**
 * When it was taken by the camera's clock, `2026-11-23T12:31:05`, with `+08:00` where it says so.
 */
taken_at: string | null, 
/**
 * Which way up it is stored, 1 to 8; it is shown upright.
 */
orientation: number, camera: string | null, 
/**
 * Copies of it with parts blacked out.
 */
redacted: Array<Attachment>, 
/**
 * Id of its entry.
 */
id: string, 
/**
 * The name it came with.
 */
name: string, 
/**
 * Its length.
 */
bytes: number, 
/**
 * By its first bytes.
 */
mime: string, 
/**
 * Of its bytes, 64 hex digits.
 */
sha256: string, 
/**
 * RFC 3339 UTC: when it was taken in.
 */
at: string, 
/**
 * Who brought it.
 */
actor: string, 
/**
 * Which way it came; null where nobody said.
 */
source: FileSource | null, 
/**
 * The attachment of which this is a copy with parts blacked out.
 */
redacts: string | null, };

export type BackUpKey = { 
/**
 * Where to: a folder, or a new file. Not the data folder.
 */
path: string, 
/**
 * What opens the copy again.
 */
passphrase: string, };

export type BlackBox = { x: number, y: number, w: number, h: number, };

export type Both = { 
/**
 * Chinese.
 */
zh: string, 
/**
 * English.
 */
en: string, };

export type Cadence = "daily" | "weekly" | "monthly" | { "days": number };

export type Calendar = { days: Array<CalendarDay>, 
/**
 * Every till that the shop has or had on these days.
 */
tills: Array<Till>, 
/**
 * The first business day of which anything is known; null in an empty history.
 */
first: string | null, 
/**
 * The business day at hand.
 */
today: string, };

export type CalendarDay = { day: string, till: string, 
/**
 * What became of it; null where nothing but its incidents is known.
 */
kind: DayKind | null, 
/**
 * Finished after the late time.
 */
late: boolean, 
/**
 * Incidents that began.
 */
incidents: number, };

export type Call = { 
/**
 * Whom, `provider-1`; empty when it is none of the list.
 */
provider: string, 
/**
 * The number that was dialled.
 */
hotline: string, 
/**
 * Who answered: a name, a staff number.
 */
answered_by: string, 
/**
 * The number they gave the case.
 */
ticket: string, 
/**
 * Seconds until somebody answered.
 */
waited_s: number, 
/**
 * Seconds from dialling to hanging up.
 */
lasted_s: number, 
/**
 * What they said.
 */
said: string, };

export type CardMask = string;

export type CashCount = { 
/**
 * The sum.
 */
total_fen: Fen, 
/**
 * Pieces by denomination in fen, when they were counted one by one; `None` for a bare total.
 */
counts: Record<string, number> | null, };

export type Cause = "account" | "machine" | "network" | "card" | "limit" | "issuer" | "provider" | "security" | "transaction";

export type Caused = { 
/**
 * The cause; null where it is not known.
 */
cause: Cause | null, 
/**
 * How many.
 */
count: number, };

export type Channel = { "kind": "wecom", 
/**
 * `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`
 */
url: string, } | { "kind": "dingtalk", 
/**
 * `https://oapi.dingtalk.com/robot/send?access_token=…`
 */
url: string, 
/**
 * The robot's signing secret, `SEC…`, when signing is switched on.
 */
secret?: string | null, } | { "kind": "feishu", 
/**
 * `https://open.feishu.cn/open-apis/bot/v2/hook/…`
 */
url: string, 
/**
 * The bot's signing secret, when the signature check is switched on.
 */
secret?: string | null, } | { "kind": "server_chan", 
/**
 * `https://sctapi.ftqq.com/….send`, or only the SendKey (`SCT…`, `sctp…`).
 */
url: string, } | { "kind": "json", 
/**
 * The address that is posted to.
 */
url: string, 
/**
 * Sent as `Authorization: Bearer …`.
 */
token?: string | null, } | { "kind": "email" } & MailServer;

export type CheckFolder = Record<symbol, never>;

export type CheckedPack = { 
/**
 * The file or folder, as it was named.
 */
name: string, 
/**
 * Nothing was found.
 */
ok: boolean, 
/**
 * Everything found, in the order in which it was found.
 */
defects: Array<PackDefect>, 
/**
 * How many more there are than are told.
 */
untold: number, 
/**
 * It is a pack of this program's, and not any other BagIt bag.
 */
pack: boolean, 
/**
 * Ledger entries in it, each proven against a signed checkpoint.
 */
entries: number, 
/**
 * Files of its payload.
 */
files: number, 
/**
 * Their bytes together.
 */
bytes: number, 
/**
 * Fingerprint of the key that signed it, as `SHA256:…`; null where nothing is signed.
 */
signed_by: string | null, 
/**
 * That key is, or was, the one of these very records.
 */
own_key: boolean, 
/**
 * Whether it is the key that was asked for, or one that it handed over to; null where none was.
 */
key_fits: boolean | null, 
/**
 * The key that was asked for is an earlier one, which handed over under its own signature.
 */
key_follows: boolean, 
/**
 * RFC 3339 UTC: until when a third party vouches for the whole of it; null without such a token.
 */
anchored_until: string | null, 
/**
 * The good timestamps in it.
 */
timestamps: Array<PackStamp>, };

export type CheckpointCode = { 
/**
 * The first line of the checkpoint: which log it is of.
 */
origin: string, 
/**
 * Seven groups of four.
 */
code: string, 
/**
 * The signed note itself.
 */
note: string, 
/**
 * The epoch.
 */
epoch: number, 
/**
 * Entries in it.
 */
size: number, 
/**
 * The root over them, 64 hex digits.
 */
root: string, };

export type CheckpointFound = { 
/**
 * Null when no checkpoint of these records has it.
 */
checkpoint: CheckpointCode | null, };

export type ClockTime = string;

export type CloseDispute = { 
/**
 * Its id or number.
 */
dispute: string, 
/**
 * How it ended.
 */
outcome: DisputeOutcome, 
/**
 * Why; needed when no answer was sent.
 */
note?: string, };

export type CodeExplained = { code: string, 
/**
 * Our row; null when only the shop's own text knows the code.
 */
ours: ResponseCode | null, zh: Told, en: Told, 
/**
 * The step of the guide that it leads to.
 */
step: string, };

export type CodeOutcome = "approved" | "declined" | "partial" | "unknown";

export type CodeSource = "transcriptions" | "emv";

export type ConfirmSection = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * The section's id.
 */
section: string, };

export type Contacts = { providers: Array<Provider>, terminals: Array<Terminal>, staff: Array<Staff>, code_texts: Array<OwnText>, };

export type CustomerCard = { 
/**
 * Lines for the customer, `guide-customer-check-1` and on.
 */
checks: number, 
/**
 * Promises of the shop, `guide-customer-promise-1` and on.
 */
promises: number, };

export type Day = { day: string, till: Till, state: DayState, verdict: Verdict, headline: Headline, sections: Array<DaySection>, finish: DayFinish | null, late_min: number, 
/**
 * Reminders that came.
 */
reminders: Array<DayReminder>, 
/**
 * When and which way the owner was told.
 */
owner_told: Array<DayTold>, 
/**
 * When the PC's clock was set, by the clock as it was set.
 */
clock_jumps: Array<DayClockJump>, 
/**
 * Why the day differs from the week, as the owner noted it.
 */
day_note: string, 
/**
 * Incidents that began, oldest first.
 */
incidents: Array<DayIncident>, 
/**
 * Sales that were left in doubt, oldest first.
 */
sales: Array<SaleLine>, 
/**
 * Slips of that day from the till's terminals and from those that are none's, oldest first.
 */
receipts: Array<ReceiptLine>, 
/**
 * Cases of which the notice came.
 */
disputes: Array<DayDispute>, };

export type DayClockJump = { at: string, 
/**
 * What it would have shown.
 */
from: string, };

export type DayDispute = { id: string, no: number, kind: DisputeKind, state: DisputeState, amount_fen: Fen | null, };

export type DayFinish = { at: string, actor: string, note: string, };

export type DayIncident = { 
/**
 * Null while it has not ended.
 */
resolved_at: string | null, 
/**
 * What was done.
 */
how: string, id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, day: string, state: IncidentState, till: Till, 
/**
 * Null where it is not known.
 */
terminal: Terminal | null, opened_at: string, opened_by: string, details: Details, owner: string, due: string | null, 
/**
 * The how many-th time of the same fault at the same terminal within 30 days.
 */
times: number, 
/**
 * Nobody knows yet whether a sale of it was charged.
 */
pending: boolean, };

export type DayItem = { item: string, kind: ItemKind, marks: Array<DayMark>, };

export type DayKind = "ready" | "workaround" | "unknown" | "not_ready" | "missed" | "pc_off" | "closed" | "in_progress";

export type DayMark = { mark_id: string, result: MarkResult, value: Value | null, note: string, attachments: Array<Attachment>, at: string, actor: string, withdrawn: boolean, };

export type DayPlanName = "closed" | "open" | "usual";

export type DayReminder = { kind: ReminderKind, planned_at: string, at: string, 
/**
 * Noticeably after its time.
 */
tardy: boolean, };

export type DaySection = { id: string, items: Array<DayItem>, };

export type DayState = "due" | "in_progress" | "finished" | "late" | "missed" | "closed" | "pc_off";

export type DayTold = { at: string, channel: string, };

export type DaysWish = { 
/**
 * The first business day.
 */
from: string, 
/**
 * The last one.
 */
to: string, 
/**
 * Of this till; of all of them when left out.
 */
till?: string, };

export type Defect = { 
/**
 * `database_damaged`, `entry_altered`, `entry_missing`, `node_altered`, `checkpoint_mismatch`,
 * `epoch_mismatch`, `projection_differs`, `blob_missing` or `blob_altered`.
 */
kind: string, 
/**
 * The row or file, for a person to find: `entry 0/12`, `blobs/ab/ab12…`.
 */
where: string, 
/**
 * What was found there.
 */
detail: string, };

export type Details = { 
/**
 * The till.
 */
till: string, 
/**
 * The terminal, `terminal-1`.
 */
terminal?: string, 
/**
 * The way of paying.
 */
lane?: Lane | null, 
/**
 * What was seen, as one of the guide's nine.
 */
symptom?: string, 
/**
 * The response code on screen or slip.
 */
code?: string, 
/**
 * The words on the screen.
 */
screen?: string, 
/**
 * The amount of the sale.
 */
amount_fen?: Fen | null, 
/**
 * The card.
 */
card?: CardMask | null, 
/**
 * The item of the checklist that failed.
 */
item?: string, 
/**
 * What it came from, as far as known.
 */
cause?: Cause | null, 
/**
 * What it does to the way of paying until it is resolved.
 */
lane_effect?: LaneEffect, 
/**
 * What was seen, in somebody's words.
 */
note?: string, };

export type DisputeDetails = { 
/**
 * What kind.
 */
kind: DisputeKind, 
/**
 * Who sent it, of the shop's providers, `provider-1`.
 */
provider?: string, 
/**
 * Who sent it and which way, in somebody's words.
 */
channel?: string, 
/**
 * The amount in dispute.
 */
amount_fen?: Fen | null, 
/**
 * The day of the notice.
 */
notice_on: string, 
/**
 * The last day for an answer, as the notice says.
 */
reply_by?: string | null, 
/**
 * The number of the notice.
 */
notice_no?: string, 
/**
 * What the notice says.
 */
said?: string, 
/**
 * The business day of the sale.
 */
sold_on?: string | null, 
/**
 * 参考号, or a wallet's order number.
 */
reference?: string, 
/**
 * 凭证号.
 */
trace?: string, 
/**
 * The card.
 */
card?: CardMask | null, 
/**
 * What happened, in the shop's own words: the answer to whoever asks.
 */
story?: string, };

export type DisputeEnding = { 
/**
 * How.
 */
outcome: DisputeOutcome, 
/**
 * In somebody's words.
 */
note?: string, };

export type DisputeEventLine = { id: string, at: string, actor: string, what: DisputeHappened, };

export type DisputeFile = { file: Attachment, 
/**
 * What it came with: `notice`, or the key of a link.
 */
of: string, 
/**
 * Its newest copy with parts blacked out; that is sent where there is one.
 */
redacted: Attachment | null, };

export type DisputeForm = { 
/**
 * What kind; `other` when left out.
 */
kind?: DisputeKind, 
/**
 * Who sent it, of the shop's providers.
 */
provider?: string, 
/**
 * Who sent it and which way, in words.
 */
channel?: string, 
/**
 * `128.00`.
 */
amount?: string, 
/**
 * The day of the notice, `2026-11-23`; today when left out.
 */
notice_on?: string, 
/**
 * The last day for an answer, as the notice says.
 */
reply_by?: string, 
/**
 * The number of the notice.
 */
notice_no?: string, 
/**
 * What the notice says.
 */
said?: string, 
/**
 * The day of the sale.
 */
sold_on?: string, 
/**
 * Twelve letters or digits, or a wallet's order number.
 */
reference?: string, 
/**
 * Six digits.
 */
trace?: string, 
/**
 * Six and four, or the last four.
 */
card?: string, 
/**
 * What happened, in the shop's own words.
 */
story?: string, };

export type DisputeHappened = { "kind": "opened", details: DisputeDetails, } | { "kind": "amended", details: DisputeDetails, } | { "kind": "linked", link: DisputeLink, } | { "kind": "unlinked", link: DisputeLink, why: string, } | { "kind": "submitted", submission: Submission, } | { "kind": "closed", ending: DisputeEnding, } | { "kind": "reopened", why: string, };

export type DisputeKind = "retrieval" | "chargeback" | "wechat_complaint" | "alipay_complaint" | "other";

export type DisputeLine = { id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, kind: DisputeKind, state: DisputeState, 
/**
 * Who sent it, in words: what was typed, else the provider's name; empty where neither is known.
 */
from: string, amount_fen: Fen | null, notice_on: string, reply_by: string | null, clock: ReplyClock, 
/**
 * The pieces that are needed and not there.
 */
missing: Array<string>, opened_at: string, opened_by: string, details: DisputeDetails, };

export type DisputeLink = { "to": "receipt", 
/**
 * Its id.
 */
id: string, } | { "to": "incident", 
/**
 * Its id.
 */
id: string, } | { "to": "sale", 
/**
 * Its id.
 */
id: string, } | { "to": "opening", 
/**
 * The till.
 */
till: string, 
/**
 * The business day.
 */
day: string, } | { "to": "file", 
/**
 * The id of the attachment.
 */
id: string, 
/**
 * The piece that it is.
 */
piece: string, } | { "to": "not_needed", 
/**
 * The piece.
 */
piece: string, 
/**
 * Why not.
 */
why: string, };

export type DisputeLinkLine = { 
/**
 * By which it is taken off again.
 */
key: string, thing: LinkedThing, at: string, actor: string, };

export type DisputeOutcome = "won" | "lost" | "withdrawn";

export type DisputePack = { 
/**
 * By which an answer names it.
 */
id: string, at: string, 
/**
 * The name of its file.
 */
name: string, 
/**
 * The upload form that its files are for; null for a whole pack.
 */
profile: string | null, 
/**
 * What left with it; of a blacked-out copy, the copy.
 */
files: Array<Attachment>, };

export type DisputePage = { 
/**
 * Who sent it; null where none of the providers was named.
 */
provider: Provider | null, 
/**
 * The notice itself.
 */
notice: Array<Attachment>, 
/**
 * What the kind asks for, piece by piece.
 */
asked: Array<AskedPiece>, 
/**
 * The day on which the lists of what is asked for were last looked over.
 */
asked_as_of: string, 
/**
 * What belongs to it, in the order in which it was linked.
 */
links: Array<DisputeLinkLine>, 
/**
 * What may belong to it, the surest first.
 */
suggestions: Array<DisputeSuggestion>, 
/**
 * Every file of it, with what would be sent in its place.
 */
files: Array<DisputeFile>, 
/**
 * The packs that were made of it, newest first.
 */
packs: Array<DisputePack>, 
/**
 * What was sent; null until then.
 */
submission: Submission | null, 
/**
 * How it ended; null until then.
 */
ending: DisputeEnding | null, timeline: Array<DisputeEventLine>, id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, kind: DisputeKind, state: DisputeState, 
/**
 * Who sent it, in words: what was typed, else the provider's name; empty where neither is known.
 */
from: string, amount_fen: Fen | null, notice_on: string, reply_by: string | null, clock: ReplyClock, 
/**
 * The pieces that are needed and not there.
 */
missing: Array<string>, opened_at: string, opened_by: string, details: DisputeDetails, };

export type DisputeState = "open" | "submitted" | "won" | "lost" | "withdrawn";

export type DisputeSuggestion = { thing: LinkedThing, by: FoundBy, };

export type DisputesPage = { disputes: Array<DisputeLine>, 
/**
 * Older ones are there.
 */
more: boolean, };

export type Done = Record<symbol, never>;

export type Drawer = { 
/**
 * The business day.
 */
day: string, 
/**
 * The till.
 */
till: string, 
/**
 * What was counted.
 */
counted_fen: Fen, 
/**
 * Above the target, or below it when negative.
 */
over_fen: Fen, 
/**
 * Within the tolerance.
 */
on_target: boolean, };

export type DrawerMonth = { 
/**
 * `2026-11`.
 */
month: string, 
/**
 * Counts of a drawer.
 */
counted: number, 
/**
 * Above the target together.
 */
over_fen: Fen, 
/**
 * Below it together, as a positive amount.
 */
short_fen: Fen, };

export type Drawers = { 
/**
 * Counts of a drawer.
 */
counted: number, 
/**
 * Those within the tolerance.
 */
on_target: number, 
/**
 * All amounts above the target together.
 */
over_fen: Fen, 
/**
 * All amounts below it together, as a positive amount.
 */
short_fen: Fen, 
/**
 * The counts beyond the tolerance, newest first, as many as were asked for.
 */
beyond: Array<Drawer>, 
/**
 * Month by month, oldest first.
 */
months: Array<DrawerMonth>, };

export type DropHanded = { 
/**
 * Its id.
 */
file: string, };

export type DueReminder = { day: string, at: string, kind: ReminderKind, };

export type EpochLine = { number: number, 
/**
 * `SHA256:…`, as `ssh-keygen -lf` shows it.
 */
fingerprint: string, 
/**
 * RFC 3339 UTC.
 */
began_at: string, entries: number, 
/**
 * How many of them its newest checkpoint covers.
 */
signed: number, 
/**
 * How it came after the one before; null for the first.
 */
how: Succession | null, };

export type ExplainCode = { 
/**
 * `96`, `code 96`, `Ａ２`.
 */
code: string, };

export type Failed = { 
/**
 * The item.
 */
item: string, 
/**
 * On how many mornings.
 */
count: number, };

export type Fen = number;

export type Figures = { punctuality: Punctuality, 
/**
 * The items that failed most often, at most eight.
 */
failures: Array<Failed>, 
/**
 * Of all kinds of day, how many there were.
 */
kinds: Array<KindCount>, repairs: Repairs, 
/**
 * Incidents of the network's that somebody wrote down, with their part of these days.
 */
outages: Outages, drawers: Drawers, };

export type FileSource = "file" | "paste" | "drop" | "camera" | "phone" | "redacted";

export type FillDemo = { 
/**
 * Business days.
 */
days: number, 
/**
 * Of its chance.
 */
seed: number, 
/**
 * One when left out.
 */
tills?: number, 
/**
 * The last day; always the same one when left out, so that the result does not depend on today.
 */
until?: string, };

export type Filled = { days: number, entries: number, root: string, };

export type FindCheckpoint = { 
/**
 * The short code, as it was read out or typed from paper.
 */
code: string, };

export type FindFirstAid = { 
/**
 * What the screen says, or somebody does.
 */
words: string, 
/**
 * The language in which answers are shown.
 */
lang: Lang, };

export type FinishOpening = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * Needed when items are left that bear on the verdict.
 */
note?: string, };

export type FirstAid = { guide: Guide, 
/**
 * The terminals of this till.
 */
terminals: Array<Terminal>, 
/**
 * Whom to call about cards, when the terminal is not known.
 */
to_call: Provider | null, 
/**
 * Today's incidents of this till that are not resolved, newest first: somebody may have left half-way.
 */
going_on: Array<IncidentLine>, };

export type Float = { 
/**
 * The sum to start the day with.
 */
target_fen: Fen, 
/**
 * How far from it a count may be without a reason.
 */
tolerance_fen: Fen, 
/**
 * The least in pieces up to ten yuan.
 */
change_min_fen: Fen, };

export type FollowUp = "provider_call" | "watch_account" | "replace_terminal" | "settle_today";

export type Found = { 
/**
 * What it is.
 */
kind: FoundKind, 
/**
 * Its id among its kind.
 */
id: string, 
/**
 * How well it fits, 500 to 1000; a code that was typed as such has 2000.
 */
score: number, 
/**
 * How it reads, in the language that was asked for; an own text as it was entered.
 */
text: string, 
/**
 * The step that it leads to.
 */
step: string, };

export type FoundAt = { 
/**
 * A mark, an incident, a receipt or a case.
 */
kind: FoundIn, 
/**
 * The id of what to open for it; of a mark its own.
 */
id: string, 
/**
 * The number of the incident, receipt or case.
 */
no: number | null, 
/**
 * The business day of a mark; null for the other kinds.
 */
day: string | null, 
/**
 * The till of a mark; null for the other kinds.
 */
till: Till | null, };

export type FoundBy = "reference" | "trace" | "card" | "amount" | "day";

export type FoundIn = "mark" | "finish" | "day_note" | "incident" | "incident_note" | "sale" | "receipt" | "dispute" | "dispute_note" | "file" | "provider" | "terminal" | "staff" | "code_text";

export type FoundKind = "code" | "screen_text" | "symptom" | "step";

export type FoundPage = { found: Array<FoundRecord>, 
/**
 * Older ones are there.
 */
more: boolean, };

export type FoundRecord = { kind: FoundIn, 
/**
 * The id of what to open for it; of a mark, a note of a day or a file its own.
 */
id: string, 
/**
 * The number of the incident, receipt or case.
 */
no: number | null, day: string, 
/**
 * When it was written.
 */
at: string, actor: string, 
/**
 * Null where it belongs to none.
 */
till: Till | null, 
/**
 * The item that it is about.
 */
item: string | null, 
/**
 * The response code that it is about.
 */
code: string | null, 
/**
 * The symptom that it is about.
 */
symptom: string | null, 
/**
 * It was written anew or taken back since.
 */
replaced: boolean, 
/**
 * What a file belongs to; null where it belongs to nothing, and for every other kind.
 */
belongs: FoundAt | null, 
/**
 * Its place in the order of days, for the next page.
 */
place: number, 
/**
 * The part, as it was written.
 */
text: string, 
/**
 * What was found, in characters of this part.
 */
hits: Array<TextRange>, 
/**
 * Something stands before it.
 */
cut_before: boolean, 
/**
 * Something stands after it.
 */
cut_after: boolean, };

export type Fsck = { 
/**
 * No defects.
 */
ok: boolean, 
/**
 * Entries read, all epochs.
 */
entries: number, 
/**
 * Root over the current epoch's entries, recomputed from their bytes.
 */
root: string, 
/**
 * Everything found, in the order in which it was found.
 */
defects: Array<Defect>, };

export type GotFrom = "official" | "agent" | "unknown";

export type Guide = { 
/**
 * The nine symptoms, in the order in which they are offered.
 */
symptoms: Array<GuideSymptom>, 
/**
 * Every step.
 */
steps: Array<GuideStep>, 
/**
 * Every end.
 */
ends: Array<GuideEnd>, 
/**
 * What terminals show.
 */
screen_texts: Array<ScreenText>, 
/**
 * The card for the customer.
 */
customer: CustomerCard, };

export type GuideAction = "fixed" | "other_way" | "call" | "unknown" | "log_only";

export type GuideAnswer = { 
/**
 * Unique within its step.
 */
id: string, 
/**
 * Where it leads.
 */
to: GuideNext, 
/**
 * What it tells about the money, when it tells anything.
 */
outcome: AnswerOutcome | null, };

export type GuideAsks = "code" | "screen_text";

export type GuideEnd = { 
/**
 * Kebab-case, unique among ends.
 */
id: string, 
/**
 * What the shop does.
 */
action: GuideAction, 
/**
 * Where the trouble lay, as far as the path tells.
 */
cause: Cause | null, 
/**
 * What it means for the lane.
 */
lane_effect: LaneEffect, 
/**
 * Whether the sale goes on the list of unknown outcomes.
 */
outcome_unknown: boolean, 
/**
 * What is still owed, most urgent first.
 */
follow_up: Array<FollowUp>, 
/**
 * How many lines of doing it has, 1 to 4: `guide-end-<id>-do-1` and on.
 */
lines: number, };

export type GuideNext = { "step": string } | { "end": string };

export type GuidePicture = "power" | "signal" | "paper" | "chip" | "contactless" | "qr-plate" | "router" | "last-sale" | "hotspot" | "lights" | "keypad" | "phone";

export type GuideStep = { 
/**
 * Kebab-case, unique, never begins with `end-`.
 */
id: string, 
/**
 * What it asks of the person.
 */
kind: GuideStepKind, 
/**
 * The drawing beside it.
 */
picture: GuidePicture | null, 
/**
 * What can be typed here.
 */
asks: GuideAsks | null, 
/**
 * Whether this is where the last sale is looked up. Only such a step may say that it is not charged.
 */
look_up: boolean, 
/**
 * How many lines of doing it has, 1 to 4: `guide-<id>-do-1` and on.
 */
lines: number, 
/**
 * Whether a warning stands above it: `guide-<id>-warn`.
 */
warn: boolean, 
/**
 * One to four, shown as 1 to 4; the usual one first.
 */
answers: Array<GuideAnswer>, };

export type GuideStepKind = "look" | "do" | "say" | "call";

export type GuideSymptom = { 
/**
 * Kebab-case; its words are `guide-symptom-<id>`.
 */
id: string, 
/**
 * Its first step.
 */
first: string, 
/**
 * The lanes that it can be about.
 */
lanes: Array<Lane>, 
/**
 * Whether a sale is in doubt from the beginning.
 */
in_doubt: boolean, 
/**
 * How people say it, in both languages, for the search.
 */
said: Array<string>, };

export type HandedOver = { 
/**
 * Its id, for the next piece and for the work.
 */
file: string, 
/**
 * Bytes so far.
 */
bytes: number, };

export type Happened = { "kind": "opened", details: Details, attachments: Array<Attachment>, } | { "kind": "step", step: string, answer: string, } | { "kind": "said", text: string, } | { "kind": "call", call: Call, } | { "kind": "attached", attachments: Array<Attachment>, } | { "kind": "amended", details: Details, } | { "kind": "assigned", owner: string, due: string | null, waiting: boolean, } | { "kind": "resolved", how: string, proof: Array<Attachment>, loss_fen: Fen | null, } | { "kind": "reopened", why: string, } | { "kind": "sale_pending", sale: string, amount_fen: Fen | null, } | { "kind": "sale_amended", sale: string, amount_fen: Fen | null, } | { "kind": "sale_settled", sale: string, how: Settlement, note: string, step: string, receipt: string, attachments: Array<Attachment>, } | { "kind": "sale_reopened", sale: string, why: string, };

export type Headline = { 
/**
 * Which sentence.
 */
kind: HeadlineKind, 
/**
 * The lanes it is about.
 */
lanes: Array<Lane>, 
/**
 * The item that stands in for every lane with a workaround, when it is one and the same.
 */
fallback: string | null, 
/**
 * Blocking and degrading items left.
 */
left: number, 
/**
 * The cash counted, where the sentence is about it.
 */
amount_fen: Fen | null, };

export type HeadlineKind = "nothing_yet" | "items_left" | "all_ready" | "workaround" | "some_not_ready" | "only_cash" | "none_ready";

export type HistoryDay = { day: string, till: Till, state: DayState, verdict: Verdict, headline: Headline, 
/**
 * Items marked as failed.
 */
failures: number, failed_items: Array<string>, finished_at: string | null, finished_by: string, note: string, 
/**
 * Minutes past the late time when it was finished.
 */
late_min: number, 
/**
 * Reminders that came, where the day was put on record without a finished opening.
 */
reminded: number, 
/**
 * Why the day differs from the week, as the owner noted it.
 */
day_note: string, };

export type HistoryPage = { days: Array<HistoryDay>, 
/**
 * Older openings are there.
 */
more: boolean, };

export type Hours = { 
/**
 * The door opens.
 */
open: ClockTime, 
/**
 * The door closes.
 */
close: ClockTime, };

export type IncidentForm = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * The terminal; where the till has but one that takes the lane, it is that.
 */
terminal?: string, 
/**
 * The way of paying.
 */
lane?: Lane, 
/**
 * One of the guide's nine.
 */
symptom?: string, 
/**
 * `96`, or `code 96` as somebody says it.
 */
code?: string, 
/**
 * The words on the screen.
 */
screen?: string, 
/**
 * `128.00`.
 */
amount?: string, 
/**
 * Six and four, or the last four.
 */
card?: string, 
/**
 * The item of the checklist that failed.
 */
item?: string, 
/**
 * What it came from.
 */
cause?: Cause, 
/**
 * What it does to the way of paying.
 */
lane_effect?: LaneEffect, 
/**
 * In somebody's words.
 */
note?: string, };

export type IncidentLine = { id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, day: string, state: IncidentState, till: Till, 
/**
 * Null where it is not known.
 */
terminal: Terminal | null, opened_at: string, opened_by: string, details: Details, owner: string, due: string | null, 
/**
 * The how many-th time of the same fault at the same terminal within 30 days.
 */
times: number, 
/**
 * Nobody knows yet whether a sale of it was charged.
 */
pending: boolean, };

export type IncidentPage = { timeline: Array<TimelineEvent>, 
/**
 * The sales that it left in doubt, oldest first.
 */
sales: Array<SaleLine>, 
/**
 * Every file of it, oldest first.
 */
attachments: Array<Attachment>, 
/**
 * What its code means, in Chinese; null without a code.
 */
told_zh: Told | null, 
/**
 * The same in English.
 */
told_en: Told | null, 
/**
 * Whom to call about it.
 */
to_call: Provider | null, 
/**
 * Where the guide stands: the step that comes next, or the end that was reached; null when the guide
 * was not asked.
 */
stands_at: GuideNext | null, 
/**
 * What it may have cost: the amount of the sale, until somebody estimates it.
 */
loss_fen: Fen | null, id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, day: string, state: IncidentState, till: Till, 
/**
 * Null where it is not known.
 */
terminal: Terminal | null, opened_at: string, opened_by: string, details: Details, owner: string, due: string | null, 
/**
 * The how many-th time of the same fault at the same terminal within 30 days.
 */
times: number, 
/**
 * Nobody knows yet whether a sale of it was charged.
 */
pending: boolean, };

export type IncidentState = "open" | "waiting" | "resolved";

export type IncidentsPage = { incidents: Array<IncidentLine>, 
/**
 * Older ones are there.
 */
more: boolean, };

export type ItemKind = "check" | "number" | "text" | "choice" | "photo" | "cash" | "probe";

export type KeepThisPc = { agent?: boolean, sound?: boolean, raise?: boolean, };

export type KeyBackedUpTo = { 
/**
 * The file that was written and read back.
 */
path: string, keys: KeysPage, };

export type KeyCopy = { 
/**
 * RFC 3339 UTC.
 */
at: string, by: string, };

export type KeyTrouble = "missing" | "unreadable" | "another";

export type KeysPage = { 
/**
 * The shop's name; may be empty.
 */
shop: string, 
/**
 * The shop's id, which a pack's signature names as its signer.
 */
signer: string, 
/**
 * `SHA256:…`, as `ssh-keygen -lf` shows it.
 */
fingerprint: string, 
/**
 * The line `ssh-ed25519 AAAA…`.
 */
public_key: string, 
/**
 * Why it cannot sign; null while it can.
 */
trouble: KeyTrouble | null, 
/**
 * Entries of this epoch that no checkpoint covers yet.
 */
unsigned: number, 
/**
 * The newest copy of this key; null when there is none.
 */
copy: KeyCopy | null, 
/**
 * Every epoch, this one last.
 */
epochs: Array<EpochLine>, };

export type KindCount = { kind: DayKind, count: number, };

export type Lane = "card" | "qr" | "cash";

export type LaneEffect = "none" | "slowed" | "stopped";

export type LaneState = "ready" | "workaround" | "unknown" | "not_ready";

export type LaneVerdict = { 
/**
 * Whether it can take money.
 */
state: LaneState, 
/**
 * The reasons for that state, in the order of the checklist; empty when ready.
 */
reasons: Array<Reason>, };

export type Lang = "zh-CN" | "en";

export type LeftOutWhy = "form" | "large" | "unreadable" | "pages" | "pages_unknown";

export type Licence = { 
/**
 * The company that holds it; an agent's brand is not the holder.
 */
holder: string, 
/**
 * Its number.
 */
number: string, 
/**
 * What it allows, and where.
 */
business: string, 
/**
 * The last day of it.
 */
expires_on: string | null, 
/**
 * When somebody looked it up.
 */
looked_up_on: string, };

export type LinkDispute = { 
/**
 * Its id or number.
 */
dispute: string, 
/**
 * What belongs to it.
 */
links: Array<LinkWish>, };

export type LinkWish = { "to": "receipt", 
/**
 * Its id or number.
 */
id: string, } | { "to": "incident", 
/**
 * Its id or number.
 */
id: string, } | { "to": "sale", 
/**
 * Its id.
 */
id: string, } | { "to": "opening", 
/**
 * The business day.
 */
day: string, 
/**
 * The first till when left out.
 */
till?: string, } | { "to": "file", 
/**
 * The id of the attachment.
 */
id: string, 
/**
 * The piece that it is.
 */
piece: string, } | { "to": "not_needed", 
/**
 * The piece.
 */
piece: string, 
/**
 * Why not.
 */
why: string, };

export type LinkedOpening = { day: string, till: Till, state: DayState, headline: Headline, finished_at: string | null, };

export type LinkedThing = { "to": "receipt", receipt: ReceiptLine, } | { "to": "incident", incident: IncidentLine, } | { "to": "sale", sale: SaleLine, } | { "to": "opening", opening: LinkedOpening, } | { "to": "file", file: Attachment, piece: string, } | { "to": "not_needed", piece: string, why: string, };

export type ListDisputes = { 
/**
 * Only those that are neither won, lost nor withdrawn.
 */
going_on?: boolean, 
/**
 * Only those in this state.
 */
state?: DisputeState, 
/**
 * Only of this kind.
 */
kind?: DisputeKind, 
/**
 * Words that must all stand in it: an amount, the last four, a number of the notice.
 */
words?: string, 
/**
 * Notice not before this day.
 */
from?: string, 
/**
 * Notice not after this day.
 */
to?: string, 
/**
 * Older than this number.
 */
before?: number, 
/**
 * At most so many; 50 when left out.
 */
limit?: number, };

export type ListHistory = { 
/**
 * Not before this business day.
 */
from?: string, 
/**
 * Not after this business day.
 */
to?: string, 
/**
 * Before this business day: the oldest of the page at hand.
 */
before?: string, 
/**
 * At most about so many openings, whole days; all of them when left out.
 */
limit?: number, 
/**
 * Of this till, which may be gone; of all of them when left out.
 */
till?: string, };

export type ListIncidents = { 
/**
 * Only those that are not resolved.
 */
open?: boolean, 
/**
 * Not before this business day.
 */
from?: string, 
/**
 * Not after this business day.
 */
to?: string, 
/**
 * Of this terminal.
 */
terminal?: string, 
/**
 * At this till.
 */
till?: string, 
/**
 * Of this item of the opening.
 */
item?: string, 
/**
 * Older than this number.
 */
before?: number, 
/**
 * At most so many; 50 when left out.
 */
limit?: number, };

export type ListPacks = { 
/**
 * Only those about this incident or case, by its id.
 */
subject?: string, };

export type ListPendingSales = Record<symbol, never>;

export type ListReceipts = { 
/**
 * Words that must all stand in it: an amount, the last four, a trace number, a name.
 */
words?: string, 
/**
 * Not before this business day.
 */
from?: string, 
/**
 * Not after this business day.
 */
to?: string, 
/**
 * Of this terminal.
 */
terminal?: string, 
/**
 * Older than this one, by its id or number.
 */
before?: string, 
/**
 * At most so many; 50 when left out.
 */
limit?: number, };

export type ListUploadForms = Record<symbol, never>;

export type MadePack = { 
/**
 * The file.
 */
path: string, 
/**
 * Its length.
 */
bytes: number, 
/**
 * Ledger entries in it.
 */
entries: number, 
/**
 * Files of its payload.
 */
files: number, 
/**
 * SHA-256 of its tag manifest: stands for all of it.
 */
digest: string, 
/**
 * Fingerprint of the key that signed it.
 */
signed_by: string, 
/**
 * Whether a third party's time stands on it.
 */
timestamped: boolean, 
/**
 * The upload form that its files are for; null for a whole pack. Such files are under no signature, and their list
 * stands for all of them.
 */
profile: string | null, 
/**
 * How many times the upload form has to be answered: the sets that its files were split into, each in a folder of
 * its own where there are more than one. Zero for a whole pack.
 */
sets: number, 
/**
 * Files that the upload form does not take.
 */
left_out: number, 
/**
 * The name of the list of what was done, beside the files for an upload; null for a whole pack.
 */
list: string | null, };

export type MailServer = { 
/**
 * `smtp.qq.com`
 */
host: string, 
/**
 * 465 with TLS, 587 with STARTTLS, as a rule.
 */
port: number, 
/**
 * How the connection is protected.
 */
security: Security, 
/**
 * The name to sign in with.
 */
user?: string | null, 
/**
 * The password, which many services call an authorisation code.
 */
password?: string | null, 
/**
 * The sender's address.
 */
from: string, 
/**
 * Whom to write to.
 */
to: Array<string>, };

export type MakeReport = { 
/**
 * What it tells.
 */
what: ReportWhat, 
/**
 * The day `2026-10-31`, the month `2026-10`, the number or id of an incident or a case. For a list and for everything
 * of some days a day or a month as well, in place of `from` and `to`; nothing for the key.
 */
which?: string, 
/**
 * The till of a day; every till when left out. Nothing else is about one till.
 */
till?: string, 
/**
 * Not before this business day: of a list, or of everything of some days.
 */
from?: string, 
/**
 * Not after this business day.
 */
to?: string, 
/**
 * PDF when left out; for a list a workbook.
 */
format?: ReportFormat, 
/**
 * Chinese when left out. A PDF may have both, one after the other; a list takes the first.
 */
languages?: Array<ReportLanguage>, 
/**
 * Where to, as a whole path; a file of that name is replaced. A new file among the person's documents when left
 * out.
 */
out?: string, };

export type MarkItem = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * The item's id.
 */
item: string, 
/**
 * What was found.
 */
result: MarkResult, 
/**
 * As typed: `12.5`, `523.50`, `100x5 10x3`, the id of a choice.
 */
value?: string, 
/**
 * What was seen.
 */
note?: string, 
/**
 * Ids of files brought in before.
 */
attachments?: Array<string>, };

export type MarkResult = "pass" | "fail" | "na";

export type Marked = { today: Today, marks: Array<string>, };

export type Match = { sale: SaleLine, by: MatchedBy, };

export type MatchedBy = "reference" | "trace" | "amount";

export type Note = { "kind": "step", 
/**
 * The step.
 */
step: string, 
/**
 * What was answered; empty when the step was only looked at.
 */
answer?: string, } | { "kind": "said", 
/**
 * In their words.
 */
text: string, } | { "kind": "call" } & Call | { "kind": "attached", 
/**
 * Ids of attachments.
 */
attachments: Array<string>, };

export type NoteAnchor = { 
/**
 * How the code left the shop.
 */
way: Way, 
/**
 * Who got it.
 */
to?: string, };

export type NoteIncident = { 
/**
 * Its id or number.
 */
incident: string, 
/**
 * What.
 */
note: Note, };

export type OneAlertChannel = { id: string, };

export type OpenDispute = { 
/**
 * What the notice says.
 */
form: DisputeForm, 
/**
 * The notice itself: ids of files brought in before.
 */
notice?: Array<string>, 
/**
 * What belongs to it.
 */
links?: Array<LinkWish>, };

export type OpenIncident = { 
/**
 * What is known.
 */
form: IncidentForm, 
/**
 * What is known of the sale, when nobody knows whether it was charged.
 */
sale?: SaleForm, 
/**
 * Ids of files brought in before.
 */
attachments?: Array<string>, };

export type Origin = "contract" | "card_back" | "terminal" | "slip" | "official" | "told";

export type Outages = { 
/**
 * How many reach into it.
 */
count: number, 
/**
 * Minutes of it without a network, what overlaps counted once.
 */
minutes: number, };

export type OwnFrom = "owner" | "acquirer";

export type OwnText = { 
/**
 * The code, in any form that [`normalised`] reads; anything else counts as written, in capitals.
 */
code: string, 
/**
 * What it means, in whatever language it was entered. May be empty.
 */
meaning: string, 
/**
 * What to do. May be empty.
 */
advice: string, 
/**
 * Whose text it is.
 */
from: OwnFrom, 
/**
 * Id of the payment company that it is from; none when it holds for every terminal.
 */
provider: string | null, };

export type PackAbout = "incident" | "dispute" | "range";

export type PackChoice = { 
/**
 * The original's id.
 */
file: string, 
/**
 * What of it is sent.
 */
send: PackSend, };

export type PackDefect = { 
/**
 * `altered`, `missing`, `extra` and so on.
 */
kind: string, 
/**
 * The file in the pack, and the place in it; empty where it is about the whole.
 */
path: string, 
/**
 * What was found there, in English.
 */
detail: string, 
/**
 * The same as a code: its words are the message `check-why-` and this, with dashes.
 */
why: string, 
/**
 * What fills these words.
 */
params: { [key in string]: string }, };

export type PackFile = { 
/**
 * The original.
 */
file: Attachment, 
/**
 * Its newest copy with parts blacked out; null where there is none.
 */
redacted: Attachment | null, 
/**
 * What of it is sent.
 */
send: PackSend, };

export type PackKind = { 
/**
 * The kind.
 */
kind: string, 
/**
 * What it is about.
 */
topic: PackTopic, 
/**
 * How many.
 */
count: number, };

export type PackLine = { id: string, at: string, actor: string, subject: PackSubject, name: string, digest: string, entries: number, bytes: number, files: number, timestamped: boolean, 
/**
 * The upload form that its files are for; null for a whole pack.
 */
profile: string | null, };

export type PackPreview = { 
/**
 * What it is about.
 */
subject: PackSubject, 
/**
 * The name that its file would get.
 */
name: string, 
/**
 * Ledger entries.
 */
entries: number, 
/**
 * The same by kind, the most frequent first.
 */
kinds: Array<PackKind>, 
/**
 * Everybody whose name stands in them.
 */
people: Array<string>, 
/**
 * Files, in the order in which the entries name them.
 */
files: Array<PackFile>, 
/**
 * Bytes of the files that would be sent.
 */
bytes: number, 
/**
 * Receipts in its list.
 */
receipts: number, 
/**
 * Incidents in its list.
 */
incidents: number, 
/**
 * Fingerprint of the key that would sign it.
 */
key: string, 
/**
 * What would become of the files for an upload form; null for a whole pack.
 */
upload: UploadPreview | null, };

export type PackSend = "original" | "redacted" | "nothing";

export type PackStamp = { 
/**
 * RFC 3339 UTC.
 */
at: string, 
/**
 * Who stamped.
 */
authority: string, 
/**
 * SHA-256 of the root that vouches for it: to be compared with what the authority publishes.
 */
root_sha256: string, 
/**
 * How many of the entries stood in the ledger when it was stamped; null where it stands on the whole pack.
 */
entries: number | null, };

export type PackSubject = { "about": "incident", 
/**
 * Its id.
 */
incident: string, } | { "about": "dispute", 
/**
 * Its id.
 */
dispute: string, } | { "about": "range", 
/**
 * The first.
 */
from: string, 
/**
 * The last.
 */
to: string, };

export type PackTopic = "openings" | "incidents" | "receipts" | "cases" | "files" | "shop" | "reminders" | "proofs";

export type PhoneAddress = { address: string, 
/**
 * The name of the network card.
 */
name: string, };

export type PhoneFile = { 
/**
 * What the phone calls it, as in [`crate::Offer::name`]: show it as text and nothing else.
 */
name: string, 
/**
 * How many bytes have arrived.
 */
bytes: number, 
/**
 * How many were announced.
 */
total: number, 
/**
 * What became of it.
 */
state: PhoneFileState, 
/**
 * The inbox's id for it, once it is kept.
 */
id: string | null, 
/**
 * Why it is not kept: `file_kind_unknown`, `file_too_large`, `files_too_many`, `total_too_large`, `file_empty`,
 * `broken_off`, `not_kept` (the inbox failed), or a code of the inbox's own.
 */
refusal: string | null, };

export type PhoneFileState = "arriving" | "kept" | "refused" | "broken";

export type PhoneOver = "expired" | "stopped";

export type PhonePage = { 
/**
 * Null while nobody asked for it.
 */
progress: PhoneProgress | null, 
/**
 * What the code says; null while it is off.
 */
url: string | null, 
/**
 * The code, row by row, true where it is dark; empty while it is off.
 */
qr: Array<Array<boolean>>, 
/**
 * The files that are kept, by the ids that `progress` names, in its order.
 */
attachments: Array<Attachment>, 
/**
 * The best guess first; empty where this PC is in no network.
 */
addresses: Array<PhoneAddress>, };

export type PhoneProgress = { 
/**
 * Where it stands.
 */
state: PhoneState, 
/**
 * Every file that the phone offered, in that order; a file that is tried again keeps its row.
 */
files: Array<PhoneFile>, 
/**
 * How long the page still lives, in seconds; 0 once it is gone.
 */
seconds_left: number, };

export type PhoneState = { "kind": "waiting" } | { "kind": "connected" } | { "kind": "sending" } | { "kind": "done" } | { "kind": "over", "reason": PhoneOver };

export type PieceState = "there" | "not_needed" | "missing";

export type PieceWeight = "needed" | "helps";

export type Place = { 
/**
 * Null when nothing was kept yet.
 */
place: unknown, };

export type PlanDays = { 
/**
 * Today when left out.
 */
from?: string, 
/**
 * The same day when left out.
 */
to?: string, plan: DayPlanName, 
/**
 * Hours of days that are open; those that people expect when left out.
 */
shifts?: Array<Hours>, note?: string, };

export type PlanReminders = { 
/**
 * The first business day.
 */
from: string, 
/**
 * The last one; at most ten years later.
 */
to: string, };

export type PlannedDay = { day: string, note: string, } & ({ "plan": "closed" } | { "plan": "open", 
/**
 * At least one, in the order of the day.
 */
shifts: Array<Hours>, } | { "plan": "usual" });

export type PlannedReminder = { kind: ReminderKind, at: string, };

export type PreviewPack = { 
/**
 * What it is about.
 */
about: PackAbout, 
/**
 * The incident's or case's number or id.
 */
which?: string, 
/**
 * The first business day of a range.
 */
from?: string, 
/**
 * The last one.
 */
to?: string, 
/**
 * What is wanted of single files; of the others a blacked-out copy where there is one, else the file itself.
 */
choices?: Array<PackChoice>, 
/**
 * Files for this upload form instead.
 */
profile?: string, };

export type Provider = { 
/**
 * Stable id, `provider-1`.
 */
id: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * What it does here.
 */
kind: ProviderKind, 
/**
 * The number for merchants.
 */
hotline: Sourced | null, 
/**
 * Its official site or app.
 */
site: Sourced | null, 
/**
 * The branch that looks after the shop.
 */
branch: Sourced | null, 
/**
 * 商户编号.
 */
merchant_no: string, 
/**
 * Its licence, as looked up.
 */
licence: Licence | null, 
/**
 * Anything else.
 */
note: string, 
/**
 * No longer used.
 */
retired: boolean, };

export type ProviderKind = "acquirer" | "wallet" | "service" | "network";

export type Punctuality = { 
/**
 * Finished before the late time.
 */
in_time: number, 
/**
 * Finished after it.
 */
late: number, 
/**
 * Not finished.
 */
missed: number, 
/**
 * In thousandths of all three; null when there is none.
 */
permille: number | null, 
/**
 * In whole percent, rounded down, for one late morning in three hundred is not "always"; null when there is none.
 */
percent: number | null, 
/**
 * Days in a row, up to the last, on which every till was in time.
 */
streak: number, 
/**
 * The most days in a row.
 */
best_streak: number, };

export type PutAlertChannel = { 
/**
 * The channel to replace; a new one when left out.
 */
id?: string, channel: Channel, };

export type PutOffReminder = { 
/**
 * Ten when left out.
 */
minutes?: number, };

export type PutOffUntil = { until: string, };

export type Range = { min: number, max: number, unit: string, };

export type ReadPlace = Record<symbol, never>;

export type Reason = { 
/**
 * Why.
 */
code: ReasonCode, 
/**
 * The item it is about.
 */
item: string | null, 
/**
 * The item that stands in.
 */
fallback: string | null, 
/**
 * The amount it is about.
 */
amount_fen: Fen | null, 
/**
 * The number of the incident it is about.
 */
incident?: number, };

export type ReasonCode = "item_failed" | "item_left" | "fallback_stands" | "cash_off_target" | "change_short" | "value_low" | "choice_weak" | "nothing_checked" | "incident_open";

export type RebuildProjections = Record<symbol, never>;

export type Rebuilt = { 
/**
 * Entries read.
 */
entries: number, };

export type ReceiptForm = { 
/**
 * A sale when left out.
 */
kind?: SlipKind, 
/**
 * `2026-11-23 12:31` or `…:05` in the shop's zone, or RFC 3339; now when left out.
 */
at?: string, 
/**
 * `128.00`.
 */
amount: string, 
/**
 * `5.00`.
 */
tip?: string, 
/**
 * The shop's terminal.
 */
terminal?: string, 
/**
 * As printed.
 */
merchant_name?: string, 
/**
 * As printed.
 */
merchant_no?: string, 
/**
 * As printed.
 */
terminal_no?: string, 
/**
 * As printed.
 */
operator?: string, 
/**
 * As printed.
 */
issuer?: string, 
/**
 * As printed.
 */
acquirer?: string, 
/**
 * Six and four, or the last four.
 */
card?: string, 
/**
 * Six digits.
 */
batch?: string, 
/**
 * Six digits.
 */
trace?: string, 
/**
 * Six letters or digits.
 */
auth?: string, 
/**
 * Twelve letters or digits.
 */
reference?: string, 
/**
 * Anything else.
 */
note?: string, 
/**
 * Ids of files brought in before.
 */
attachments?: Array<string>, };

export type ReceiptLine = { id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, day: string, kind: SlipKind, 
/**
 * When, as the slip says.
 */
at: string, amount_fen: Fen, tip_fen: Fen | null, 
/**
 * Amount and tip.
 */
total_fen: Fen, terminal: string, merchant_name: string, merchant_no: string, terminal_no: string, operator: string, issuer: string, acquirer: string, card: CardMask | null, batch: string, trace: string, auth: string, reference: string, note: string, attachments: Array<Attachment>, added_at: string, added_by: string, 
/**
 * How often it was written anew.
 */
amended: number, };

export type ReceiptPage = { 
/**
 * Pending sales that it may show, the surest first.
 */
matches: Array<Match>, 
/**
 * Numbers of earlier receipts that look like the same slip.
 */
same_as: Array<number>, id: string, 
/**
 * Its number in the shop, from 1.
 */
no: number, day: string, kind: SlipKind, 
/**
 * When, as the slip says.
 */
at: string, amount_fen: Fen, tip_fen: Fen | null, 
/**
 * Amount and tip.
 */
total_fen: Fen, terminal: string, merchant_name: string, merchant_no: string, terminal_no: string, operator: string, issuer: string, acquirer: string, card: CardMask | null, batch: string, trace: string, auth: string, reference: string, note: string, attachments: Array<Attachment>, added_at: string, added_by: string, 
/**
 * How often it was written anew.
 */
amended: number, };

export type ReceiptsPage = { receipts: Array<ReceiptLine>, 
/**
 * Older ones are there.
 */
more: boolean, };

export type RedactAttachment = { 
/**
 * The id of the original, which stays as it is.
 */
attachment: string, 
/**
 * What to black out.
 */
boxes: Array<BlackBox>, };

export type Refusal = { 
/**
 * Stable: `value_out_of_range`.
 */
code: string, 
/**
 * What its message needs.
 */
params: Record<string, string | number>, };

export type ReminderDay = { day: string, 
/**
 * Hours of the door; empty when it stays shut.
 */
shifts: Array<Hours>, 
/**
 * The owner decided this day against the week.
 */
planned: boolean, note: string, 
/**
 * Due and late; empty when the door stays shut.
 */
reminders: Array<PlannedReminder>, 
/**
 * The repetitions while nobody has checked.
 */
nags: number, 
/**
 * RFC 3339 UTC; null when there are none.
 */
last_nag_at: string | null, 
/**
 * Every till is finished already.
 */
done: boolean, };

export type ReminderKind = "due" | "late" | "nag";

export type ReminderRules = { 
/**
 * The check is due this long before the door opens.
 */
before_min: number, 
/**
 * It is late this long after the door opened.
 */
late_after_min: number, 
/**
 * From then on this often, until it is done or the door closes.
 */
nag_every_min: number, };

export type Reminders = { now: string, zone: string, rules: ReminderRules, 
/**
 * The usual hours from Monday to Sunday; empty when the door stays shut.
 */
week: Array<Array<Hours>>, days: Array<ReminderDay>, 
/**
 * The days from today on that differ from the week.
 */
planned: Array<PlannedDay>, this_pc: ThisPc, 
/**
 * Some process on this PC is reminding right now.
 */
on_duty: boolean, };

export type ReopenDispute = { 
/**
 * Its id or number.
 */
dispute: string, 
/**
 * Why.
 */
why?: string, };

export type ReopenIncident = { 
/**
 * Its id or number.
 */
incident: string, 
/**
 * Why.
 */
why?: string, };

export type ReopenSale = { 
/**
 * Its id.
 */
sale: string, 
/**
 * Why.
 */
why?: string, };

export type Repairs = { 
/**
 * Incidents that began.
 */
incidents: number, 
/**
 * Those of them that are resolved.
 */
resolved: number, 
/**
 * Mean minutes from the beginning to the end of those; null when there is none.
 */
mean_min: number | null, 
/**
 * Half of them took no longer; null when there is none.
 */
median_min: number | null, 
/**
 * Where they came from, the most frequent first.
 */
causes: Array<Caused>, 
/**
 * What they cost together, as the shop estimates.
 */
loss_fen: Fen, 
/**
 * How many have an estimate.
 */
estimated: number, };

export type ReplyClock = { 
/**
 * How pressing it is.
 */
urgency: ReplyUrgency, 
/**
 * Days until the last one, today being 0; negative when it is over; null without one.
 */
days_left: number | null, };

export type ReplyUrgency = "overdue" | "today" | "soon" | "later" | "no_day" | "done";

export type ReportFormat = "pdf" | "xlsx" | "csv";

export type ReportLanguage = "zh-CN" | "en";

export type ReportMade = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Its size.
 */
bytes: number, };

export type ReportWhat = "day" | "month" | "incident" | "dispute" | "range" | "key" | "openings" | "incidents" | "receipts" | "disputes";

export type ResolveIncident = { 
/**
 * Its id or number.
 */
incident: string, 
/**
 * What was done.
 */
how?: string, 
/**
 * Proof that it works again: ids of files brought in before.
 */
proof?: Array<string>, 
/**
 * What it cost, `128.00`.
 */
loss?: string, };

export type ResponseCode = { 
/**
 * Two signs, digits and capitals: `05`, `A2`.
 */
code: string, 
/**
 * What it means; the classic text where the table was changed.
 */
meaning: Both, 
/**
 * What the newer table says, where it says something else (05, 21, 22).
 */
meaning_newer: Both | null, 
/**
 * Where the trouble lies; none when there is none.
 */
cause: Cause | null, 
/**
 * What is known about the money.
 */
outcome: CodeOutcome, 
/**
 * Whether it may be charged again.
 */
retry: Retry, 
/**
 * What to do now: at most two sentences.
 */
advice: Both, 
/**
 * How many independent public transcriptions agree on the meaning.
 */
confirmations: number, 
/**
 * Set when no transcription confirms it; the screen says so.
 */
unverified: boolean, 
/**
 * What the row rests on.
 */
source: CodeSource, };

export type RestoreKey = { 
/**
 * The copy's path.
 */
path?: string, 
/**
 * Or what stands in it.
 */
text?: string, 
/**
 * What it was put away with.
 */
passphrase: string, };

export type Retry = "no" | "once" | "other_card" | "after_fix" | "after_query" | "not_needed";

export type RotateKey = { 
/**
 * The old key is gone and cannot sign the change.
 */
lost?: boolean, 
/**
 * Why.
 */
note?: string, };

export type SaleForm = { 
/**
 * Six digits.
 */
trace?: string, 
/**
 * Twelve letters or digits.
 */
reference?: string, 
/**
 * Anything else.
 */
note?: string, };

export type SaleLine = { id: string, 
/**
 * The incident that it came from, by id and number.
 */
incident: string, incident_no: number, day: string, till: Till, terminal: Terminal | null, lane: Lane | null, amount_fen: Fen | null, card: CardMask | null, code: string, trace: string, reference: string, note: string, 
/**
 * When the sale was tried.
 */
at: string, noted_by: string, settled: SettledLine | null, };

export type ScreenText = { 
/**
 * Kebab-case, unique among screen texts.
 */
id: string, 
/**
 * How it is written, in Chinese; the first is the usual one.
 */
zh: Array<string>, 
/**
 * How it is written, in English; the first is the usual one.
 */
en: Array<string>, 
/**
 * The code that means the same, if there is one.
 */
code: string | null, 
/**
 * The step that it leads to.
 */
step: string, };

export type SearchRecords = { 
/**
 * What all must be found: Chinese of any length, beginnings of words, initials of pinyin, names of items and codes.
 */
words: string, 
/**
 * Only in these; in all when left out.
 */
kinds?: Array<FoundIn>, 
/**
 * Not before this business day.
 */
from?: string, 
/**
 * Not after this business day.
 */
to?: string, 
/**
 * Of this till, or of none.
 */
till?: string, 
/**
 * Older than this place: the last of the page at hand.
 */
before?: number, 
/**
 * At most so many; 50 when left out.
 */
limit?: number, };

export type Section = { id: string, done: number, failed: number, items: Array<TodayItem>, };

export type Security = "tls" | "start_tls" | "none";

export type SentFile = { 
/**
 * The id of the attachment.
 */
id: string, 
/**
 * The name it has here.
 */
name: string, 
/**
 * SHA-256 of its bytes, 64 hex digits.
 */
sha256: string, 
/**
 * Its length.
 */
bytes: number, };

export type SetAlerts = { after_min: number, };

export type SetFull = "room" | "files" | "pages";

export type SetReminders = { before_min?: number, late_after_min?: number, nag_every_min?: number, };

export type SetTimestamps = { 
/**
 * Its address; empty or left out switches it off.
 */
url?: string, 
/**
 * Its root certificates as PEM, where they are not among the public ones.
 */
root?: string, };

export type SetUpShop = { name: string, lanes: Array<Lane>, 
/**
 * From Monday to Sunday; null or an empty list on closed days, one pair, or several shifts.
 */
opens: (Hours[] | Hours | null)[], 
/**
 * IANA name.
 */
zone?: string, 
/**
 * `HH:MM`.
 */
cut_off?: string, tills?: Array<Till>, float?: Float, };

export type SettleForm = { 
/**
 * What became of it.
 */
how: Settlement, 
/**
 * How that is known.
 */
note?: string, 
/**
 * The receipt that shows it.
 */
receipt?: string, 
/**
 * Ids of files brought in before.
 */
attachments?: Array<string>, };

export type SettleSale = { 
/**
 * Its id.
 */
sale: string, 
/**
 * What somebody found out.
 */
form: SettleForm, };

export type SettledLine = { how: Settlement, note: string, receipt: string, attachments: Array<Attachment>, at: string, actor: string, };

export type Settlement = "settled" | "reversed" | "written_off";

export type Shop = { name: string, zone: string, cut_off: ClockTime, lanes: Array<Lane>, 
/**
 * From Monday to Sunday; empty on closed days.
 */
opens: Array<Array<Hours>>, tills: Array<Till>, float: Float, demo: boolean, by_default: boolean, };

export type ShopBrief = { name: string, zone: string, lanes: Array<Lane>, demo: boolean, };

export type ShowAlerts = Record<symbol, never>;

export type ShowAnchors = Record<symbol, never>;

export type ShowAttachment = { 
/**
 * Its id.
 */
attachment: string, };

export type ShowCalendar = { 
/**
 * The first business day.
 */
from: string, 
/**
 * The last one.
 */
to: string, 
/**
 * Of this till; of all of them when left out.
 */
till?: string, 
/**
 * One row for each day: of the till at which it went worst, with the incidents of all of them.
 */
together?: boolean, };

export type ShowContacts = Record<symbol, never>;

export type ShowDay = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * The business day.
 */
day: string, };

export type ShowDispute = { 
/**
 * Its id or number.
 */
dispute: string, };

export type ShowFirstAid = { 
/**
 * The first till when left out.
 */
till?: string, };

export type ShowIncident = { 
/**
 * Its id or number.
 */
incident: string, };

export type ShowKeys = Record<symbol, never>;

export type ShowPhone = Record<symbol, never>;

export type ShowReceipt = { 
/**
 * Its id or number.
 */
receipt: string, };

export type ShowReminders = { 
/**
 * How many days from today on; seven when left out, at most 62.
 */
days?: number, };

export type ShowShop = Record<symbol, never>;

export type ShowToday = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * Another business day than today's, `YYYY-MM-DD`.
 */
day?: string, };

export type ShowWork = Record<symbol, never>;

export type SlipKind = "sale" | "void" | "refund" | "pre_auth" | "query" | "wallet";

export type Sourced = { 
/**
 * As printed there.
 */
value: string, 
/**
 * Where.
 */
from: Origin, 
/**
 * When somebody last looked.
 */
seen_on: string, };

export type Staff = { 
/**
 * Stable id, `staff-1`.
 */
id: string, 
/**
 * What they are called at the till.
 */
name: string, 
/**
 * No longer here.
 */
retired: boolean, };

export type Standing = { kind: ReminderKind, 
/**
 * Since when it is time, or late.
 */
since: string, 
/**
 * Minutes past the late time; 0 before.
 */
late_min: number, 
/**
 * Somebody asked to be reminded later.
 */
put_off_until: string | null, };

export type StartPack = { 
/**
 * What it is about.
 */
about: PackAbout, 
/**
 * The incident's or case's number or id.
 */
which?: string, 
/**
 * The first business day of a range.
 */
from?: string, 
/**
 * The last one.
 */
to?: string, 
/**
 * As in `preview_pack`.
 */
choices?: Array<PackChoice>, 
/**
 * Where to, as a whole path; what has that name is not replaced. A new file among the person's documents when left
 * out.
 */
out?: string, 
/**
 * Files for this upload form instead: `mastercom`, `stripe`, `wechat` or `generic`. What is written is then a new
 * folder.
 */
profile?: string, };

export type StartPhone = { 
/**
 * One of the addresses that `show_phone` lists; the best guess when left out.
 */
address?: string, };

export type StartVerify = { 
/**
 * The zip or the folder.
 */
path?: string, 
/**
 * Or the id of a file that was handed over; it goes when the check is over.
 */
file?: string, 
/**
 * The fingerprint of the key that must have signed, as it came by another way.
 */
key?: string, };

export type StopPhone = Record<symbol, never>;

export type StopWork = { 
/**
 * Its id; a hand that was slow must not stop the next piece.
 */
work: string, };

export type Submission = { 
/**
 * When it was sent.
 */
sent_at: string, 
/**
 * Which way: the acquirer's site, an e-mail, by hand.
 */
way: string, 
/**
 * The files that were sent.
 */
files: Array<SentFile>, 
/**
 * The pack that was sent, by its id; empty when none was.
 */
pack?: string, 
/**
 * The pieces that were asked for and missing when it was sent.
 */
missing?: Array<string>, 
/**
 * Anything else.
 */
note?: string, };

export type SubmissionForm = { 
/**
 * Which way it was sent.
 */
way?: string, 
/**
 * `2026-11-23 12:31` in the shop's zone, or RFC 3339; now when left out.
 */
sent_at?: string, 
/**
 * The pack of this case that was sent, by its id or the name of its file; of one name the newest is meant.
 */
pack?: string, 
/**
 * Anything else.
 */
note?: string, };

export type SubmitDispute = { 
/**
 * Its id or number.
 */
dispute: string, 
/**
 * Which way, when, with what pack.
 */
form: SubmissionForm, 
/**
 * The files that were sent, by id; when left out those of the pack, without one those that the case would send.
 */
files?: Array<string>, };

export type Succession = "rotated" | "key_lost";

export type TakeStep = { 
/**
 * The incident, by id or number.
 */
incident: string, 
/**
 * The step of the guide.
 */
step: string, 
/**
 * The answer that was given.
 */
answer: string, };

export type Terminal = { 
/**
 * Stable id, `terminal-1`.
 */
id: string, 
/**
 * What people call it, `Counter`.
 */
name: string, 
/**
 * The till it stands at; empty where it is carried around.
 */
till: string, 
/**
 * What it takes: cards, codes, or both.
 */
lanes: Array<Lane>, 
/**
 * Whom to call about it; empty where none was named.
 */
provider: string, 
/**
 * 终端编号, eight letters or digits.
 */
terminal_no: string, 
/**
 * Maker and model.
 */
model: string, 
/**
 * The maker's number.
 */
serial_no: string, 
/**
 * What its own lights and sounds mean.
 */
lights: string, 
/**
 * Version of its software.
 */
software: string, 
/**
 * How it came to the shop.
 */
got_from: GotFrom, 
/**
 * The address under which it is registered.
 */
address: string, 
/**
 * No longer used.
 */
retired: boolean, };

export type TextRange = { 
/**
 * Characters before it.
 */
from: number, 
/**
 * Characters up to its end.
 */
to: number, };

export type ThisPc = { 
/**
 * The agent starts with the PC and reminds without a window; null until somebody was asked.
 */
agent: boolean | null, 
/**
 * Reminders come with a short sound.
 */
sound: boolean, 
/**
 * A reminder brings the window up by itself.
 */
raise: boolean, };

export type Till = { 
/**
 * Stable id, `till-1`.
 */
id: string, 
/**
 * What people call it; empty means "till 1" in the language of the screen.
 */
name: string, };

export type TimelineEvent = { id: string, at: string, actor: string, what: Happened, };

export type TimestampService = { host: string, 
/**
 * It has a root certificate of its own.
 */
own_root: boolean, 
/**
 * A stamp is wished for and has not come yet.
 */
waiting: boolean, 
/**
 * Tries of it so far.
 */
tries: number, 
/**
 * Why the last try failed; null when none did.
 */
trouble: Refusal | null, };

export type Today = { day: string, now: string, state: DayState, till: Till, tills: Array<Till>, shop: ShopBrief, 
/**
 * Nobody has set the shop up yet.
 */
first_run: boolean, 
/**
 * When the door opens; null on a closed day.
 */
opens_at: string | null, 
/**
 * When the check is due; null on a closed day.
 */
due_at: string | null, 
/**
 * The reminder that stands; null while it is not yet time, and when there is nothing to do any more.
 */
reminder: Standing | null, 
/**
 * Why this day differs from the week, as the owner noted it.
 */
day_note: string, 
/**
 * Minutes past the late time when it was finished.
 */
late_min: number, verdict: Verdict, headline: Headline, 
/**
 * Items without a mark.
 */
left: number, 
/**
 * Of them those that bear on the verdict.
 */
must_left: number, 
/**
 * The item to go on with: the first that bears on the verdict, else the first without a mark.
 */
next: string | null, sections: Array<Section>, started_at: string | null, finished_at: string | null, finished_by: string, finish_note: string, 
/**
 * Sales of which nobody knows yet whether they were charged, of all tills, oldest first.
 */
pending_sales: Array<SaleLine>, 
/**
 * Incidents that are not resolved, of all tills.
 */
open_incidents: number, 
/**
 * Cases that wait for the shop's answer, the most pressing first.
 */
open_disputes: Array<DisputeLine>, };

export type TodayItem = { item: string, kind: ItemKind, weight: Weight, lanes: Array<Lane>, cadence: Cadence, result: MarkResult | null, note: string, value: Value | null, attachments: Array<Attachment>, mark_id: string | null, at: string | null, actor: string, 
/**
 * Earlier marks of this day that this one stands over, those taken back included.
 */
amended: number, range?: Range, low_below?: number, target_fen?: Fen, tolerance_fen?: Fen, change_min_fen?: Fen, denominations_fen?: Array<number>, choices?: Array<string>, fallback?: string, fail_needs_note: boolean, warning: Reason | null, };

export type Told = { 
/**
 * The code as it is written.
 */
code: string, 
/**
 * What it means; empty when nobody knows.
 */
meaning: string, 
/**
 * Whose meaning that is.
 */
from: ToldFrom, 
/**
 * What to do; empty when nobody says.
 */
advice: string, 
/**
 * Whose advice that is.
 */
advice_from: ToldFrom, 
/**
 * Our own row, to stand beside the text that won. What may be charged again is always read from here.
 */
ours: ResponseCode | null, };

export type ToldFrom = "owner" | "acquirer" | "ours" | "nobody";

export type TryReminder = Record<symbol, never>;

export type UndoMarks = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * Ids of marks, as `Marked` gave them.
 */
marks: Array<string>, };

export type UnlinkDispute = { 
/**
 * Its id or number.
 */
dispute: string, 
/**
 * The link's key.
 */
key: string, 
/**
 * Why.
 */
why?: string, };

export type UploadFile = { 
/**
 * The file that is sent, of a blacked-out copy the copy; null for the report.
 */
file: string | null, 
/**
 * What it is called.
 */
called: string, 
/**
 * Its length as it is.
 */
bytes: number, 
/**
 * The set that it goes into, counted from one; null where it stays.
 */
set: number | null, 
/**
 * Made anew as a JPEG of at most so many bytes; null where it goes as it is, or stays.
 */
at_most: number | null, 
/**
 * Why it stays; null where it goes.
 */
why: LeftOutWhy | null, };

export type UploadForm = { 
/**
 * What it is asked for by.
 */
id: string, 
/**
 * Where the limits come from.
 */
source: string, 
/**
 * Nobody compared them with the scheme's own words yet.
 */
unverified: boolean, takes: Array<UploadKind>, 
/**
 * Most bytes of a file.
 */
file_bytes: number | null, 
/**
 * Most bytes of all files of a set.
 */
total_bytes: number | null, 
/**
 * Most files of a set.
 */
files: number | null, 
/**
 * Most pages of a set.
 */
pages: number | null, 
/**
 * Most pixels of a picture.
 */
pixels: number | null, name: UploadNames, 
/**
 * The name of the list of what was done.
 */
list: string, };

export type UploadForms = { 
/**
 * When they were last looked over.
 */
as_of: string, 
/**
 * In the order in which they are offered.
 */
profiles: Array<UploadForm>, };

export type UploadKind = "jpeg" | "png" | "pdf" | "picture" | "other";

export type UploadNames = { 
/**
 * Most characters, the ending included.
 */
longest: number, 
/**
 * Not even a dash, but for the dot before the ending.
 */
only_letters_and_digits: boolean, };

export type UploadPreview = { 
/**
 * The form.
 */
profile: string, 
/**
 * Every file that would be looked at, the report first.
 */
files: Array<UploadFile>, 
/**
 * How many times the form has to be answered.
 */
sets: number, 
/**
 * For each set but the last, what it has no more of.
 */
full: Array<SetFull>, 
/**
 * The name of the list of what was done.
 */
list: string, };

export type Value = number | string | CashCount;

export type Verdict = { 
/**
 * Cards.
 */
card?: LaneVerdict, 
/**
 * QR codes.
 */
qr?: LaneVerdict, 
/**
 * Notes and coins.
 */
cash?: LaneVerdict, };

export type Way = "printed" | "sent" | "read_out";

export type Weight = "blocking" | "degrading" | "advisory";

export type Work = { 
/**
 * UUID.
 */
id: string, 
/**
 * What kind.
 */
kind: WorkKind, 
/**
 * How it stands.
 */
state: WorkState, 
/**
 * What it is busy with, or was last.
 */
phase: WorkPhase, 
/**
 * Steps done in this phase: bytes, entries or pages.
 */
done: number, 
/**
 * Steps in all; null where nobody can know.
 */
total: number | null, 
/**
 * RFC 3339 UTC.
 */
began_at: string, 
/**
 * What came of it.
 */
result: WorkResult | null, 
/**
 * Why it was not done.
 */
refusal: Refusal | null, };

export type WorkKind = "check_pack" | "make_pack";

export type WorkPage = { 
/**
 * Null when there is none.
 */
work: Work | null, };

export type WorkPhase = "gathering" | "reading" | "checking" | "typesetting" | "writing" | "timestamping";

export type WorkResult = { "kind": "check_pack" } & CheckedPack | { "kind": "make_pack" } & MadePack;

export type WorkState = "running" | "stopping" | "done" | "refused" | "stopped";

/** Every command: what goes in, what comes out. */
export type Commands = {
  /** Today's opening of a till: verdict, sections, items. */
  show_today: { input: ShowToday; output: Today };
  /** Marks one item, or amends its mark. */
  mark_item: { input: MarkItem; output: Marked };
  /** Passes everything in a section that a person looked at. */
  confirm_section: { input: ConfirmSection; output: Marked };
  /** Takes marks back; they stay in sight. */
  undo_marks: { input: UndoMarks; output: Marked };
  /** Closes the opening with its verdict. */
  finish_opening: { input: FinishOpening; output: Today };
  /** Past openings, newest last. */
  list_history: { input: ListHistory; output: HistoryPage };
  /** One opening with every mark and amendment. */
  show_day: { input: ShowDay; output: Day };
  /** What became of each till's day, for a calendar. */
  show_calendar: { input: ShowCalendar; output: Calendar };
  /** What the days add up to: punctuality, failures, incidents, outages, the drawers. */
  show_figures: { input: DaysWish; output: Figures };
  /** Everything that people wrote, found by words, newest first. */
  search_records: { input: SearchRecords; output: FoundPage };
  /** The shop's settings. */
  show_shop: { input: ShowShop; output: Shop };
  /** Changes the shop's settings and publishes the checklist that fits them. */
  set_up_shop: { input: SetUpShop; output: Shop };
  /** The reminders of the next days, and everything that decides them. */
  show_reminders: { input: ShowReminders; output: Reminders };
  /** Changes how long before the door opens the check is due, when it is late, and how often it is repeated. */
  set_reminders: { input: SetReminders; output: Reminders };
  /** Plans single days as closed, open at other hours, or as usual. */
  plan_days: { input: PlanDays; output: Reminders };
  /** Asks for quiet for some minutes. */
  put_off_reminder: { input: PutOffReminder; output: PutOffUntil };
  /** Keeps how this one PC reminds: agent, sound, raising the window. */
  keep_this_pc: { input: KeepThisPc; output: ThisPc };
  /** Shows a reminder now, to see that it arrives. */
  try_reminder: { input: TryReminder; output: Done };
  /** The reminders that would fire between two days if nobody did anything. */
  plan_reminders: { input: PlanReminders; output: Array<DueReminder> };
  /** Who is told when the check is late, without the keys. */
  show_alerts: { input: ShowAlerts; output: Alerts };
  /** Changes after how many minutes the owner is told. */
  set_alerts: { input: SetAlerts; output: Alerts };
  /** Adds or replaces a way to tell the owner. */
  put_alert_channel: { input: PutAlertChannel; output: Alerts };
  /** Removes a way to tell the owner. */
  remove_alert_channel: { input: OneAlertChannel; output: Alerts };
  /** Sends the owner a message now, to see that it arrives. */
  try_alert: { input: OneAlertChannel; output: Done };
  /** The guide for a payment that failed, and whom to call. */
  show_first_aid: { input: ShowFirstAid; output: FirstAid };
  /** Finds a way into the guide by what the screen says, or by a response code. */
  find_first_aid: { input: FindFirstAid; output: Array<Found> };
  /** A response code: what it means, what is known about the money, what to do. */
  explain_code: { input: ExplainCode; output: CodeExplained };
  /** Writes down that a payment failed or something does not work, with everything that is known. */
  open_incident: { input: OpenIncident; output: IncidentPage };
  /** Takes a step of the guide; the incident's timeline follows. */
  take_step: { input: TakeStep; output: IncidentPage };
  /** Adds words, a call or files to an incident. */
  note_incident: { input: NoteIncident; output: IncidentPage };
  /** Writes what is known of an incident anew; what was written stays in sight. */
  amend_incident: { input: AmendIncident; output: IncidentPage };
  /** Says who sees to an incident, and by when. */
  assign_incident: { input: AssignIncident; output: IncidentPage };
  /** Says that an incident is over, how, and what shows it. */
  resolve_incident: { input: ResolveIncident; output: IncidentPage };
  /** Says that an incident is not over after all. */
  reopen_incident: { input: ReopenIncident; output: IncidentPage };
  /** One incident with everything that happened in it. */
  show_incident: { input: ShowIncident; output: IncidentPage };
  /** Incidents, newest first. */
  list_incidents: { input: ListIncidents; output: IncidentsPage };
  /** Sales of which nobody knows yet whether they were charged. */
  list_pending_sales: { input: ListPendingSales; output: Array<SaleLine> };
  /** Writes the numbers of such a sale down. */
  amend_sale: { input: AmendSale; output: IncidentPage };
  /** Says what became of such a sale, and what shows it. */
  settle_sale: { input: SettleSale; output: IncidentPage };
  /** Says that it is in doubt again. */
  reopen_sale: { input: ReopenSale; output: IncidentPage };
  /** Writes a slip down. */
  add_receipt: { input: AddReceipt; output: ReceiptPage };
  /** Writes a slip down anew; what was written stays in the ledger. */
  amend_receipt: { input: AmendReceipt; output: ReceiptPage };
  /** One receipt, and the pending sales that it may show. */
  show_receipt: { input: ShowReceipt; output: ReceiptPage };
  /** Receipts, newest first, by words, days and terminal. */
  list_receipts: { input: ListReceipts; output: ReceiptsPage };
  /** Opens a case: somebody asks for proof of a sale, and by when. */
  open_dispute: { input: OpenDispute; output: DisputePage };
  /** Writes what is known of a case anew; what was written stays in sight. */
  amend_dispute: { input: AmendDispute; output: DisputePage };
  /** Says what belongs to a case: receipts, incidents, sales, openings, files, or that a piece is not needed. */
  link_dispute: { input: LinkDispute; output: DisputePage };
  /** Says that something does not belong to a case after all. */
  unlink_dispute: { input: UnlinkDispute; output: DisputePage };
  /** Freezes what was sent as the answer to a case, and which way. */
  submit_dispute: { input: SubmitDispute; output: DisputePage };
  /** Says how a case ended. */
  close_dispute: { input: CloseDispute; output: DisputePage };
  /** Says that the shop has to answer once more. */
  reopen_dispute: { input: ReopenDispute; output: DisputePage };
  /** One case: what it asks for, what is missing, what belongs to it, what was sent. */
  show_dispute: { input: ShowDispute; output: DisputePage };
  /** Cases, newest first. */
  list_disputes: { input: ListDisputes; output: DisputesPage };
  /** What is known of a file: size, when a photo was taken, its blacked-out copies. */
  show_attachment: { input: ShowAttachment; output: AttachmentFacts };
  /** Makes a copy of a picture with parts blacked out; the original stays. */
  redact_attachment: { input: RedactAttachment; output: Attachment };
  /** Opens a one-time page through which a phone sends photos. */
  start_phone: { input: StartPhone; output: PhonePage };
  /** How far the phone is. */
  show_phone: { input: ShowPhone; output: PhonePage };
  /** Closes that page. */
  stop_phone: { input: StopPhone; output: PhonePage };
  /** Writes a day, a month, an incident, a case or a list into a file for somebody else. */
  make_report: { input: MakeReport; output: ReportMade };
  /** Providers, terminals, staff, and the shop's own texts for codes. */
  show_contacts: { input: ShowContacts; output: Contacts };
  /** Adds or replaces a contact card. */
  put_provider: { input: Provider; output: Contacts };
  /** Adds or replaces a terminal. */
  put_terminal: { input: Terminal; output: Contacts };
  /** Adds or replaces somebody who works here. */
  put_staff: { input: Staff; output: Contacts };
  /** Adds, replaces or takes away the shop's own text for a response code. */
  put_code_text: { input: OwnText; output: Contacts };
  /** The key that signs the records: its fingerprint, its copies, the keys before it. */
  show_keys: { input: ShowKeys; output: KeysPage };
  /** Writes a copy of the signing key under a passphrase, and reads it back. */
  back_up_key: { input: BackUpKey; output: KeyBackedUpTo };
  /** Puts the signing key back from its copy, or proves that the copy is good. */
  restore_key: { input: RestoreKey; output: KeysPage };
  /** Begins a new epoch under a new key: signed by the old one, or saying that it is lost. */
  rotate_key: { input: RotateKey; output: KeysPage };
  /** The newest checkpoint with its short code, the timestamp service, and every anchor. */
  show_anchors: { input: ShowAnchors; output: AnchorsPage };
  /** Switches a timestamp service on, over, or off. */
  set_timestamps: { input: SetTimestamps; output: AnchorsPage };
  /** Asks the timestamp service now, to see that it answers. */
  ask_timestamp: { input: AskTimestamp; output: AnchorsPage };
  /** Puts on record that the short code was printed, sent or read out. */
  note_anchor: { input: NoteAnchor; output: AnchorsPage };
  /** Which checkpoint has a short code that somebody reads out. */
  find_checkpoint: { input: FindCheckpoint; output: CheckpointFound };
  /** Begins to check a pack that somebody sent, from a path or from a file that was handed over. */
  start_verify: { input: StartVerify; output: WorkPage };
  /** The long work that is going on, how far it is, and what came of the last one. */
  show_work: { input: ShowWork; output: WorkPage };
  /** Stops the long work, or puts away what came of it. */
  stop_work: { input: StopWork; output: WorkPage };
  /** Removes a file that was handed over and is not needed any more. */
  drop_handed: { input: DropHanded; output: Done };
  /** What would leave the shop with a pack, or with the files for an upload form. */
  preview_pack: { input: PreviewPack; output: PackPreview };
  /** The upload forms of banks and wallets that files can be made for, with what each takes. */
  list_upload_forms: { input: ListUploadForms; output: UploadForms };
  /** Begins to make a pack; how far it is says show_work. */
  start_pack: { input: StartPack; output: WorkPage };
  /** Packs that were made, newest first. */
  list_packs: { input: ListPacks; output: Array<PackLine> };
  /** Where the window was left. */
  read_place: { input: ReadPlace; output: Place };
  /** Keeps where the window was left. */
  keep_place: { input: Place; output: Done };
  /** Examines database, ledger tree and every file. */
  check_folder: { input: CheckFolder; output: Fsck };
  /** Refills every table that is derived from the ledger. */
  rebuild_projections: { input: RebuildProjections; output: Rebuilt };
  /** Fills an empty folder with a believable shop, marked as demo in its first entry. */
  fill_demo: { input: FillDemo; output: Filled };
};
