-- 科目 → 建设成本: a mapping of a project's 科目, not an amount, so that a person may edit it when versions are locked.
CREATE TABLE cost_mapping (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  line_key TEXT NOT NULL CHECK (line_key <> ''),
  cost_class TEXT CHECK (cost_class IN
    ('construction', 'equipment', 'deferred', 'otherInvestment', 'writeOff', 'transferOut')),
  UNIQUE (project_id, line_key)
) STRICT;

-- Only what is not approved can be taken out.
CREATE TRIGGER budget_version_kept BEFORE DELETE ON budget_version WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;
CREATE TRIGGER budget_line_kept BEFORE DELETE ON budget_line
  WHEN (SELECT state FROM budget_version WHERE id = old.version_id) = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;
CREATE TRIGGER contract_change_kept BEFORE DELETE ON contract_change WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved change is locked');
END;

-- Kept sums: what was paid on each 科目 and each contract, so that no screen adds up a million entries.
CREATE TABLE paid_by_line (
  project_id TEXT NOT NULL REFERENCES project (id),
  budget_line_id TEXT NOT NULL REFERENCES budget_line (id),
  paid_fen INTEGER NOT NULL,
  payment_count INTEGER NOT NULL,
  PRIMARY KEY (project_id, budget_line_id)
) STRICT, WITHOUT ROWID;
INSERT INTO paid_by_line SELECT project_id, budget_line_id, sum(amount_fen), count(*) FROM payment
  WHERE budget_line_id IS NOT NULL GROUP BY 1, 2;

CREATE TABLE paid_by_contract (
  contract_id TEXT PRIMARY KEY REFERENCES contract (id),
  paid_fen INTEGER NOT NULL,
  payment_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO paid_by_contract SELECT contract_id, sum(amount_fen), count(*) FROM payment
  WHERE contract_id IS NOT NULL GROUP BY 1;
