-- Shadows of the ledger for the opening. `rebuild` empties and refills all of them.

-- The shop's settings as last set up. One row.
CREATE TABLE shop (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    json TEXT    NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE checklist (
    version INTEGER PRIMARY KEY,
    items   TEXT    NOT NULL -- JSON
) STRICT;

CREATE TABLE opening (
    day               TEXT    NOT NULL, -- YYYY-MM-DD, business day
    till              TEXT    NOT NULL,
    checklist_version INTEGER NOT NULL REFERENCES checklist (version),
    due               TEXT    NOT NULL, -- JSON: ids of the items due
    started_at        TEXT    NOT NULL, -- RFC 3339 UTC
    finished_at       TEXT,             -- NULL while it is in progress
    finished_by       TEXT    NOT NULL DEFAULT '',
    note              TEXT    NOT NULL DEFAULT '',
    outcome           TEXT,             -- JSON; NULL while it is in progress
    PRIMARY KEY (day, till),
    CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

-- Every mark ever made, amendments and those taken back included.
CREATE TABLE mark (
    till        TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    seq         INTEGER NOT NULL, -- of its entry: the order of marks
    epoch       INTEGER NOT NULL,
    id          TEXT    NOT NULL, -- of its entry
    item        TEXT    NOT NULL,
    result      TEXT    NOT NULL CHECK (result IN ('pass', 'fail', 'na')),
    value       TEXT,             -- JSON; NULL where nothing was entered
    note        TEXT    NOT NULL,
    attachments TEXT    NOT NULL, -- JSON: ids
    at          TEXT    NOT NULL, -- RFC 3339 UTC
    actor       TEXT    NOT NULL,
    withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    PRIMARY KEY (till, day, epoch, seq),
    FOREIGN KEY (day, till) REFERENCES opening (day, till)
) STRICT, WITHOUT ROWID;

-- The result that counts, per till, item and day: what is due next is read from its last row.
CREATE TABLE standing (
    till   TEXT NOT NULL,
    item   TEXT NOT NULL,
    day    TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('pass', 'fail', 'na')),
    PRIMARY KEY (till, item, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    id     TEXT    PRIMARY KEY, -- of its entry
    sha256 TEXT    NOT NULL CHECK (length(sha256) = 64),
    name   TEXT    NOT NULL,
    bytes  INTEGER NOT NULL CHECK (bytes > 0),
    mime   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
