-- Names and mobile numbers abroad have one normal form since this schema. The hashes of earlier jobs
-- are made anew at the next opening, by what is kept of them in the clear (`journal/reform.rs`), which
-- then raises `key_form`; `former_keys` is 1 where jobs are left whose clear text was erased.
INSERT INTO meta (key, value) VALUES ('key_form', 1), ('former_keys', 0);
