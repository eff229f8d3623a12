-- whose conversation it is: one row per person and line that somebody of the staff has
CREATE TABLE assignments (
  address_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  assignee TEXT NOT NULL,
  assigned_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (address_id, line_id)
) STRICT, WITHOUT ROWID;

-- conversations that the staff have: the inbox
CREATE INDEX runs_with_person ON runs (id) WHERE phase = 'with-person';

-- somebody saw to a message that did not arrive
ALTER TABLE messages ADD COLUMN seen_at INTEGER;
-- those that nobody saw to yet; what arrives costs nothing here
CREATE INDEX messages_in_trouble ON messages (id) WHERE status IN ('unknown', 'failed', 'undelivered') AND seen_at IS NULL;
