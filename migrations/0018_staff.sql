-- Who works with Partyline by name, the links that sign them in, and tokens that end by themselves.
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  -- in small letters
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  -- sessions of an earlier one are over
  generation INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  disabled_at INTEGER,
  last_seen_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_links (
  -- SHA-256 of what stands in the link, hex
  hash TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL,
  email_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_links_by_staff ON sign_in_links (staff_id, created_at);

ALTER TABLE tokens ADD COLUMN expires_at INTEGER;
