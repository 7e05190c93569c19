CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('payments', 'contracts', 'budgetLines', 'funds')),
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
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch BEGIN
  SELECT raise(ABORT, 'an import is never deleted');
END;

CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('payments', 'contracts', 'budgetLines', 'funds')),
  name TEXT NOT NULL CHECK (name <> ''),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- What a record was imported from: the import, and the row of its sheet.
ALTER TABLE payment ADD COLUMN import_id TEXT REFERENCES import_batch (id);
ALTER TABLE payment ADD COLUMN import_row INTEGER;
ALTER TABLE contract ADD COLUMN import_id TEXT REFERENCES import_batch (id);
ALTER TABLE contract ADD COLUMN import_row INTEGER;
ALTER TABLE fund_entry ADD COLUMN import_id TEXT REFERENCES import_batch (id);
ALTER TABLE fund_entry ADD COLUMN import_row INTEGER;
ALTER TABLE budget_version ADD COLUMN import_id TEXT REFERENCES import_batch (id);
CREATE INDEX payment_import ON payment (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX contract_import ON contract (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX fund_entry_import ON fund_entry (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX budget_version_import ON budget_version (import_id) WHERE import_id IS NOT NULL;
