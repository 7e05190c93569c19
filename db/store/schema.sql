-- index change_entity on change
CREATE INDEX change_entity ON change (entity_id);

-- index citation_subject on citation
CREATE INDEX citation_subject ON citation (subject_id);

-- index milestone_project on milestone
CREATE INDEX milestone_project ON milestone (project_id);

-- index payment_day on payment
CREATE INDEX payment_day ON payment (paid_on);

-- index payment_project on payment
CREATE INDEX payment_project ON payment (project_id, paid_on);

-- index payment_reverses on payment
CREATE UNIQUE INDEX payment_reverses ON payment (reverses_id) WHERE reverses_id IS NOT NULL;

-- index payment_voucher on payment
CREATE INDEX payment_voucher ON payment (voucher_no) WHERE voucher_no IS NOT NULL;

-- index progress_report_milestone on progress_report
CREATE INDEX progress_report_milestone ON progress_report (milestone_id);

-- index project_name on project
CREATE UNIQUE INDEX project_name ON project (ifnull(plan_id, ''), name);

-- table change on change
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  role TEXT,
  request TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  reason TEXT,
  -- On the last change of a command that carried a key: the key, and the hash of what command_key keeps for it.
  idempotency_key TEXT,
  receipt_hash TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- table citation on citation
CREATE TABLE citation (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('plan', 'project', 'milestone', 'envelope', 'discrepancy')),
  subject_id TEXT NOT NULL,
  field TEXT NOT NULL,
  source TEXT NOT NULL,
  section TEXT NOT NULL,
  line_from INTEGER,
  line_to INTEGER,
  quote TEXT NOT NULL CHECK (quote <> '')
) STRICT;

-- table command_key on command_key
CREATE TABLE command_key (
  key TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- table discrepancy on discrepancy
CREATE TABLE discrepancy (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  project_id TEXT REFERENCES project (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  items_total_fen INTEGER,
  published_fen INTEGER,
  gap_fen INTEGER,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'inquired', 'corrected')),
  status_reason TEXT,
  status_by TEXT,
  status_at TEXT,
  sort_order INTEGER NOT NULL
) STRICT;

-- table envelope on envelope
CREATE TABLE envelope (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  name TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  is_approximate INTEGER NOT NULL CHECK (is_approximate IN (0, 1)),
  text TEXT NOT NULL
) STRICT;

-- table library on library
CREATE TABLE library (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  is_synthetic INTEGER NOT NULL DEFAULT 0 CHECK (is_synthetic IN (0, 1))
) STRICT;

-- table milestone on milestone
CREATE TABLE milestone (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  origin TEXT NOT NULL CHECK (origin IN ('plan', 'hand')),
  name TEXT NOT NULL CHECK (name <> ''),
  sort_order INTEGER NOT NULL,
  due TEXT,
  due_first TEXT,
  due_last TEXT,
  status TEXT NOT NULL CHECK (status IN ('notStarted', 'inProgress', 'done', 'suspended', 'cancelled')),
  actual TEXT,
  forecast TEXT,
  progress_pct REAL CHECK (progress_pct BETWEEN 0 AND 100),
  note TEXT,
  responsible TEXT,
  reported_on TEXT,
  reported_by TEXT,
  report_count INTEGER NOT NULL DEFAULT 0
) STRICT;

-- table paid_by_month on paid_by_month
CREATE TABLE paid_by_month (
  project_id TEXT NOT NULL REFERENCES project (id),
  month TEXT NOT NULL,
  paid_fen INTEGER NOT NULL,
  reversed_fen INTEGER NOT NULL,
  payment_count INTEGER NOT NULL,
  PRIMARY KEY (project_id, month)
) STRICT, WITHOUT ROWID;

-- table payee on payee
CREATE TABLE payee (
  name TEXT PRIMARY KEY,
  payment_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- table payment on payment
CREATE TABLE payment (
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
  CHECK ((amount_fen < 0) = (reverses_id IS NOT NULL)),
  CHECK (reverses_id IS NULL OR reason IS NOT NULL)
) STRICT;

-- table plan on plan
CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  period TEXT NOT NULL,
  issued_on TEXT,
  published_total_fen INTEGER,
  published_total_label TEXT,
  published_count INTEGER,
  rounded_total_text TEXT
) STRICT;

-- table progress_report on progress_report
CREATE TABLE progress_report (
  id TEXT PRIMARY KEY,
  milestone_id TEXT NOT NULL REFERENCES milestone (id),
  as_of TEXT NOT NULL,
  status TEXT NOT NULL,
  actual TEXT,
  forecast TEXT,
  progress_pct REAL,
  note TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;

-- table project on project
CREATE TABLE project (
  id TEXT PRIMARY KEY,
  plan_id TEXT REFERENCES plan (id),
  origin TEXT NOT NULL CHECK (origin IN ('plan', 'hand')),
  code TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  kind TEXT,
  stage TEXT,
  status_text TEXT,
  amount_fen INTEGER CHECK (amount_fen > 0),
  amount_label TEXT,
  is_amount_derived INTEGER NOT NULL DEFAULT 0 CHECK (is_amount_derived IN (0, 1)),
  envelope_id TEXT REFERENCES envelope (id),
  is_listed INTEGER CHECK (is_listed IN (0, 1)),
  planned_start TEXT,
  planned_start_first TEXT,
  planned_start_last TEXT,
  planned_finish TEXT,
  planned_finish_first TEXT,
  planned_finish_last TEXT,
  actual_start TEXT,
  actual_finish TEXT,
  owner TEXT,
  is_owner_inferred INTEGER NOT NULL DEFAULT 0 CHECK (is_owner_inferred IN (0, 1)),
  lead TEXT,
  responsible TEXT NOT NULL CHECK (json_valid(responsible)),
  scope TEXT,
  areas TEXT NOT NULL CHECK (json_valid(areas)),
  note TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'archived')),
  sort_order INTEGER NOT NULL
) STRICT;

-- trigger change_kept on change
CREATE TRIGGER change_kept BEFORE DELETE ON change BEGIN
  SELECT raise(ABORT, 'the chain is append-only');
END;

-- trigger change_stays on change
CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN
  SELECT raise(ABORT, 'the chain is append-only');
END;

-- trigger payment_kept on payment
CREATE TRIGGER payment_kept BEFORE DELETE ON payment BEGIN
  SELECT raise(ABORT, 'a posted payment is never deleted');
END;

-- trigger payment_stays on payment
CREATE TRIGGER payment_stays BEFORE UPDATE ON payment BEGIN
  SELECT raise(ABORT, 'a posted payment is immutable');
END;

-- trigger progress_report_kept on progress_report
CREATE TRIGGER progress_report_kept BEFORE DELETE ON progress_report BEGIN
  SELECT raise(ABORT, 'a progress report is never deleted');
END;

-- trigger progress_report_stays on progress_report
CREATE TRIGGER progress_report_stays BEFORE UPDATE ON progress_report BEGIN
  SELECT raise(ABORT, 'a progress report is immutable');
END;
