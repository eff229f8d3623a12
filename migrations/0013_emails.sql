-- E-mails: each is a row with its state and what happened to it; what is sent is written when the row is.
CREATE TABLE emails (
  -- derived by whoever writes it: the same thing twice is one e-mail
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- words of the e-mail and whom it is to go with their retention; that it was sent stays
  recipient TEXT NOT NULL,
  -- keyed hash of the recipient: finds those who must not be written to
  recipient_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  html TEXT NOT NULL,
  body TEXT NOT NULL,
  unsubscribe_url TEXT,
  attachments TEXT NOT NULL,
  -- what it is about, such as a voicemail
  about_kind TEXT,
  about_id TEXT,
  -- whose words or number are in it: erasing that person empties it
  address_id TEXT,
  state TEXT NOT NULL,
  rank INTEGER NOT NULL,
  reason TEXT,
  -- how often it was posted in this round; staff begin another round by sending it again
  attempts INTEGER NOT NULL,
  round INTEGER NOT NULL,
  -- when somebody should see to it next: its next try, or the end of the lease of the one under way; null once it ended
  due_at INTEGER,
  -- of no use to anybody after that
  expires_at INTEGER,
  -- the first attempt whose outcome nobody knows
  doubt_at INTEGER,
  -- what was posted together is posted together again, under one key
  batch_id TEXT,
  provider_id TEXT,
  history TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX emails_by_time ON emails (created_at, id);
CREATE INDEX emails_by_state ON emails (state, created_at, id);
CREATE INDEX emails_due ON emails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX emails_by_batch ON emails (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX emails_by_provider ON emails (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX emails_by_address ON emails (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX emails_kept ON emails (created_at) WHERE html <> '';

-- Addresses that bounced for good or complained: nothing more goes to them until somebody lifts it.
CREATE TABLE email_suppressions (
  recipient_id TEXT PRIMARY KEY,
  masked TEXT NOT NULL,
  cause TEXT NOT NULL,
  detail TEXT,
  at INTEGER NOT NULL,
  lifted_at INTEGER,
  lifted_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX email_suppressions_by_time ON email_suppressions (at, recipient_id) WHERE lifted_at IS NULL;

-- When operators were told of an alarm by e-mail, and in which one: that is settled first, so that a run that broke off is gone on with. What was raised before there were e-mails is told already.
ALTER TABLE alarms ADD COLUMN told_at INTEGER;
ALTER TABLE alarms ADD COLUMN told_in TEXT;
UPDATE alarms SET told_at = at;
CREATE INDEX alarms_untold ON alarms (at) WHERE told_at IS NULL;
CREATE INDEX alarms_told ON alarms (told_at) WHERE told_at IS NOT NULL;
