-- Feeds of shifts, of a group or of one volunteer: their addresses are derived from these numbers and IDENTITY_KEY.
CREATE TABLE calendars (
  -- helpline or volunteer
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- raised to make every address given out so far worthless
  generation INTEGER NOT NULL,
  -- there is no address until another one is made
  revoked_at INTEGER,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
