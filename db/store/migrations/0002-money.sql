CREATE TABLE budget_version (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  kind TEXT NOT NULL CHECK (kind IN ('feasibility', 'preliminary', 'workingDrawing', 'adjusted', 'final')),
  approval_no TEXT,
  approval_body TEXT,
  approved_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
  copied_from_id TEXT REFERENCES budget_version (id),
  note TEXT,
  recorded_at TEXT NOT NULL,
  CHECK (state = 'draft' OR (approval_no IS NOT NULL AND approval_body IS NOT NULL AND approved_on IS NOT NULL))
) STRICT;
CREATE INDEX budget_version_project ON budget_version (project_id);
CREATE TRIGGER budget_version_stays BEFORE UPDATE ON budget_version WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

CREATE TABLE budget_line (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES budget_version (id),
  parent_id TEXT REFERENCES budget_line (id),
  line_key TEXT NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  amount_fen INTEGER CHECK (amount_fen >= 0),
  sort INTEGER NOT NULL,
  cost_class TEXT CHECK (cost_class IN ('construction', 'equipment', 'deferred', 'otherInvestment')),
  UNIQUE (version_id, code),
  UNIQUE (version_id, line_key)
) STRICT;
CREATE INDEX budget_line_parent ON budget_line (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX budget_line_key ON budget_line (line_key);
CREATE TRIGGER budget_line_stays BEFORE UPDATE ON budget_line
  WHEN (SELECT state FROM budget_version WHERE id = old.version_id) = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;
CREATE TRIGGER budget_line_closed BEFORE INSERT ON budget_line
  WHEN (SELECT state FROM budget_version WHERE id = new.version_id) = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

CREATE TABLE contract (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  number TEXT NOT NULL CHECK (number <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  counterparty TEXT NOT NULL CHECK (counterparty <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('construction', 'design', 'supervision', 'survey', 'equipment', 'other')),
  signed_on TEXT NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  advance_pct REAL CHECK (advance_pct BETWEEN 0 AND 100),
  retention_pct REAL CHECK (retention_pct BETWEEN 0 AND 100),
  is_sme INTEGER NOT NULL CHECK (is_sme IN (0, 1)),
  payment_days INTEGER,
  payment_terms TEXT,
  settlement_fen INTEGER CHECK (settlement_fen > 0),
  settled_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'settled')),
  recorded_at TEXT NOT NULL,
  UNIQUE (project_id, number),
  CHECK ((state = 'settled') = (settlement_fen IS NOT NULL AND settled_on IS NOT NULL))
) STRICT;

