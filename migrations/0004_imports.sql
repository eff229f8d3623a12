-- CSV in and out: a file, what each of its rows became, and what an undo puts back. The files themselves are in FILES.

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  -- encoding, delimiter, quote, what stands above the table, and whether its first row holds headings
  dialect TEXT NOT NULL,
  headings TEXT NOT NULL,
  -- what the columns mean and what holds against what is known
  settings TEXT NOT NULL,
  state TEXT NOT NULL,
  -- counts every change of state and every page of rows: work that is done twice fails on it, whole
  step INTEGER NOT NULL,
  step_at INTEGER NOT NULL,
  -- where in the file, in bytes, the next page begins, and at which row
  next_byte INTEGER NOT NULL,
  next_row INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_same INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  -- the most bytes of the file that were in memory at once
  held_bytes_max INTEGER NOT NULL,
  failure TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  -- the date of every value it brings; what is newer stays
  started_at INTEGER,
  started_by TEXT,
  finished_at INTEGER,
  undone_at INTEGER,
  undone_by TEXT,
  -- when its file, and the cells of its rejected rows, went
  purged_at INTEGER
) STRICT, WITHOUT ROWID;
-- the ones in work, for the sweep
CREATE INDEX imports_in_work ON imports (step_at) WHERE state IN ('checking', 'importing', 'undoing');

CREATE TABLE import_rows (
  import_id TEXT NOT NULL,
  -- as a spreadsheet counts them, blank lines aside: the first of the file is 1
  row INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  contact_id TEXT,
  address_id TEXT,
  -- why it was rejected
  reason TEXT,
  -- field by field: what it was, what it becomes
  changes TEXT,
  -- of a rejected row all cells; of the others those of columns that mean nothing to us, by column
  cells TEXT,
  -- what became of it in an undo: removed or reverted
  undone TEXT,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
-- whether a person was in the file before; the newest row of a person for an export
CREATE INDEX import_rows_by_contact ON import_rows (contact_id, import_id, row) WHERE contact_id IS NOT NULL;

CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  -- who is in it, and the columns in their order
  settings TEXT NOT NULL,
  columns TEXT NOT NULL,
  state TEXT NOT NULL,
  step INTEGER NOT NULL,
  step_at INTEGER NOT NULL,
  -- the last contact written; empty before the first
  after TEXT NOT NULL,
  -- each page of contacts is a file; these are their sizes in order
  parts TEXT NOT NULL,
  rows INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  finished_at INTEGER
) STRICT, WITHOUT ROWID;
-- the ones in work, for the sweep
CREATE INDEX exports_in_work ON exports (step_at) WHERE state = 'working';
