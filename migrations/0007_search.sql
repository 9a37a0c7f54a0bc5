-- Search and the calendar: what people wrote, passage by passage, and one short row for each finished opening. Shadows
-- of the ledger; `rebuild` empties and refills them.

-- One text that somebody wrote, in one entry. An amended text stays beside the new one.
CREATE TABLE passage (
    id       INTEGER PRIMARY KEY, -- the day's number times 2^20, and the place within it: the order of days
    kind     TEXT    NOT NULL,    -- mark, finish, day_note, incident, incident_note, sale, receipt, dispute,
                                  -- dispute_note, file
    record   TEXT    NOT NULL,    -- the id of what to open for it; of a mark its own
    part     TEXT    NOT NULL,    -- what of it a later text of the same part replaces; empty where nothing does
    day      TEXT    NOT NULL,    -- YYYY-MM-DD, business day
    till     TEXT    NOT NULL,    -- empty where it belongs to none
    at       TEXT    NOT NULL,    -- RFC 3339 UTC of its entry
    actor    TEXT    NOT NULL,
    about    TEXT    NOT NULL,    -- i:item, c:code, s:symptom, parted by spaces
    text     TEXT    NOT NULL,
    replaced INTEGER NOT NULL CHECK (replaced IN (0, 1)) -- it was written anew or taken back since
) STRICT;

CREATE INDEX passage_part ON passage (part) WHERE part <> '';

-- The tokens of each passage, made by `core::search`, so that the tokenizer has nothing to decide.
CREATE VIRTUAL TABLE passage_words USING fts5 (
    tokens, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars ':-_'"
);

-- What the calendar and the figures need of a finished opening, without reading all of it.
CREATE TABLE morning (
    day       TEXT    NOT NULL, -- YYYY-MM-DD, business day
    till      TEXT    NOT NULL,
    worst     TEXT    NOT NULL CHECK (worst IN ('ready', 'workaround', 'unknown', 'not_ready')), -- of its lanes
    late_min  INTEGER NOT NULL CHECK (late_min >= 0),
    failed    TEXT    NOT NULL, -- ids of the items that failed, parted by spaces
    version   INTEGER NOT NULL, -- of its checklist
    cash_item TEXT,             -- the item that counted the drawer; NULL when nobody did
    cash_fen  INTEGER,          -- what was counted
    PRIMARY KEY (day, till),
    CHECK ((cash_item IS NULL) = (cash_fen IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX opening_unfinished ON opening (day, till) WHERE finished_at IS NULL;
CREATE INDEX receipt_day ON receipt (day, at);
