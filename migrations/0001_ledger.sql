-- The ledger: the truth. Every other table but `place` is its shadow and can be replayed from it.

-- Who writes here. One row.
CREATE TABLE device (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    shop   TEXT    NOT NULL, -- UUID
    device TEXT    NOT NULL, -- UUID
    epoch  INTEGER NOT NULL CHECK (epoch >= 0) -- a restored folder starts a new one
) STRICT;

-- One fact a row, as RFC 8785 JSON; `seq` starts at 0 in each epoch and has no holes.
CREATE TABLE entry (
    epoch INTEGER NOT NULL,
    seq   INTEGER NOT NULL CHECK (seq >= 0),
    json  TEXT    NOT NULL,
    PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

-- Complete nodes of the RFC 6962 tree over the entries of one epoch; level 0 holds the leaves.
CREATE TABLE node (
    epoch INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 63),
    place INTEGER NOT NULL CHECK (place >= 0), -- from the left, within its level
    hash  BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (epoch, level, place)
) STRICT, WITHOUT ROWID;

-- C2SP tlog-checkpoints, signed by the device's key.
CREATE TABLE checkpoint (
    epoch INTEGER NOT NULL,
    size  INTEGER NOT NULL CHECK (size > 0), -- entries it covers
    note  TEXT    NOT NULL,
    PRIMARY KEY (epoch, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'a written entry stays'); END;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'a written entry stays'); END;
CREATE TRIGGER node_stays BEFORE UPDATE ON node BEGIN SELECT RAISE(ABORT, 'a written node stays'); END;
CREATE TRIGGER node_never_goes BEFORE DELETE ON node BEGIN SELECT RAISE(ABORT, 'a written node stays'); END;
CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'a signed checkpoint stays'); END;
CREATE TRIGGER checkpoint_never_goes BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'a signed checkpoint stays'); END;
