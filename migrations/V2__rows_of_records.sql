-- A record can be made of several rows (rows below its own, rows of another sheet), and rows that
-- are no records are passed over: both sides of the sum of rows need the numbers.

ALTER TABLE records ADD COLUMN rows INTEGER NOT NULL DEFAULT 1;
ALTER TABLE inputs ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
