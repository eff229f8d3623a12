-- Who is meant, and what is said: segments (a filter, or a list kept by hand) and message templates.

CREATE TABLE segments (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- filter: whoever it holds for at the moment; list: whoever was put on it
  kind TEXT NOT NULL,
  -- null for a list
  filter TEXT,
  -- an edit names the revision it was made from
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;
-- one segment of a name, so that people know which one they mean
CREATE UNIQUE INDEX segments_by_name ON segments (name COLLATE NOCASE) WHERE archived_at IS NULL;

-- who is on a list
CREATE TABLE segment_members (
  segment_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  -- such as api, segment:<id>, import:<id>
  source TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (segment_id, contact_id)
) STRICT, WITHOUT ROWID;
-- the lists a contact is on: segments ask it of everyone, merging and erasing of one
CREATE INDEX segment_members_by_contact ON segment_members (contact_id);

CREATE TABLE templates (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;
