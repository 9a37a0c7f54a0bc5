// Made by `make generate` from the command table. Changes here are lost.

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
sha256: string, };

export type Cadence = "daily" | "weekly" | "monthly" | { "days": number };

export type CashCount = { 
/**
 * The sum.
 */
total_fen: Fen, 
/**
 * Pieces by denomination in fen, when they were counted one by one; `None` for a bare total.
 */
counts: Record<string, number> | null, };

export type CheckFolder = Record<symbol, never>;

export type ClockTime = string;

export type ConfirmSection = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * The section's id.
 */
section: string, };

export type Day = { day: string, till: Till, state: OpeningState, verdict: Verdict, headline: Headline, sections: Array<DaySection>, finish: DayFinish | null, };

export type DayFinish = { at: string, actor: string, note: string, };

export type DayItem = { item: string, kind: ItemKind, marks: Array<DayMark>, };

export type DayMark = { mark_id: string, result: MarkResult, value: Value | null, note: string, attachments: Array<Attachment>, at: string, actor: string, withdrawn: boolean, };

export type DaySection = { id: string, items: Array<DayItem>, };

export type Defect = { 
/**
 * `database_damaged`, `entry_altered`, `entry_missing`, `node_altered`, `checkpoint_mismatch`,
 * `projection_differs`, `blob_missing` or `blob_altered`.
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

export type Done = Record<symbol, never>;

export type Fen = number;

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

export type FinishOpening = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * Needed when items are left that bear on the verdict.
 */
note?: string, };

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

export type HistoryDay = { day: string, till: Till, state: OpeningState, verdict: Verdict, headline: Headline, 
/**
 * Items marked as failed.
 */
failures: number, failed_items: Array<string>, finished_at: string | null, finished_by: string, note: string, };

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

export type ItemKind = "check" | "number" | "text" | "choice" | "photo" | "cash" | "probe";

export type Lane = "card" | "qr" | "cash";

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
limit?: number, };

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

export type OpeningState = "due" | "in_progress" | "finished";

export type Place = { 
/**
 * Null when nothing was kept yet.
 */
place: unknown, };

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
amount_fen: Fen | null, };

export type ReasonCode = "item_failed" | "item_left" | "fallback_stands" | "cash_off_target" | "change_short" | "value_low" | "choice_weak" | "nothing_checked";

export type RebuildProjections = Record<symbol, never>;

export type Rebuilt = { 
/**
 * Entries read.
 */
entries: number, };

export type Refusal = { 
/**
 * Stable: `value_out_of_range`.
 */
code: string, 
/**
 * What its message needs.
 */
params: Record<string, string | number>, };

export type Section = { id: string, done: number, failed: number, items: Array<TodayItem>, };

export type SetUpShop = { name: string, lanes: Array<Lane>, 
/**
 * From Monday to Sunday; null on closed days.
 */
opens: (Hours | null)[], 
/**
 * IANA name.
 */
zone?: string, 
/**
 * `HH:MM`.
 */
cut_off?: string, tills?: Array<Till>, float?: Float, };

export type Shop = { name: string, zone: string, cut_off: ClockTime, lanes: Array<Lane>, opens: Array<Hours | null>, tills: Array<Till>, float: Float, demo: boolean, by_default: boolean, };

export type ShopBrief = { name: string, zone: string, lanes: Array<Lane>, demo: boolean, };

export type ShowDay = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * The business day.
 */
day: string, };

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

export type Till = { 
/**
 * Stable id, `till-1`.
 */
id: string, 
/**
 * What people call it; empty means "till 1" in the language of the screen.
 */
name: string, };

export type Today = { day: string, now: string, state: OpeningState, till: Till, tills: Array<Till>, shop: ShopBrief, 
/**
 * Nobody has set the shop up yet.
 */
first_run: boolean, 
/**
 * When the door opens today; null on a closed day.
 */
opens_at: string | null, verdict: Verdict, headline: Headline, 
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
next: string | null, sections: Array<Section>, started_at: string | null, finished_at: string | null, finished_by: string, finish_note: string, };

export type TodayItem = { item: string, kind: ItemKind, weight: Weight, lanes: Array<Lane>, cadence: Cadence, result: MarkResult | null, note: string, value: Value | null, attachments: Array<Attachment>, mark_id: string | null, at: string | null, actor: string, 
/**
 * Earlier marks of this day that this one stands over, those taken back included.
 */
amended: number, range?: Range, low_below?: number, target_fen?: Fen, tolerance_fen?: Fen, change_min_fen?: Fen, denominations_fen?: Array<number>, choices?: Array<string>, fallback?: string, fail_needs_note: boolean, warning: Reason | null, };

export type UndoMarks = { 
/**
 * The first till when left out.
 */
till?: string, 
/**
 * Ids of marks, as `Marked` gave them.
 */
marks: Array<string>, };

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

export type Weight = "blocking" | "degrading" | "advisory";

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
  /** The shop's settings. */
  show_shop: { input: ShowShop; output: Shop };
  /** Changes the shop's settings and publishes the checklist that fits them. */
  set_up_shop: { input: SetUpShop; output: Shop };
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
