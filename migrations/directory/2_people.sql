-- People who were looked up by a key, one by one: who was found, and when. What a pull of all employees
-- holds stands in entries.
CREATE TABLE IF NOT EXISTS looked_up (
    -- The number, e-mail address, mobile or name that was asked, in its normal form.
    key TEXT PRIMARY KEY,
    looked_at TEXT NOT NULL,
    -- A JSON list of those who were found, each an object; empty where it was nobody.
    found TEXT NOT NULL
) STRICT, WITHOUT ROWID;
