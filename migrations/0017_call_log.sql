-- Calls, one row each with its whole story; and what was left on the machine, with what we have done about it.
CREATE TABLE calls (
  -- derived from the carrier's id of the call
  id TEXT PRIMARY KEY,
  helpline_id TEXT NOT NULL,
  -- null for who withholds their number
  address_id TEXT,
  -- the one that was called
  number TEXT NOT NULL,
  -- of two records of one call the higher counts
  seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  language TEXT NOT NULL,
  trace TEXT NOT NULL,
  -- the volunteer who talked with them
  answered_by TEXT,
  started_at INTEGER NOT NULL,
  answered_at INTEGER,
  ended_at INTEGER,
  -- null until it ends
  outcome TEXT
) STRICT, WITHOUT ROWID;
-- the log of all groups, the log and the figures of one, and a person's timeline
CREATE INDEX calls_by_time ON calls (started_at, id);
CREATE INDEX calls_by_helpline ON calls (helpline_id, started_at, id);
CREATE INDEX calls_by_address ON calls (address_id, started_at, id) WHERE address_id IS NOT NULL;

CREATE TABLE voicemails (
  -- derived from its call
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL,
  -- the carrier's id of the call
  sid TEXT NOT NULL,
  helpline_id TEXT NOT NULL,
  address_id TEXT,
  seq INTEGER NOT NULL,
  language TEXT NOT NULL,
  called_at INTEGER NOT NULL,
  -- null as long as only its transcript has come
  recorded_at INTEGER,
  recording_sid TEXT,
  seconds INTEGER,
  -- who is still expected to write it down; null for nobody
  scribe TEXT,
  -- since when its e-mail no longer waits for the transcript
  ready_at INTEGER,
  transcript TEXT,
  transcript_by TEXT,
  transcript_at INTEGER,
  -- the sound in FILES
  file TEXT,
  type TEXT,
  bytes INTEGER,
  -- the sound can never be had: why
  failure TEXT,
  -- settled before the first e-mail is written: whether it holds the transcript
  mail_has_transcript INTEGER,
  emailed_at INTEGER,
  -- to how many; none: the staff have a notice instead
  recipients INTEGER,
  -- the second e-mail, with a transcript that came late
  followed_at INTEGER,
  -- it is gone from the carrier's store too
  cleared_at INTEGER,
  -- when there is something to be done about it; null when there is not. `tries`: how often that failed, `trouble`: how
  due_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  trouble TEXT,
  heard_at INTEGER,
  heard_by TEXT,
  done_at INTEGER,
  done_by TEXT,
  -- sound and words are gone, that there was one stays
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
-- the list of all groups, and of one; what waits for us; what an erased person left
CREATE INDEX voicemails_by_time ON voicemails (recorded_at, id) WHERE recorded_at IS NOT NULL;
CREATE INDEX voicemails_by_helpline ON voicemails (helpline_id, recorded_at, id) WHERE recorded_at IS NOT NULL;
CREATE INDEX voicemails_due ON voicemails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX voicemails_by_address ON voicemails (address_id) WHERE address_id IS NOT NULL;
-- what has its sound or words still, for the nightly purge
CREATE INDEX voicemails_kept ON voicemails (called_at) WHERE deleted_at IS NULL;
