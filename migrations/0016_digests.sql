-- Who gets the digest, when, and up to where they were told.
CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  config TEXT NOT NULL,
  -- everything before this was told, or was before their time; moved together with the e-mail that tells it
  told_until INTEGER NOT NULL,
  unsubscribed_at INTEGER,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A period is read by these and by ids in the order of time: however much there is of before, it costs the same.
-- who finished which flow in a period, and how
CREATE INDEX runs_by_finish ON runs (finished_at, flow_id, disposition) WHERE finished_at IS NOT NULL;
-- who said stop in a period
CREATE INDEX consents_opt_outs ON consents (at) WHERE kind = 'opt-out';
-- whose category changed in a period
CREATE INDEX categories_by_change ON categories (changed_at, funnel, category);
-- campaigns that are under way, and those that ended in a period
CREATE INDEX campaigns_by_state ON campaigns (state, state_at) WHERE launched_at IS NOT NULL;
-- what nobody has sent again yet
CREATE INDEX dead_letters_lying ON dead_letters (at) WHERE replayed_at IS NULL;
