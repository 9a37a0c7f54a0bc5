-- Packs that were made: what left the shop's records, and when. A shadow of the ledger; `rebuild` empties and refills it.

CREATE TABLE pack (
    epoch   INTEGER NOT NULL, -- of its entry
    seq     INTEGER NOT NULL,
    id      TEXT    NOT NULL UNIQUE,
    at      TEXT    NOT NULL, -- RFC 3339 UTC
    actor   TEXT    NOT NULL,
    subject TEXT    NOT NULL, -- id of the incident or case; empty for a range of days
    json    TEXT    NOT NULL,
    PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX pack_subject ON pack (subject, epoch, seq) WHERE subject <> '';
