-- Reminders: what the owner planned, what fired, and what became of days that ended without a finished opening.
-- The first part are shadows of the ledger; `rebuild` empties and refills them.

-- Minutes past the late time of that day's plan; 0 when it was finished in time.
ALTER TABLE opening ADD COLUMN late_min INTEGER NOT NULL DEFAULT 0 CHECK (late_min >= 0);

-- Since when a till is there and set up by a person; nothing before it is expected of anybody.
CREATE TABLE till_since (
    till TEXT PRIMARY KEY,
    at   TEXT NOT NULL -- RFC 3339 UTC
) STRICT, WITHOUT ROWID;

INSERT INTO till_since (till, at)
SELECT till.value ->> '$.id', min(entry.json ->> '$.at')
FROM entry, json_each(entry.json, '$.body.tills') AS till
WHERE entry.json ->> '$.kind' = 'shop_set_up' AND NOT entry.json ->> '$.body.by_default'
GROUP BY 1;

-- How the owner wants to be reminded. At most one row.
CREATE TABLE reminder_rules (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    json TEXT    NOT NULL
) STRICT;

-- Days that differ from the week.
CREATE TABLE planned_day (
    day  TEXT PRIMARY KEY, -- YYYY-MM-DD, business day
    plan TEXT NOT NULL,    -- JSON
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder (
    day        TEXT    NOT NULL,
    till       TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('due', 'late', 'nag')),
    n          INTEGER NOT NULL CHECK (n >= 0), -- 0 for due and late; repetitions count from 1
    planned_at TEXT    NOT NULL,                -- RFC 3339 UTC
    fired_at   TEXT    NOT NULL,                -- RFC 3339 UTC
    PRIMARY KEY (day, till, kind, n)
) STRICT, WITHOUT ROWID;

-- The last "in ten minutes" of a day.
CREATE TABLE put_off (
    day      TEXT PRIMARY KEY,
    asked_at TEXT NOT NULL, -- RFC 3339 UTC
    until_at TEXT NOT NULL  -- RFC 3339 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE settled (
    day      TEXT    NOT NULL,
    till     TEXT    NOT NULL,
    state    TEXT    NOT NULL CHECK (state IN ('missed', 'closed', 'pc_off')),
    reminded INTEGER NOT NULL CHECK (reminded >= 0),
    at       TEXT    NOT NULL, -- RFC 3339 UTC
    PRIMARY KEY (day, till)
) STRICT, WITHOUT ROWID;

CREATE TABLE owner_told (
    day     TEXT NOT NULL,
    at      TEXT NOT NULL, -- RFC 3339 UTC
    channel TEXT NOT NULL,
    PRIMARY KEY (day, at, channel)
) STRICT, WITHOUT ROWID;

-- The PC's clock was set while the program ran.
CREATE TABLE clock_jump (
    day     TEXT NOT NULL,
    at      TEXT NOT NULL, -- RFC 3339 UTC, by the clock as it was set
    from_at TEXT NOT NULL, -- RFC 3339 UTC: what it would have shown
    PRIMARY KEY (day, at)
) STRICT, WITHOUT ROWID;

-- The rest belongs to this PC and not to the ledger; it is not replayed.

-- From when to when the duty loop ran, kept up every few minutes.
CREATE TABLE ran (
    from_at TEXT PRIMARY KEY, -- RFC 3339 UTC
    to_at   TEXT NOT NULL     -- RFC 3339 UTC
) STRICT, WITHOUT ROWID;

CREATE INDEX ran_to ON ran (to_at);

-- What is still to be shown or sent.
CREATE TABLE outbox (
    id      TEXT    PRIMARY KEY, -- UUID
    channel TEXT    NOT NULL,    -- `toast`, or the id of one of the owner's channels
    topic   TEXT    NOT NULL,    -- what it is about; one message a channel and topic
    json    TEXT    NOT NULL,
    tries   INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_at TEXT    NOT NULL,    -- RFC 3339 UTC
    trouble TEXT,                -- JSON: why the last try failed
    UNIQUE (channel, topic)
) STRICT, WITHOUT ROWID;

-- The owner's wishes for this one PC. One row.
CREATE TABLE this_pc (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    json TEXT    NOT NULL
) STRICT;
