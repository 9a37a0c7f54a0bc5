-- Where the window was left: screen, language, text size, drafts. Not part of the ledger, not replayed.
CREATE TABLE place (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    json TEXT    NOT NULL
) STRICT;
