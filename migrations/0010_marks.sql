-- Marks are most of a ledger, and were checked against a list. For a list of three SQLite makes a table of its own with
-- every row that it checks; alternatives cost nothing. The tables are otherwise as they were.

CREATE TABLE mark_checked (
    till        TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    seq         INTEGER NOT NULL, -- of its entry: the order of marks
    epoch       INTEGER NOT NULL,
    id          TEXT    NOT NULL, -- of its entry
    item        TEXT    NOT NULL,
    result      TEXT    NOT NULL CHECK (result = 'pass' OR result = 'fail' OR result = 'na'),
    value       TEXT,             -- JSON; NULL where nothing was entered
    note        TEXT    NOT NULL,
    attachments TEXT    NOT NULL, -- JSON: ids
    at          TEXT    NOT NULL, -- RFC 3339 UTC
    actor       TEXT    NOT NULL,
    withdrawn   INTEGER NOT NULL CHECK (withdrawn = 0 OR withdrawn = 1),
    PRIMARY KEY (till, day, epoch, seq),
    FOREIGN KEY (day, till) REFERENCES opening (day, till)
) STRICT, WITHOUT ROWID;

INSERT INTO mark_checked SELECT * FROM mark;
DROP TABLE mark;
ALTER TABLE mark_checked RENAME TO mark;

CREATE TABLE standing_checked (
    till   TEXT NOT NULL,
    item   TEXT NOT NULL,
    day    TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result = 'pass' OR result = 'fail' OR result = 'na'),
    PRIMARY KEY (till, item, day)
) STRICT, WITHOUT ROWID;

INSERT INTO standing_checked SELECT * FROM standing;
DROP TABLE standing;
ALTER TABLE standing_checked RENAME TO standing;
