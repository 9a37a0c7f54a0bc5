-- Copies of the signing key that somebody made, and what ties the ledger to something outside the owner's hands.
-- All of it are shadows of the ledger; `rebuild` empties and refills them.

CREATE TABLE key_backup (
    epoch      INTEGER NOT NULL, -- of the entry
    seq        INTEGER NOT NULL, -- of the entry
    public_key TEXT    NOT NULL, -- of the key, 64 hex digits
    at         TEXT    NOT NULL, -- RFC 3339 UTC
    actor      TEXT    NOT NULL,
    PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

-- An anchor says that a checkpoint was outside the owner's hands at some time.
CREATE TABLE anchor (
    epoch         INTEGER NOT NULL, -- of the entry
    seq           INTEGER NOT NULL, -- of the entry
    id            TEXT    NOT NULL UNIQUE,
    covered_epoch INTEGER NOT NULL,
    covered_size  INTEGER NOT NULL CHECK (covered_size > 0),
    kind          TEXT    NOT NULL CHECK (kind IN ('stamped', 'printed', 'sent', 'read_out')),
    at            TEXT    NOT NULL, -- RFC 3339 UTC: a token's own time, else when it was noted
    told          TEXT    NOT NULL, -- who stamped it, or who got it
    actor         TEXT    NOT NULL,
    PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX anchor_of ON anchor (covered_epoch, covered_size);

-- What is in the ledger already.
INSERT INTO key_backup (epoch, seq, public_key, at, actor)
SELECT epoch, seq, json ->> '$.body.public_key', json ->> '$.at', json ->> '$.actor'
FROM entry
WHERE json ->> '$.kind' = 'key_backed_up';

INSERT INTO anchor (epoch, seq, id, covered_epoch, covered_size, kind, at, told, actor)
SELECT epoch, seq, json ->> '$.id', json ->> '$.body.epoch', json ->> '$.body.size',
    coalesce(json ->> '$.body.way', 'stamped'),
    coalesce(json ->> '$.body.stamped_at', json ->> '$.at'),
    coalesce(json ->> '$.body.authority', json ->> '$.body.to', ''),
    json ->> '$.actor'
FROM entry
WHERE json ->> '$.kind' IN ('anchor_given', 'anchor_stamped');