-- What is committed by 科目: the lines as signed, and (is_settlement) what a settlement price adds or takes away.
CREATE TABLE contract_line (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  budget_line_id TEXT REFERENCES budget_line (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  is_settlement INTEGER NOT NULL CHECK (is_settlement IN (0, 1)),
  settled_on TEXT,
  CHECK ((is_settlement = 1) = (settled_on IS NOT NULL))
) STRICT;
CREATE INDEX contract_line_contract ON contract_line (contract_id);
CREATE TRIGGER contract_line_stays BEFORE UPDATE ON contract_line BEGIN
  SELECT raise(ABORT, 'a contract line is immutable');
END;

CREATE TABLE contract_change (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  number TEXT NOT NULL CHECK (number <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  budget_line_id TEXT REFERENCES budget_line (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved')),
  approved_on TEXT,
  draws_on_contingency INTEGER NOT NULL CHECK (draws_on_contingency IN (0, 1)),
  recorded_at TEXT NOT NULL,
  CHECK ((state = 'approved') = (approved_on IS NOT NULL))
) STRICT;
CREATE INDEX contract_change_contract ON contract_change (contract_id);
CREATE TRIGGER contract_change_stays BEFORE UPDATE ON contract_change WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved change is locked');
END;

-- Committed, counted once: the lines as signed, what settlements add to them, and approved changes.
CREATE VIEW committed AS
  SELECT line.contract_id, contract.project_id, line.budget_line_id, line.amount_fen,
      ifnull(line.settled_on, contract.signed_on) AS since
    FROM contract_line AS line JOIN contract ON contract.id = line.contract_id
  UNION ALL
  SELECT change.contract_id, contract.project_id, change.budget_line_id, change.amount_fen, change.approved_on
    FROM contract_change AS change JOIN contract ON contract.id = change.contract_id WHERE change.state = 'approved';

CREATE TABLE progress_value (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  budget_line_id TEXT REFERENCES budget_line (id),
  note TEXT,
  reason TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;
CREATE INDEX progress_value_contract ON progress_value (contract_id, month);
CREATE TRIGGER progress_value_stays BEFORE UPDATE ON progress_value BEGIN
  SELECT raise(ABORT, 'a value of work is immutable');
END;
CREATE TRIGGER progress_value_kept BEFORE DELETE ON progress_value BEGIN
  SELECT raise(ABORT, 'a value of work is never deleted');
END;

-- A refund is cash that comes back: negative without being a reversal. SQLite cannot alter a CHECK, so the table is
-- written anew with the same rows under the same row numbers; the new columns are NULL and change no image.
CREATE TABLE payment_2 (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  paid_on TEXT NOT NULL CHECK (paid_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  payee TEXT NOT NULL CHECK (payee <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  voucher_no TEXT,
  memo TEXT,
  reverses_id TEXT REFERENCES payment_2 (id),
  reason TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('advance', 'progress', 'settlement', 'retentionRelease', 'labour', 'other', 'refund')),
  contract_id TEXT REFERENCES contract (id),
  budget_line_id TEXT REFERENCES budget_line (id),
  invoice_no TEXT,
  correction TEXT CHECK (correction IN ('red', 'blue')),
  corrects_id TEXT REFERENCES payment_2 (id),
  CHECK ((amount_fen < 0) = ((reverses_id IS NOT NULL) <> (kind IS 'refund'))),
  CHECK (reverses_id IS NULL OR reason IS NOT NULL)
) STRICT;

INSERT INTO payment_2 (rowid, id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason,
    recorded_at, actor_name)
  SELECT rowid, id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason,
    recorded_at, actor_name FROM payment ORDER BY rowid;
DROP TABLE payment;
ALTER TABLE payment_2 RENAME TO payment;

CREATE INDEX payment_day ON payment (paid_on);
CREATE INDEX payment_project ON payment (project_id, paid_on);
CREATE INDEX payment_voucher ON payment (voucher_no) WHERE voucher_no IS NOT NULL;
-- An entry is reversed once at most, and put right once at most.
CREATE UNIQUE INDEX payment_reverses ON payment (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE UNIQUE INDEX payment_corrects ON payment (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX payment_contract ON payment (contract_id, kind, amount_fen) WHERE contract_id IS NOT NULL;
CREATE INDEX payment_line ON payment (project_id, budget_line_id, amount_fen) WHERE budget_line_id IS NOT NULL;
CREATE TRIGGER payment_stays BEFORE UPDATE ON payment BEGIN
  SELECT raise(ABORT, 'a posted payment is immutable');
END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment BEGIN
  SELECT raise(ABORT, 'a posted payment is never deleted');
END;

CREATE TABLE fund (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('central', 'province', 'city', 'district', 'bond', 'own', 'other')),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  document_no TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE fund_entry (
  id TEXT PRIMARY KEY,
  fund_id TEXT NOT NULL REFERENCES fund (id),
  project_id TEXT NOT NULL REFERENCES project (id),
  kind TEXT NOT NULL CHECK (kind IN ('allotment', 'receipt')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  entered_on TEXT NOT NULL,
  document_no TEXT,
  memo TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;
CREATE INDEX fund_entry_fund ON fund_entry (fund_id, project_id);
CREATE INDEX fund_entry_project ON fund_entry (project_id);
CREATE TRIGGER fund_entry_stays BEFORE UPDATE ON fund_entry BEGIN
  SELECT raise(ABORT, 'a fund entry is immutable');
END;
CREATE TRIGGER fund_entry_kept BEFORE DELETE ON fund_entry BEGIN
  SELECT raise(ABORT, 'a fund entry is never deleted');
END;

-- The payment's project stands here too, so that a balance is read from one index.
CREATE TABLE payment_fund (
  id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL REFERENCES payment (id),
  fund_id TEXT NOT NULL REFERENCES fund (id),
  project_id TEXT NOT NULL REFERENCES project (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  UNIQUE (payment_id, fund_id)
) STRICT;
CREATE INDEX payment_fund_balance ON payment_fund (fund_id, project_id, amount_fen);
CREATE INDEX payment_fund_project ON payment_fund (project_id, fund_id, amount_fen);
CREATE TRIGGER payment_fund_stays BEFORE UPDATE ON payment_fund BEGIN
  SELECT raise(ABORT, 'a posted payment is immutable');
END;
CREATE TRIGGER payment_fund_kept BEFORE DELETE ON payment_fund BEGIN
  SELECT raise(ABORT, 'a posted payment is never deleted');
END;

-- One row for each month that was ever closed; it is closed while reopened_at is NULL.
CREATE TABLE period_close (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL UNIQUE CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  close_reason TEXT NOT NULL,
  reopened_at TEXT,
  reopened_by TEXT,
  reopen_reason TEXT
) STRICT;

-- Rules as somebody edited them; a rule that nobody touched stands in db/domain/ruleTable.ts.
CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  basis TEXT NOT NULL,
  clause TEXT,
  region TEXT NOT NULL,
  effective_from TEXT,
  threshold TEXT NOT NULL CHECK (json_valid(threshold)),
  status TEXT NOT NULL CHECK (status IN ('checked', 'unchecked'))
) STRICT;
