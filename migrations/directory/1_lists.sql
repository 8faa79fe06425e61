-- What a tenant holds, list by list, as it was read last: a file of its own, which can be read anew at any
-- time, so that a later schema takes its place and nothing is migrated.

-- Whose it is: base_url, app_id, user_id_type, department_id_type; begun_at while it is being read.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The lists, by name. One that was never read has no pulled_at. One that could not be read the last time says
-- why, and holds what was read before.
CREATE TABLE lists (
    word TEXT PRIMARY KEY,
    pulled_at TEXT,
    without_id INTEGER NOT NULL DEFAULT 0,
    unread_at TEXT,
    unread_code TEXT,
    unread_args TEXT,
    added INTEGER NOT NULL DEFAULT 0,
    renamed INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    deactivated INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Their entries, in the order in which they were read. Several codes, names or IDs stand beside each other
-- with U+001F between them; extra is a JSON object.
CREATE TABLE entries (
    list TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    codes TEXT NOT NULL,
    names TEXT NOT NULL,
    parent TEXT,
    within TEXT NOT NULL,
    active INTEGER NOT NULL,
    extra TEXT NOT NULL,
    PRIMARY KEY (list, place),
    UNIQUE (list, id)
) STRICT, WITHOUT ROWID;

-- When requests were answered, in milliseconds since 1970: the next pull keeps the pace of the last.
CREATE TABLE calls (
    endpoint TEXT NOT NULL,
    answered_at INTEGER NOT NULL
) STRICT;
