-- How far the evenings of a group were looked after; moved together with what was written for them.
CREATE TABLE reminder_windows (
  helpline_id TEXT PRIMARY KEY,
  ended_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Questions to volunteers about one shift on one date: a reminder to confirm, or the offer of an open place.
CREATE TABLE askings (
  -- derived: the same question is put once
  id TEXT PRIMARY KEY,
  -- what one message asks about
  batch_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  helpline_id TEXT NOT NULL,
  volunteer_id TEXT NOT NULL,
  shift_id TEXT NOT NULL,
  date TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  answer TEXT,
  answered_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX askings_by_batch ON askings (batch_id);
CREATE INDEX askings_by_time ON askings (helpline_id, starts_at, id);

-- The ways in which it is put, each with what became of it.
CREATE TABLE asking_ways (
  asking_id TEXT NOT NULL,
  way TEXT NOT NULL,
  -- due, sent, missed (the shift had begun) or refused
  state TEXT NOT NULL,
  reason TEXT,
  -- the e-mail's, message's or run's id
  sent_as TEXT,
  -- when it was, or will be, said
  at INTEGER NOT NULL,
  PRIMARY KEY (asking_id, way)
) STRICT, WITHOUT ROWID;
CREATE INDEX asking_ways_due ON asking_ways (at) WHERE state = 'due';

-- Places on shifts that nobody has, from when they opened until somebody takes them.
CREATE TABLE openings (
  -- derived from what opened it
  id TEXT PRIMARY KEY,
  helpline_id TEXT NOT NULL,
  shift_id TEXT NOT NULL,
  date TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  -- when every other volunteer was asked
  offered_at INTEGER,
  -- when coordinators are to hear of it, and when they did or need not any more
  alert_at INTEGER NOT NULL,
  alerted_at INTEGER,
  -- the first yes
  taken_by TEXT,
  taken_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX openings_of_shift ON openings (helpline_id, date, shift_id);
CREATE INDEX openings_unoffered ON openings (opened_at) WHERE offered_at IS NULL;
CREATE INDEX openings_unalerted ON openings (alert_at) WHERE alerted_at IS NULL;

-- Texts that are another person's words: erasing that person empties them.
CREATE TABLE relayed_texts (
  message_id TEXT PRIMARY KEY,
  caller_id TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX relayed_texts_by_caller ON relayed_texts (caller_id);
CREATE INDEX relayed_texts_by_time ON relayed_texts (at);

-- Groups with callers whose texts are passed on to somebody on shift: they are looked after when shifts change.
CREATE TABLE relays (
  helpline_id TEXT PRIMARY KEY,
  -- the last text
  heard_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
