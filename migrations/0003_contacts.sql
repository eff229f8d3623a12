-- What we may begin with whom: every column is the newest instant of its kind, so that late and doubled news change nothing.

-- A lift takes back what was told until then, and only that.
ALTER TABLE permissions ADD COLUMN grant_lifted_at INTEGER;
ALTER TABLE permissions ADD COLUMN suppression_lifted_at INTEGER;
-- What the person decided for this channel alone, where an opt-out reaches no further (setting optOutScope).
ALTER TABLE permissions ADD COLUMN opted_out_at INTEGER;
ALTER TABLE permissions ADD COLUMN opted_in_at INTEGER;

-- An opt-out at one address silences the person's others; their START there lifts it again, and nothing else does.
CREATE TABLE spreads (
  address_id TEXT NOT NULL,
  -- where they said it; it stays when that number is no longer theirs
  from_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  stopped_at INTEGER,
  started_at INTEGER,
  PRIMARY KEY (address_id, from_id, channel)
) STRICT, WITHOUT ROWID;

-- Which channel a decision is about ('*' is every channel), and which member of the staff wrote down what we were told.
ALTER TABLE consents ADD COLUMN channel TEXT NOT NULL DEFAULT '*';
ALTER TABLE consents ADD COLUMN actor TEXT;

-- Who a name, a language and a zone come from, as every attribute says.
ALTER TABLE contacts ADD COLUMN name_source TEXT;
ALTER TABLE contacts ADD COLUMN language_source TEXT;
ALTER TABLE contacts ADD COLUMN zone_source TEXT;
