-- Requests that carry an Idempotency-Key: the same one again gets the answer of the first.

CREATE TABLE idempotency (
  -- whose key it is: two tokens may use the same words
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  -- SHA-256 of method, path and body
  request TEXT NOT NULL,
  -- when it was last begun
  at INTEGER NOT NULL,
  -- null while it runs
  status INTEGER,
  answer TEXT,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;
-- No index by time: the nightly purge reads the few days there are, which is cheaper than a second row with every request.
