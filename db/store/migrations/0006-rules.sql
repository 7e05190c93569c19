-- A row that somebody added says itself what it is about; a shipped row is known by its id.
ALTER TABLE rule ADD COLUMN code TEXT;
ALTER TABLE rule ADD COLUMN withdrawn_at TEXT;

CREATE TABLE alert_acknowledgement (
  id TEXT PRIMARY KEY,
  alert_id TEXT NOT NULL UNIQUE,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  until TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  acknowledged_at TEXT NOT NULL,
  acknowledged_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE TABLE advance_recovery (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  recovered_on TEXT NOT NULL CHECK (recovered_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  memo TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;
CREATE INDEX advance_recovery_contract ON advance_recovery (contract_id, amount_fen);
CREATE TRIGGER advance_recovery_stays BEFORE UPDATE ON advance_recovery BEGIN
  SELECT raise(ABORT, 'a recovery is immutable');
END;
CREATE TRIGGER advance_recovery_kept BEFORE DELETE ON advance_recovery BEGIN
  SELECT raise(ABORT, 'a recovery is never deleted');
END;

CREATE TABLE retention (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL UNIQUE REFERENCES contract (id),
  defects_from TEXT,
  defects_to TEXT,
  guarantee_fen INTEGER CHECK (guarantee_fen > 0),
  guarantee_issuer TEXT,
  guarantee_no TEXT,
  guarantee_expires_on TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL,
  CHECK ((defects_from IS NULL) = (defects_to IS NULL) AND ifnull(defects_to > defects_from, 1)),
  CHECK ((guarantee_fen IS NULL) = (guarantee_issuer IS NULL) AND (guarantee_fen IS NULL) = (guarantee_expires_on IS NULL))
) STRICT;

CREATE TABLE payment_due (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  basis TEXT NOT NULL CHECK (basis IN ('application', 'acceptance', 'delivery', 'settlement')),
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  term_days INTEGER NOT NULL CHECK (term_days >= 0),
  due_on TEXT NOT NULL,
  document_no TEXT,
  memo TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  withdrawn_at TEXT,
  withdraw_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
) STRICT;
CREATE INDEX payment_due_contract ON payment_due (contract_id);

-- 送审价: what the contractor asked for; less the settlement price it is the 审减.
ALTER TABLE contract ADD COLUMN submitted_fen INTEGER CHECK (submitted_fen > 0);

-- What the finance ledger showed at the close, what this ledger held, why they differ, and what was still open.
ALTER TABLE period_close ADD COLUMN book_fen INTEGER;
ALTER TABLE period_close ADD COLUMN ledger_fen INTEGER;
ALTER TABLE period_close ADD COLUMN difference_note TEXT;
ALTER TABLE period_close ADD COLUMN open_items TEXT CHECK (open_items IS NULL OR json_valid(open_items));
