-- 差额调整 (会计基础工作规范 第五十一条): an entry of the difference alone, which may be negative without cancelling the
-- whole. The check on signs cannot be altered in place, so the table is made anew with its rows in their order.
CREATE TABLE payment_new (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  paid_on TEXT NOT NULL CHECK (paid_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  payee TEXT NOT NULL CHECK (payee <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  voucher_no TEXT,
  memo TEXT,
  reverses_id TEXT REFERENCES payment (id),
  reason TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('advance', 'progress', 'settlement', 'retentionRelease', 'labour', 'other', 'refund')),
  contract_id TEXT REFERENCES contract (id),
  budget_line_id TEXT REFERENCES budget_line (id),
  invoice_no TEXT,
  correction TEXT CHECK (correction IN ('red', 'blue')),
  corrects_id TEXT REFERENCES payment (id),
  adjusts_id TEXT REFERENCES payment (id),
  CHECK (adjusts_id IS NOT NULL OR (amount_fen < 0) = ((reverses_id IS NOT NULL) <> (kind IS 'refund'))),
  CHECK (adjusts_id IS NULL OR (reverses_id IS NULL AND corrects_id IS NULL AND correction IS NOT NULL)),
  CHECK (reverses_id IS NULL OR reason IS NOT NULL),
  CHECK (adjusts_id IS NULL OR reason IS NOT NULL)
) STRICT;
INSERT INTO payment_new (rowid, id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason,
    recorded_at, actor_name, kind, contract_id, budget_line_id, invoice_no, correction, corrects_id)
  SELECT rowid, id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason, recorded_at,
    actor_name, kind, contract_id, budget_line_id, invoice_no, correction, corrects_id FROM payment ORDER BY rowid;
DROP TABLE payment;
ALTER TABLE payment_new RENAME TO payment;

CREATE INDEX payment_contract ON payment (contract_id, kind, amount_fen) WHERE contract_id IS NOT NULL;
CREATE UNIQUE INDEX payment_corrects ON payment (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX payment_adjusts ON payment (adjusts_id, amount_fen) WHERE adjusts_id IS NOT NULL;
CREATE INDEX payment_day ON payment (paid_on);
CREATE INDEX payment_line ON payment (project_id, budget_line_id, amount_fen) WHERE budget_line_id IS NOT NULL;
CREATE INDEX payment_project ON payment (project_id, paid_on);
CREATE UNIQUE INDEX payment_reverses ON payment (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX payment_voucher ON payment (voucher_no) WHERE voucher_no IS NOT NULL;
CREATE TRIGGER payment_stays BEFORE UPDATE ON payment BEGIN
  SELECT raise(ABORT, 'a posted payment is immutable');
END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment BEGIN
  SELECT raise(ABORT, 'a posted payment is never deleted');
END;
