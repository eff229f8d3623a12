-- Funnels: who is at which stage, how they got there, and which slots were run.

CREATE TABLE funnels (
  id TEXT PRIMARY KEY,
  -- what flows and categories call it
  key TEXT NOT NULL UNIQUE,
  config TEXT NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE funnel_members (
  funnel_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  phase TEXT NOT NULL,
  category TEXT,
  -- new and waiting: not before; asked: when to look whether it was silence
  due_at INTEGER,
  round INTEGER NOT NULL,
  holds INTEGER NOT NULL,
  campaign_id TEXT,
  slot_at INTEGER,
  -- answers up to here are dealt with
  settled_at INTEGER NOT NULL,
  -- counts the moves; cause and instant of the last
  revision INTEGER NOT NULL,
  cause TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (funnel_id, contact_id)
) STRICT, WITHOUT ROWID;
-- who is due: for a slot, or for a look
CREATE INDEX funnel_members_due ON funnel_members (funnel_id, phase, due_at);
-- the funnels of a person: what an answer, a failure or an opt-out is about
CREATE INDEX funnel_members_by_contact ON funnel_members (contact_id);

-- what people were called by flows: each answer that led to a category, in whatever order it was recorded
CREATE TABLE funnel_answers (
  funnel_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  category TEXT NOT NULL,
  PRIMARY KEY (funnel_id, contact_id, at, category)
) STRICT, WITHOUT ROWID;

-- every step of everybody, numbered by the revision it left; never changed, only added to
CREATE TABLE funnel_moves (
  funnel_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- the date on the funnel's calendar
  day TEXT NOT NULL,
  cause TEXT NOT NULL,
  detail TEXT,
  from_stage TEXT,
  from_phase TEXT,
  stage TEXT NOT NULL,
  phase TEXT NOT NULL,
  category TEXT,
  campaign_id TEXT,
  PRIMARY KEY (funnel_id, contact_id, revision)
) STRICT, WITHOUT ROWID;
-- a funnel's history, and its figures by day
CREATE INDEX funnel_moves_by_time ON funnel_moves (funnel_id, at);

CREATE TABLE funnel_slots (
  funnel_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  -- how many it began with: the day's cap counts them
  people INTEGER NOT NULL,
  -- the delivery of the job that chose them
  chosen_by TEXT NOT NULL,
  -- when all its campaigns were launched
  done_at INTEGER,
  PRIMARY KEY (funnel_id, at)
) STRICT, WITHOUT ROWID;
-- those whose campaigns are not all launched: the sweep offers them again
CREATE INDEX funnel_slots_open ON funnel_slots (at) WHERE done_at IS NULL;
