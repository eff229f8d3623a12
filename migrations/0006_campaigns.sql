-- Campaigns: what an organiser sets, what a launch holds fast, how far its audience is frozen. Their recipients are message rows.

CREATE TABLE campaigns (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  line_id TEXT NOT NULL,
  config TEXT NOT NULL,
  -- of the draft: an edit names the revision it was made from
  revision INTEGER NOT NULL,
  -- a copy of what the line's Sender says; the higher seq counts
  state TEXT NOT NULL,
  state_seq INTEGER NOT NULL,
  state_at INTEGER NOT NULL,
  state_by TEXT NOT NULL,
  state_reason TEXT,
  -- the last forecast of the draft, and for which revision
  forecast TEXT,
  -- what the launch holds fast: line, words, flow version, condition, hours
  pinned TEXT,
  -- the instant the ids of its messages begin with
  launched_at INTEGER,
  launched_by TEXT,
  -- the last contact that was decided on; null before the first page
  audience_cursor TEXT,
  audience_frozen_at INTEGER,
  -- when the last page was decided: a step that got lost is offered again
  audience_step_at INTEGER,
  -- who is in and who is not, counted while it is frozen
  tally TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;

-- who moved a campaign, when and why; never changed, only added to
CREATE TABLE campaign_history (
  campaign_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (campaign_id, seq)
) STRICT, WITHOUT ROWID;

-- who was in the audience and is sent nothing, with the reason
CREATE TABLE exclusions (
  campaign_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- such as the names of the placeholders that are missing
  detail TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, contact_id)
) STRICT, WITHOUT ROWID;

-- the answers a campaign brought: one row per finished run that a campaign began, read when its quota is counted
CREATE INDEX runs_completed_by_source ON runs (source)
  WHERE disposition = 'completed' AND source NOT IN ('inbound', 'enrol', 'api');
