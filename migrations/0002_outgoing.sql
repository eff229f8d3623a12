-- What we send of our own accord: recipients are message rows, and the operator hears what stopped them.

-- A recipient is planned as its message: the row is there before anything is sent, and its receipts are appended to it.
-- A campaign's ids begin with the instant of its launch, so one range of the primary key is the whole campaign.
ALTER TABLE messages ADD COLUMN campaign_id TEXT;
ALTER TABLE messages ADD COLUMN variant TEXT;
ALTER TABLE messages ADD COLUMN attempt INTEGER;
-- not before: put off by hours, caps or back-off; null for one that takes its turn
ALTER TABLE messages ADD COLUMN due_at INTEGER;
-- why it was put off, refused or cancelled
ALTER TABLE messages ADD COLUMN reason TEXT;
ALTER TABLE messages ADD COLUMN segments INTEGER;
-- what the carrier charges for it, by the line's price list, in millionths of the line's currency
ALTER TABLE messages ADD COLUMN cost_micros INTEGER;
-- the put-off recipients of a campaign, soonest first
CREATE INDEX messages_put_off ON messages (campaign_id, due_at) WHERE due_at IS NOT NULL;

-- What we were told a person agreed to or refused, by channel; '*' is every channel. What they decided themselves is in addresses.
CREATE TABLE permissions (
  address_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  granted_at INTEGER,
  suppressed_at INTEGER,
  PRIMARY KEY (address_id, channel)
) STRICT, WITHOUT ROWID;

-- What an operator should see to: a paused campaign, credentials refused, a spend cap reached.
CREATE TABLE alarms (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- what it is about, such as a campaign's id: a second alarm of the kind about it while one is open adds nothing
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  done_at INTEGER,
  done_by TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX alarms_open ON alarms (kind, subject) WHERE done_at IS NULL;
