-- A record may name another whose ID nobody knows before it is made: it is held until then, and the ID
-- stands in its body from then on. Where the other is not made, it is blocked.
INSERT INTO job_states VALUES ('held'), ('blocked');
INSERT INTO outcomes VALUES ('held'), ('freed'), ('blocked');

-- What a record still waits for: a key of the other, as job_keys has it, and what names it in the body.
CREATE TABLE needs (
    run    INTEGER NOT NULL REFERENCES runs (id),
    record INTEGER NOT NULL,
    hash   BLOB NOT NULL,
    kind   TEXT NOT NULL REFERENCES key_kinds (word),
    owner  TEXT NOT NULL,
    PRIMARY KEY (run, record, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX needs_by_hash ON needs (hash);
