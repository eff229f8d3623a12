-- When each line's Sender wants to be woken: the sweep for lost alarms and the demo's jump in time read it.
CREATE TABLE sender_timers (
  line_id TEXT PRIMARY KEY,
  -- null while no campaign is under way
  due_at INTEGER,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
