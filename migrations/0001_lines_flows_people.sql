-- Configuration, people, and the record of everything that was said. Times are epoch milliseconds, ids UUIDs, JSON is text.
-- WITHOUT ROWID: one row written per insert instead of two. Every index names the query it serves.

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  config TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;
-- which line a webhook came to; one line per address
CREATE UNIQUE INDEX lines_by_address ON lines (channel, address) WHERE archived_at IS NULL;

CREATE TABLE flows (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  draft TEXT NOT NULL,
  revision INTEGER NOT NULL,
  published_version_id TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE flow_versions (
  id TEXT PRIMARY KEY,
  flow_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  document TEXT NOT NULL,
  quick_replies TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- the versions of a flow, newest first
CREATE UNIQUE INDEX flow_versions_by_flow ON flow_versions (flow_id, number);

CREATE TABLE triggers (
  id TEXT PRIMARY KEY,
  line_id TEXT NOT NULL,
  -- normalised; empty for the catch-all
  keyword TEXT NOT NULL,
  flow_id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- what a first word starts on a line
CREATE UNIQUE INDEX triggers_by_keyword ON triggers (line_id, keyword);

CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  name TEXT,
  name_changed_at INTEGER NOT NULL DEFAULT 0,
  language TEXT,
  language_changed_at INTEGER NOT NULL DEFAULT 0,
  zone TEXT,
  zone_changed_at INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  merged_into TEXT,
  erased_at INTEGER
) STRICT, WITHOUT ROWID;
-- the list of contacts, newest first
CREATE INDEX contacts_by_created ON contacts (created_at, id);

CREATE TABLE addresses (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- null once erased
  value TEXT,
  opted_out_at INTEGER,
  opted_in_at INTEGER,
  last_heard_at INTEGER,
  -- when its object wants to wake: the sweep for lost alarms and the demo's jump in time scan it
  due_at INTEGER,
  due_changed_at INTEGER NOT NULL DEFAULT 0,
  erased_at INTEGER
) STRICT, WITHOUT ROWID;
-- the addresses of a contact
CREATE INDEX addresses_by_contact ON addresses (contact_id);

CREATE TABLE attributes (
  contact_id TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (contact_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
  contact_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  -- a tag taken off stays as 0, so that an older "put on" cannot bring it back
  present INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (contact_id, tag)
) STRICT, WITHOUT ROWID;
-- who has a tag
CREATE INDEX tags_by_tag ON tags (tag, contact_id) WHERE present = 1;

CREATE TABLE categories (
  contact_id TEXT NOT NULL,
  funnel TEXT NOT NULL,
  category TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (contact_id, funnel)
) STRICT, WITHOUT ROWID;

-- what people decided, in their exact words; never changed, only added to
CREATE TABLE consents (
  address_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  words TEXT NOT NULL,
  line_id TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (address_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  flow_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  address_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  source TEXT NOT NULL,
  phase TEXT NOT NULL,
  node TEXT,
  turn INTEGER NOT NULL,
  language TEXT NOT NULL,
  disposition TEXT,
  answers TEXT NOT NULL,
  variants TEXT NOT NULL,
  visits TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  heard_at INTEGER,
  finished_at INTEGER
) STRICT, WITHOUT ROWID;
-- the responses of a flow, newest first (ids are in the order of time)
CREATE INDEX runs_by_flow ON runs (flow_id, id);
-- the conversations of a person
CREATE INDEX runs_by_address ON runs (address_id, id);

CREATE TABLE messages (
  -- UUIDv7: the list of messages, and the sweep for unseen replies, read it in the order of time
  id TEXT PRIMARY KEY,
  address_id TEXT NOT NULL,
  line_id TEXT,
  run_id TEXT,
  turn INTEGER,
  node TEXT,
  direction TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  via TEXT,
  body TEXT NOT NULL,
  media TEXT NOT NULL,
  location TEXT,
  status TEXT NOT NULL,
  rank INTEGER NOT NULL,
  error_code INTEGER,
  sid TEXT,
  receipts TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- a person's messages in order
CREATE INDEX messages_by_address ON messages (address_id, id);

-- callbacks that carry no id of ours (Twilio's sandbox), until their message is known by its SID
CREATE TABLE stray_receipts (
  sid TEXT NOT NULL,
  status TEXT NOT NULL,
  error_code INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (sid, status)
) STRICT, WITHOUT ROWID;
-- messages by the carrier's id; only those of lines whose callbacks carry no id of ours are listed here
CREATE TABLE sids (
  sid TEXT PRIMARY KEY,
  message_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE media (
  message_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  file TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (message_id, place)
) STRICT, WITHOUT ROWID;

-- what waits for a person on the staff
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  address_id TEXT,
  line_id TEXT,
  run_id TEXT,
  node TEXT,
  at INTEGER NOT NULL,
  done_at INTEGER,
  done_by TEXT
) STRICT, WITHOUT ROWID;
-- the open ones, newest first
CREATE INDEX notices_open ON notices (id) WHERE done_at IS NULL;
-- what waited for a person about somebody: their timeline
CREATE INDEX notices_by_address ON notices (address_id, id);

CREATE TABLE dead_letters (
  id TEXT PRIMARY KEY,
  queue TEXT NOT NULL,
  body TEXT NOT NULL,
  error TEXT NOT NULL,
  at INTEGER NOT NULL,
  replayed_at INTEGER,
  replayed_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  -- SHA-256 of the token, hex: the token itself is shown once and never kept
  hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  last_used_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- what happened to one thing
CREATE INDEX audit_by_subject ON audit (subject_kind, subject_id, id);
