-- Incidents, pending sales, receipts, and what the shop calls and uses. All shadows of the ledger; `rebuild` empties
-- and refills them.

CREATE TABLE provider (
    id      TEXT    PRIMARY KEY,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    json    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE terminal (
    id      TEXT    PRIMARY KEY,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    json    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id      TEXT    PRIMARY KEY,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    json    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- The shop's own texts for response codes.
CREATE TABLE code_text (
    code     TEXT NOT NULL,
    origin   TEXT NOT NULL CHECK (origin IN ('owner', 'acquirer')),
    provider TEXT NOT NULL, -- empty when it holds for every terminal
    json     TEXT NOT NULL,
    PRIMARY KEY (code, origin, provider)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
    id          TEXT    PRIMARY KEY, -- of its first entry
    no          INTEGER NOT NULL UNIQUE CHECK (no > 0),
    day         TEXT    NOT NULL,    -- YYYY-MM-DD, business day on which it began
    till        TEXT    NOT NULL,
    terminal    TEXT    NOT NULL,    -- empty where it is not known
    fault       TEXT    NOT NULL,    -- what makes two incidents the same fault; empty where nothing does
    opened_at   TEXT    NOT NULL,    -- RFC 3339 UTC
    opened_by   TEXT    NOT NULL,
    details     TEXT    NOT NULL,    -- JSON
    state       TEXT    NOT NULL CHECK (state IN ('open', 'waiting', 'resolved')),
    owner       TEXT    NOT NULL,
    due         TEXT,                -- YYYY-MM-DD; NULL when no day was named
    resolved_at TEXT,                -- RFC 3339 UTC; NULL until it is
    resolution  TEXT,                -- JSON; NULL until it is
    CHECK ((state = 'resolved') = (resolved_at IS NOT NULL AND resolution IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_open ON incident (no) WHERE state <> 'resolved';
CREATE INDEX incident_resolved ON incident (resolved_at) WHERE state = 'resolved';
CREATE INDEX incident_day ON incident (day, no);
CREATE INDEX incident_fault ON incident (till, terminal, fault, day);

-- Everything that happened in an incident, in the order of its entries.
CREATE TABLE incident_event (
    incident TEXT    NOT NULL REFERENCES incident (id),
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    id       TEXT    NOT NULL, -- of its entry
    at       TEXT    NOT NULL, -- RFC 3339 UTC
    actor    TEXT    NOT NULL,
    kind     TEXT    NOT NULL, -- of its entry
    json     TEXT    NOT NULL,
    PRIMARY KEY (incident, epoch, seq)
) STRICT, WITHOUT ROWID;

-- Sales of which nobody knows whether the customer was charged.
CREATE TABLE pending_sale (
    id         TEXT PRIMARY KEY, -- of its first entry
    incident   TEXT NOT NULL,
    day        TEXT NOT NULL,    -- YYYY-MM-DD, business day
    till       TEXT NOT NULL,
    noted_at   TEXT NOT NULL,    -- RFC 3339 UTC
    noted_by   TEXT NOT NULL,
    json       TEXT NOT NULL,
    settled_at TEXT,             -- RFC 3339 UTC; NULL while it is pending
    settled_by TEXT NOT NULL,
    settled    TEXT,             -- JSON; NULL while it is pending
    CHECK ((settled IS NULL) = (settled_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX pending_sale_open ON pending_sale (day) WHERE settled IS NULL;
CREATE INDEX pending_sale_incident ON pending_sale (incident);

-- The mornings on which the shop was reminded of them.
CREATE TABLE follow_up (
    day   TEXT    PRIMARY KEY,
    at    TEXT    NOT NULL, -- RFC 3339 UTC
    sales INTEGER NOT NULL CHECK (sales > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    id         TEXT    PRIMARY KEY, -- of its first entry
    no         INTEGER NOT NULL UNIQUE CHECK (no > 0),
    day        TEXT    NOT NULL,    -- YYYY-MM-DD, business day of the slip
    at         TEXT    NOT NULL,    -- RFC 3339 UTC, as the slip says
    amount_fen INTEGER NOT NULL,
    terminal   TEXT    NOT NULL,
    trace      TEXT    NOT NULL,
    reference  TEXT    NOT NULL,
    last_four  TEXT    NOT NULL,
    words      TEXT    NOT NULL,    -- what of it can be searched by words, in lower case
    json       TEXT    NOT NULL,
    added_at   TEXT    NOT NULL,    -- RFC 3339 UTC
    added_by   TEXT    NOT NULL,
    amended    INTEGER NOT NULL CHECK (amended >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_at ON receipt (at, no);
CREATE INDEX receipt_reference ON receipt (reference) WHERE reference <> '';
CREATE INDEX receipt_trace ON receipt (trace) WHERE trace <> '';

-- Which way a file came, and of which it is a copy with parts blacked out.
ALTER TABLE attachment ADD COLUMN at TEXT NOT NULL DEFAULT '';     -- RFC 3339 UTC
ALTER TABLE attachment ADD COLUMN actor TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN source TEXT;
ALTER TABLE attachment ADD COLUMN redacts TEXT;

UPDATE attachment SET at = taken.at, actor = taken.actor
FROM (
    SELECT entry.json ->> '$.id' AS id, entry.json ->> '$.at' AS at, entry.json ->> '$.actor' AS actor
    FROM entry WHERE entry.json ->> '$.kind' = 'file_attached'
) AS taken
WHERE taken.id = attachment.id;

CREATE INDEX attachment_redacts ON attachment (redacts) WHERE redacts IS NOT NULL;
