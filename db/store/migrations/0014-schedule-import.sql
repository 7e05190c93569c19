-- 进度任务 from sheets are an import like the others: the lists of kinds grow, which a table of SQLite does by being made anew.
CREATE TABLE import_batch_wider (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('payments', 'contracts', 'budgetLines', 'funds', 'tasks')),
  source TEXT,
  sheet TEXT NOT NULL,
  record_count INTEGER NOT NULL CHECK (record_count > 0),
  amount_fen INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT,
  undo_reason TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL))
) STRICT;
INSERT INTO import_batch_wider SELECT * FROM import_batch ORDER BY rowid;
DROP TABLE import_batch;
ALTER TABLE import_batch_wider RENAME TO import_batch;
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch BEGIN
  SELECT raise(ABORT, 'an import is never deleted');
END;

CREATE TABLE import_mapping_wider (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('payments', 'contracts', 'budgetLines', 'funds', 'tasks')),
  name TEXT NOT NULL CHECK (name <> ''),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;
INSERT INTO import_mapping_wider SELECT * FROM import_mapping ORDER BY rowid;
DROP TABLE import_mapping;
ALTER TABLE import_mapping_wider RENAME TO import_mapping;

-- By what another program's file knows the task: its GUID or its number there; NULL: it came from no such file.
ALTER TABLE task ADD COLUMN external_id TEXT CHECK (external_id <> '');
