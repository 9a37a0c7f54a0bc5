-- Search, files and drawers as looking back needs them. Shadows of the ledger; this step refills them, as `rebuild` does.

-- More texts are kept than before, and a mark that was marked anew says so: kinds are now also provider, terminal, staff
-- and code_text, and the part of a mark is its day, till and item.
DELETE FROM passage;
INSERT INTO passage_words (passage_words) VALUES ('delete-all');

-- Without the one count of the drawer: a morning may have several.
DROP TABLE morning;
CREATE TABLE morning (
    day      TEXT    NOT NULL, -- YYYY-MM-DD, business day
    till     TEXT    NOT NULL,
    worst    TEXT    NOT NULL CHECK (
        worst = 'ready' OR worst = 'workaround' OR worst = 'unknown' OR worst = 'not_ready' -- of its lanes
    ),
    late_min INTEGER NOT NULL CHECK (late_min >= 0),
    failed   TEXT    NOT NULL, -- ids of the items that failed, parted by spaces
    version  INTEGER NOT NULL, -- of its checklist
    PRIMARY KEY (day, till)
) STRICT, WITHOUT ROWID;

-- What was counted on a finished morning, by the marks that stand.
CREATE TABLE drawer (
    day     TEXT    NOT NULL, -- YYYY-MM-DD, business day
    till    TEXT    NOT NULL,
    item    TEXT    NOT NULL, -- that counted it
    version INTEGER NOT NULL, -- of the checklist that says what it should hold
    fen     INTEGER NOT NULL, -- what was counted
    PRIMARY KEY (day, till, item)
) STRICT, WITHOUT ROWID;

-- What each file belongs to, as far as that was not taken back.
CREATE TABLE belonging (
    file   TEXT    NOT NULL, -- the id of the attachment
    kind   TEXT    NOT NULL CHECK (kind = 'mark' OR kind = 'incident' OR kind = 'receipt' OR kind = 'dispute'),
    record TEXT    NOT NULL, -- the id of what to open for it
    part   TEXT    NOT NULL, -- of a case, as what it was linked; empty for its notice and for the other kinds
    epoch  INTEGER NOT NULL, -- of the entry that said so
    seq    INTEGER NOT NULL,
    day    TEXT    NOT NULL, -- YYYY-MM-DD, business day of a mark; empty for the other kinds
    till   TEXT    NOT NULL, -- of a mark; empty for the other kinds
    PRIMARY KEY (file, kind, record, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX belonging_record ON belonging (record);

-- The outages that reach into a span of time, by their end.
ALTER TABLE incident ADD COLUMN cause TEXT NOT NULL DEFAULT ''; -- empty where it is not known
UPDATE incident SET cause = coalesce(details ->> '$.cause', '');
CREATE INDEX incident_outage ON incident (max(coalesce(resolved_at, '~'), opened_at), opened_at, resolved_at, till)
WHERE cause = 'network';

-- The days of one till.
CREATE INDEX opening_till ON opening (till, day);
CREATE INDEX settled_till ON settled (till, day);
