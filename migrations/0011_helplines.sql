-- Volunteer groups, their people and their rotas.
CREATE TABLE helplines (
  id TEXT PRIMARY KEY,
  -- E.164; archived ones let it go
  number TEXT UNIQUE,
  config TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE volunteers (
  id TEXT PRIMARY KEY,
  config TEXT NOT NULL,
  -- of the phone in config; their Contact object knows whether they are on a call
  address_id TEXT,
  -- a telephone that failed is not rung until then
  quarantined_until INTEGER,
  quarantine_reason TEXT,
  quarantine_lifted_at INTEGER,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
-- who is behind an address: lease, relay and answers to reminders come by it
CREATE UNIQUE INDEX volunteers_by_address ON volunteers (address_id) WHERE address_id IS NOT NULL AND removed_at IS NULL;

CREATE TABLE memberships (
  helpline_id TEXT NOT NULL,
  volunteer_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (helpline_id, volunteer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_volunteer ON memberships (volunteer_id);

CREATE TABLE shifts (
  helpline_id TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (helpline_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE overrides (
  helpline_id TEXT NOT NULL,
  -- the date it is about, so that a call reads those of three days only
  date TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (helpline_id, date, id)
) STRICT, WITHOUT ROWID;

-- Callers a group does not take.
CREATE TABLE blocks (
  helpline_id TEXT NOT NULL,
  address_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (helpline_id, address_id)
) STRICT, WITHOUT ROWID;
