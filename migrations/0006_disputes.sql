-- Cases in which the shop is asked to prove a sale. All shadows of the ledger; `rebuild` empties and refills them.

CREATE TABLE dispute (
    id         TEXT    PRIMARY KEY, -- of its first entry
    no         INTEGER NOT NULL UNIQUE CHECK (no > 0),
    kind       TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('open', 'submitted', 'won', 'lost', 'withdrawn')),
    notice_on  TEXT    NOT NULL,    -- YYYY-MM-DD
    reply_by   TEXT,                -- YYYY-MM-DD; NULL where the notice names no day
    words      TEXT    NOT NULL,    -- what of it can be searched by words, in lower case
    opened_at  TEXT    NOT NULL,    -- RFC 3339 UTC
    opened_by  TEXT    NOT NULL,
    details    TEXT    NOT NULL,    -- JSON
    notice     TEXT    NOT NULL,    -- JSON: ids of attachments
    submission TEXT,                -- JSON; NULL until an answer was sent, and again once it is reopened
    ending     TEXT,                -- JSON; NULL until it is over
    CHECK ((state IN ('won', 'lost', 'withdrawn')) = (ending IS NOT NULL)),
    CHECK (state <> 'submitted' OR submission IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX dispute_open ON dispute (reply_by, no) WHERE state = 'open';
CREATE INDEX dispute_notice ON dispute (notice_on, no);

-- What belongs to a case now; what was taken off stands in its events.
CREATE TABLE dispute_link (
    dispute TEXT    NOT NULL REFERENCES dispute (id),
    key     TEXT    NOT NULL, -- what makes two links the same
    epoch   INTEGER NOT NULL, -- of its entry
    seq     INTEGER NOT NULL,
    at      TEXT    NOT NULL, -- RFC 3339 UTC
    actor   TEXT    NOT NULL,
    json    TEXT    NOT NULL,
    PRIMARY KEY (dispute, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX dispute_link_key ON dispute_link (key);

-- Everything that happened in a case, in the order of its entries.
CREATE TABLE dispute_event (
    dispute TEXT    NOT NULL REFERENCES dispute (id),
    epoch   INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    id      TEXT    NOT NULL, -- of its entry
    at      TEXT    NOT NULL, -- RFC 3339 UTC
    actor   TEXT    NOT NULL,
    kind    TEXT    NOT NULL, -- of its entry
    json    TEXT    NOT NULL,
    PRIMARY KEY (dispute, epoch, seq)
) STRICT, WITHOUT ROWID;

-- The mornings on which the shop was reminded of answers that are due.
CREATE TABLE reply_reminder (
    day     TEXT    PRIMARY KEY,
    at      TEXT    NOT NULL, -- RFC 3339 UTC
    cases   INTEGER NOT NULL CHECK (cases > 0),
    overdue INTEGER NOT NULL CHECK (overdue BETWEEN 0 AND cases)
) STRICT, WITHOUT ROWID;

-- By which a case finds the sale that it is about.
CREATE INDEX receipt_amount ON receipt (amount_fen, day);
CREATE INDEX pending_sale_day ON pending_sale (day);
