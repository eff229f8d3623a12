-- When each Sender and each Helpline wants to be woken: the sweep for lost alarms and the demo's jump in time read it.
CREATE TABLE timers (
  object TEXT NOT NULL,
  id TEXT NOT NULL,
  -- null while nothing is under way
  due_at INTEGER,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (object, id)
) STRICT, WITHOUT ROWID;
INSERT INTO timers (object, id, due_at, changed_at) SELECT 'sender', line_id, due_at, changed_at FROM sender_timers;
DROP TABLE sender_timers;
