-- index advance_recovery_contract on advance_recovery
CREATE INDEX advance_recovery_contract ON advance_recovery (contract_id, amount_fen);

-- index annual_plan_line_fund on annual_plan_line
CREATE UNIQUE INDEX annual_plan_line_fund ON annual_plan_line (annual_plan_id, ifnull(fund_id, ''));

-- index annual_plan_year on annual_plan
CREATE INDEX annual_plan_year ON annual_plan (year, project_id);

-- index attachment_content on attachment
CREATE INDEX attachment_content ON attachment (content_id);

-- index attachment_project on attachment
CREATE INDEX attachment_project ON attachment (project_id);

-- index attachment_subject on attachment
CREATE INDEX attachment_subject ON attachment (subject_id, document);

-- index baseline_name on baseline
CREATE UNIQUE INDEX baseline_name ON baseline (project_id, name) WHERE removed_at IS NULL;

-- index budget_line_key on budget_line
CREATE INDEX budget_line_key ON budget_line (line_key);

-- index budget_line_parent on budget_line
CREATE INDEX budget_line_parent ON budget_line (parent_id) WHERE parent_id IS NOT NULL;

-- index budget_version_import on budget_version
CREATE INDEX budget_version_import ON budget_version (import_id) WHERE import_id IS NOT NULL;

-- index budget_version_project on budget_version
CREATE INDEX budget_version_project ON budget_version (project_id);

-- index calendar_default on calendar
CREATE UNIQUE INDEX calendar_default ON calendar (ifnull(project_id, '')) WHERE is_default = 1 AND removed_at IS NULL;

-- index calendar_exception_calendar on calendar_exception
CREATE INDEX calendar_exception_calendar ON calendar_exception (calendar_id);

-- index cash_plan_month_once on cash_plan_month
CREATE UNIQUE INDEX cash_plan_month_once
  ON cash_plan_month (ifnull(contract_id, ''), ifnull(task_id, ''), ifnull(fund_id, ''), year, month);

-- index change_entity on change
CREATE INDEX change_entity ON change (entity_id);

-- index citation_subject on citation
CREATE INDEX citation_subject ON citation (subject_id);

-- index contract_change_contract on contract_change
CREATE INDEX contract_change_contract ON contract_change (contract_id);

-- index contract_import on contract
CREATE INDEX contract_import ON contract (import_id) WHERE import_id IS NOT NULL;

-- index contract_line_contract on contract_line
CREATE INDEX contract_line_contract ON contract_line (contract_id);

-- index document_waiver_once on document_waiver
CREATE UNIQUE INDEX document_waiver_once ON document_waiver (subject_id, requirement_id) WHERE withdrawn_at IS NULL;

-- index fund_entry_fund on fund_entry
CREATE INDEX fund_entry_fund ON fund_entry (fund_id, project_id);

-- index fund_entry_import on fund_entry
CREATE INDEX fund_entry_import ON fund_entry (import_id) WHERE import_id IS NOT NULL;

-- index fund_entry_project on fund_entry
CREATE INDEX fund_entry_project ON fund_entry (project_id);

-- index fund_entry_reverses on fund_entry
CREATE UNIQUE INDEX fund_entry_reverses ON fund_entry (reverses_id) WHERE reverses_id IS NOT NULL;

-- index payment_adjusts on payment
CREATE INDEX payment_adjusts ON payment (adjusts_id, amount_fen) WHERE adjusts_id IS NOT NULL;

-- index payment_contract on payment
CREATE INDEX payment_contract ON payment (contract_id, kind, amount_fen) WHERE contract_id IS NOT NULL;

-- index payment_corrects on payment
CREATE UNIQUE INDEX payment_corrects ON payment (corrects_id) WHERE corrects_id IS NOT NULL;

-- index payment_day on payment
CREATE INDEX payment_day ON payment (paid_on);

-- index payment_due_contract on payment_due
CREATE INDEX payment_due_contract ON payment_due (contract_id);

-- index payment_fund_balance on payment_fund
CREATE INDEX payment_fund_balance ON payment_fund (fund_id, project_id, amount_fen);

-- index payment_fund_project on payment_fund
CREATE INDEX payment_fund_project ON payment_fund (project_id, fund_id, amount_fen);

-- index payment_import on payment
CREATE INDEX payment_import ON payment (import_id) WHERE import_id IS NOT NULL;

-- index payment_line on payment
CREATE INDEX payment_line ON payment (project_id, budget_line_id, amount_fen) WHERE budget_line_id IS NOT NULL;

-- index payment_project on payment
CREATE INDEX payment_project ON payment (project_id, paid_on);

-- index payment_refund_of on payment
CREATE INDEX payment_refund_of ON payment (contract_id, refund_of) WHERE refund_of IS NOT NULL;

-- index payment_reverses on payment
CREATE UNIQUE INDEX payment_reverses ON payment (reverses_id) WHERE reverses_id IS NOT NULL;

-- index payment_voucher on payment
CREATE INDEX payment_voucher ON payment (voucher_no) WHERE voucher_no IS NOT NULL;

-- index progress_report_milestone on progress_report
CREATE INDEX progress_report_milestone ON progress_report (milestone_id);

-- index progress_value_contract on progress_value
CREATE INDEX progress_value_contract ON progress_value (contract_id, month);

-- index project_name on project
CREATE UNIQUE INDEX project_name ON project (ifnull(plan_id, ''), name);

-- index schedule_step_project on schedule_step
CREATE INDEX schedule_step_project ON schedule_step (project_id);

-- index schedule_step_undoes on schedule_step
CREATE INDEX schedule_step_undoes ON schedule_step (undoes_id) WHERE undoes_id IS NOT NULL;

-- index task_link_pair on task_link
CREATE UNIQUE INDEX task_link_pair ON task_link (predecessor_id, successor_id) WHERE removed_at IS NULL;

-- index task_link_project on task_link
CREATE INDEX task_link_project ON task_link (project_id);

-- index task_link_successor on task_link
CREATE INDEX task_link_successor ON task_link (successor_id);

-- index task_parent on task
CREATE INDEX task_parent ON task (parent_id) WHERE parent_id IS NOT NULL;

-- index task_project on task
CREATE INDEX task_project ON task (project_id, sort_order);

-- table advance_recovery on advance_recovery
CREATE TABLE advance_recovery (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  recovered_on TEXT NOT NULL CHECK (recovered_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  memo TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;

-- table alert_acknowledgement on alert_acknowledgement
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

-- table annual_plan on annual_plan
CREATE TABLE annual_plan (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2199),
  version INTEGER NOT NULL CHECK (version >= 1),
  document_no TEXT,
  issued_on TEXT,
  -- As the document words them; NULL: as the project has them.
  scope TEXT,
  period TEXT,
  reason TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  UNIQUE (project_id, year, version),
  CHECK (version = 1 OR (document_no IS NOT NULL AND issued_on IS NOT NULL AND reason IS NOT NULL))
) STRICT;

-- table annual_plan_line on annual_plan_line
CREATE TABLE annual_plan_line (
  id TEXT PRIMARY KEY,
  annual_plan_id TEXT NOT NULL REFERENCES annual_plan (id),
  fund_id TEXT REFERENCES fund (id),
  amount_fen INTEGER CHECK (amount_fen >= 0)
) STRICT;

-- table attachment on attachment
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  -- The table and the id of the record that it belongs to.
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  project_id TEXT REFERENCES project (id),
  contract_id TEXT REFERENCES contract (id),
  content_id TEXT NOT NULL REFERENCES content (id),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  -- Which document it is (发票, 合同扫描件 …): what the list of missing documents looks for.
  document TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  removed_at TEXT,
  removed_by TEXT,
  remove_reason TEXT,
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (remove_reason IS NULL))
) STRICT;

-- table baseline on baseline
CREATE TABLE baseline (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  removed_at TEXT
) STRICT;

-- table baseline_item on baseline_item
CREATE TABLE baseline_item (
  id TEXT PRIMARY KEY,
  baseline_id TEXT NOT NULL REFERENCES baseline (id),
  task_id TEXT NOT NULL REFERENCES task (id),
  planned_start TEXT,
  planned_finish TEXT,
  duration_days INTEGER,
  duration_unit TEXT,
  weight REAL,
  progress_pct REAL,
  cost_fen INTEGER, depth INTEGER CHECK (depth >= 0),
  UNIQUE (baseline_id, task_id)
) STRICT;

-- table budget_line on budget_line
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

-- table budget_version on budget_version
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
  recorded_at TEXT NOT NULL, import_id TEXT REFERENCES import_batch (id),
  CHECK (state = 'draft' OR (approval_no IS NOT NULL AND approval_body IS NOT NULL AND approved_on IS NOT NULL))
) STRICT;

-- table calendar on calendar
CREATE TABLE calendar (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  name TEXT NOT NULL CHECK (name <> ''),
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  -- Digits of the working days of a week, 1 = Monday; NULL: as the calendar above it.
  working_weekdays TEXT CHECK (working_weekdays NOT GLOB '*[^1-7]*'),
  -- Whether 法定节假日 and 调休 count; NULL: as the calendar above it.
  keeps_holidays INTEGER CHECK (keeps_holidays IN (0, 1)),
  recorded_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

-- table calendar_exception on calendar_exception
CREATE TABLE calendar_exception (
  id TEXT PRIMARY KEY,
  calendar_id TEXT NOT NULL REFERENCES calendar (id),
  name TEXT NOT NULL CHECK (name <> ''),
  first_on TEXT NOT NULL,
  last_on TEXT NOT NULL,
  is_work INTEGER NOT NULL CHECK (is_work IN (0, 1)),
  recorded_at TEXT NOT NULL,
  removed_at TEXT,
  CHECK (first_on <= last_on)
) STRICT;

-- table cash_plan_month on cash_plan_month
CREATE TABLE "cash_plan_month" (
  id TEXT PRIMARY KEY,
  contract_id TEXT REFERENCES contract (id),
  task_id TEXT REFERENCES task (id),
  fund_id TEXT REFERENCES fund (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2199),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  amount_fen INTEGER CHECK (amount_fen >= 0),
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  CHECK ((contract_id IS NULL) <> (task_id IS NULL))
) STRICT;

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

-- table content on content
CREATE TABLE content (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  byte_count INTEGER NOT NULL CHECK (byte_count > 0),
  chunk_count INTEGER NOT NULL CHECK (chunk_count > 0),
  -- Its bytes were taken out, since no attachment that stands refers to it any more.
  collected_at TEXT
) STRICT;

-- table content_chunk on content_chunk
CREATE TABLE content_chunk (
  sha256 TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  bytes BLOB NOT NULL,
  UNIQUE (sha256, position)
) STRICT;

-- table contract on contract
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
  recorded_at TEXT NOT NULL, submitted_fen INTEGER CHECK (submitted_fen > 0), import_id TEXT REFERENCES import_batch (id), import_row INTEGER, progress_payment_pct REAL CHECK (progress_payment_pct BETWEEN 0 AND 100),
  UNIQUE (project_id, number),
  CHECK ((state = 'settled') = (settlement_fen IS NOT NULL AND settled_on IS NOT NULL))
) STRICT;

-- table contract_change on contract_change
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

-- table contract_line on contract_line
CREATE TABLE contract_line (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  budget_line_id TEXT REFERENCES budget_line (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  is_settlement INTEGER NOT NULL CHECK (is_settlement IN (0, 1)),
  settled_on TEXT,
  CHECK ((is_settlement = 1) = (settled_on IS NOT NULL))
) STRICT;

-- table cost_mapping on cost_mapping
CREATE TABLE cost_mapping (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  line_key TEXT NOT NULL CHECK (line_key <> ''),
  cost_class TEXT CHECK (cost_class IN
    ('construction', 'equipment', 'deferred', 'otherInvestment', 'writeOff', 'transferOut')),
  UNIQUE (project_id, line_key)
) STRICT;

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

-- table document_requirement on document_requirement
CREATE TABLE document_requirement (
  id TEXT PRIMARY KEY,
  situation TEXT NOT NULL,
  document TEXT NOT NULL CHECK (document <> ''),
  basis TEXT NOT NULL,
  clause TEXT,
  status TEXT NOT NULL CHECK (status IN ('checked', 'unchecked', 'internal')),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

-- table document_waiver on document_waiver
CREATE TABLE document_waiver (
  id TEXT PRIMARY KEY,
  requirement_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  withdrawn_at TEXT
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

-- table fund on fund
CREATE TABLE fund (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('central', 'province', 'city', 'district', 'bond', 'own', 'other')),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  document_no TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL
) STRICT;

-- table fund_entry on fund_entry
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
, reverses_id TEXT REFERENCES fund_entry (id), reason TEXT CHECK (reverses_id IS NULL OR reason IS NOT NULL), import_id TEXT REFERENCES import_batch (id), import_row INTEGER) STRICT;

-- table import_batch on import_batch
CREATE TABLE "import_batch" (
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

-- table import_mapping on import_mapping
CREATE TABLE "import_mapping" (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('payments', 'contracts', 'budgetLines', 'funds', 'tasks')),
  name TEXT NOT NULL CHECK (name <> ''),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- table library on library
CREATE TABLE library (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  is_synthetic INTEGER NOT NULL DEFAULT 0 CHECK (is_synthetic IN (0, 1))
) STRICT;

-- table paid_by_contract on paid_by_contract
CREATE TABLE paid_by_contract (
  contract_id TEXT PRIMARY KEY REFERENCES contract (id),
  paid_fen INTEGER NOT NULL,
  payment_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- table paid_by_line on paid_by_line
CREATE TABLE paid_by_line (
  project_id TEXT NOT NULL REFERENCES project (id),
  budget_line_id TEXT NOT NULL REFERENCES budget_line (id),
  paid_fen INTEGER NOT NULL,
  payment_count INTEGER NOT NULL,
  PRIMARY KEY (project_id, budget_line_id)
) STRICT, WITHOUT ROWID;

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
CREATE TABLE "payment" (
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
  adjusts_id TEXT REFERENCES payment (id), import_id TEXT REFERENCES import_batch (id), import_row INTEGER, refund_of TEXT
  CHECK (refund_of IS NULL OR (refund_of IN ('advance', 'other') AND kind IS 'refund' AND contract_id IS NOT NULL)),
  CHECK (adjusts_id IS NOT NULL OR (amount_fen < 0) = ((reverses_id IS NOT NULL) <> (kind IS 'refund'))),
  CHECK (adjusts_id IS NULL OR (reverses_id IS NULL AND corrects_id IS NULL AND correction IS NOT NULL)),
  CHECK (reverses_id IS NULL OR reason IS NOT NULL),
  CHECK (adjusts_id IS NULL OR reason IS NOT NULL)
) STRICT;

-- table payment_due on payment_due
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

-- table payment_fund on payment_fund
CREATE TABLE payment_fund (
  id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL REFERENCES payment (id),
  fund_id TEXT NOT NULL REFERENCES fund (id),
  project_id TEXT NOT NULL REFERENCES project (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  UNIQUE (payment_id, fund_id)
) STRICT;

-- table period_close on period_close
CREATE TABLE period_close (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL UNIQUE CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  close_reason TEXT NOT NULL,
  reopened_at TEXT,
  reopened_by TEXT,
  reopen_reason TEXT
, book_fen INTEGER, ledger_fen INTEGER, difference_note TEXT, open_items TEXT CHECK (open_items IS NULL OR json_valid(open_items))) STRICT;

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
  milestone_id TEXT NOT NULL REFERENCES "task" (id),
  as_of TEXT NOT NULL,
  status TEXT NOT NULL,
  actual TEXT,
  forecast TEXT,
  progress_pct REAL,
  note TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
, actual_start TEXT, delay_reason TEXT
  CHECK (delay_reason IN ('weather', 'funds', 'land', 'design', 'approval', 'tender', 'material', 'contractor', 'other'))) STRICT;

-- table progress_value on progress_value
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

-- table retention on retention
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

-- table rule on rule
CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  basis TEXT NOT NULL,
  clause TEXT,
  region TEXT NOT NULL,
  effective_from TEXT,
  threshold TEXT NOT NULL CHECK (json_valid(threshold)),
  status TEXT NOT NULL CHECK (status IN ('checked', 'unchecked'))
, code TEXT, withdrawn_at TEXT) STRICT;

-- table schedule_step on schedule_step
CREATE TABLE schedule_step (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  request TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  undoes_id TEXT REFERENCES schedule_step (id),
  recorded_at TEXT NOT NULL
) STRICT;

-- table staged_content on staged_content
CREATE TABLE staged_content (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  byte_count INTEGER NOT NULL CHECK (byte_count > 0),
  chunk_count INTEGER NOT NULL CHECK (chunk_count > 0),
  staged_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- table task on task
CREATE TABLE "task" (
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
, kind TEXT CHECK (kind IN ('task', 'summary')), parent_id TEXT REFERENCES task (id), planned_start TEXT, planned_start_first TEXT, planned_start_last TEXT, planned_finish TEXT, planned_finish_first TEXT, planned_finish_last TEXT, duration_days INTEGER CHECK (duration_days > 0), duration_unit TEXT CHECK (duration_unit IN ('workday', 'calendarDay')), constraint_kind TEXT
  CHECK (constraint_kind IN ('startNoEarlier', 'startNoLater', 'finishNoEarlier', 'finishNoLater', 'mustStart', 'mustFinish')), constraint_on TEXT, actual_start TEXT, weight REAL CHECK (weight > 0), cost_fen INTEGER CHECK (cost_fen >= 0), budget_line_id TEXT REFERENCES budget_line (id), contract_id TEXT REFERENCES contract (id), calendar_id TEXT REFERENCES calendar (id), removed_at TEXT, external_id TEXT CHECK (external_id <> '')) STRICT;

-- table task_link on task_link
CREATE TABLE task_link (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  predecessor_id TEXT NOT NULL REFERENCES task (id),
  successor_id TEXT NOT NULL REFERENCES task (id),
  kind TEXT NOT NULL CHECK (kind IN ('FS', 'SS', 'FF', 'SF')),
  -- Workdays of the project's calendar; negative is a lead.
  lag_days INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  removed_at TEXT,
  CHECK (predecessor_id <> successor_id)
) STRICT;

-- trigger advance_recovery_kept on advance_recovery
CREATE TRIGGER advance_recovery_kept BEFORE DELETE ON advance_recovery BEGIN
  SELECT raise(ABORT, 'a recovery is never deleted');
END;

-- trigger advance_recovery_stays on advance_recovery
CREATE TRIGGER advance_recovery_stays BEFORE UPDATE ON advance_recovery BEGIN
  SELECT raise(ABORT, 'a recovery is immutable');
END;

-- trigger annual_plan_kept on annual_plan
CREATE TRIGGER annual_plan_kept BEFORE DELETE ON annual_plan BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is never deleted');
END;

-- trigger annual_plan_line_kept on annual_plan_line
CREATE TRIGGER annual_plan_line_kept BEFORE DELETE ON annual_plan_line BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is never deleted');
END;

-- trigger annual_plan_line_stays on annual_plan_line
CREATE TRIGGER annual_plan_line_stays BEFORE UPDATE ON annual_plan_line BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is immutable');
END;

-- trigger annual_plan_stays on annual_plan
CREATE TRIGGER annual_plan_stays BEFORE UPDATE ON annual_plan BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is immutable');
END;

-- trigger attachment_kept on attachment
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment BEGIN
  SELECT raise(ABORT, 'an attachment is removed with a reason, its record stays');
END;

-- trigger baseline_item_stays on baseline_item
CREATE TRIGGER baseline_item_stays BEFORE UPDATE ON baseline_item BEGIN
  SELECT raise(ABORT, 'a baseline is what was planned then');
END;

-- trigger budget_line_closed on budget_line
CREATE TRIGGER budget_line_closed BEFORE INSERT ON budget_line
  WHEN (SELECT state FROM budget_version WHERE id = new.version_id) = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

-- trigger budget_line_kept on budget_line
CREATE TRIGGER budget_line_kept BEFORE DELETE ON budget_line
  WHEN (SELECT state FROM budget_version WHERE id = old.version_id) = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

-- trigger budget_line_stays on budget_line
CREATE TRIGGER budget_line_stays BEFORE UPDATE ON budget_line
  WHEN (SELECT state FROM budget_version WHERE id = old.version_id) = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

-- trigger budget_version_kept on budget_version
CREATE TRIGGER budget_version_kept BEFORE DELETE ON budget_version WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

-- trigger budget_version_stays on budget_version
CREATE TRIGGER budget_version_stays BEFORE UPDATE ON budget_version WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved budget is locked');
END;

-- trigger change_kept on change
CREATE TRIGGER change_kept BEFORE DELETE ON change BEGIN
  SELECT raise(ABORT, 'the chain is append-only');
END;

-- trigger change_stays on change
CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN
  SELECT raise(ABORT, 'the chain is append-only');
END;

-- trigger content_kept on content
CREATE TRIGGER content_kept BEFORE DELETE ON content BEGIN
  SELECT raise(ABORT, 'the record of a content stays');
END;

-- trigger contract_change_kept on contract_change
CREATE TRIGGER contract_change_kept BEFORE DELETE ON contract_change WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved change is locked');
END;

-- trigger contract_change_stays on contract_change
CREATE TRIGGER contract_change_stays BEFORE UPDATE ON contract_change WHEN old.state = 'approved' BEGIN
  SELECT raise(ABORT, 'an approved change is locked');
END;

-- trigger contract_line_stays on contract_line
CREATE TRIGGER contract_line_stays BEFORE UPDATE ON contract_line BEGIN
  SELECT raise(ABORT, 'a contract line is immutable');
END;

-- trigger fund_entry_kept on fund_entry
CREATE TRIGGER fund_entry_kept BEFORE DELETE ON fund_entry BEGIN
  SELECT raise(ABORT, 'a fund entry is never deleted');
END;

-- trigger fund_entry_stays on fund_entry
CREATE TRIGGER fund_entry_stays BEFORE UPDATE ON fund_entry BEGIN
  SELECT raise(ABORT, 'a fund entry is immutable');
END;

-- trigger import_batch_kept on import_batch
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch BEGIN
  SELECT raise(ABORT, 'an import is never deleted');
END;

-- trigger payment_fund_kept on payment_fund
CREATE TRIGGER payment_fund_kept BEFORE DELETE ON payment_fund BEGIN
  SELECT raise(ABORT, 'a posted payment is never deleted');
END;

-- trigger payment_fund_stays on payment_fund
CREATE TRIGGER payment_fund_stays BEFORE UPDATE ON payment_fund BEGIN
  SELECT raise(ABORT, 'a posted payment is immutable');
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

-- trigger progress_value_kept on progress_value
CREATE TRIGGER progress_value_kept BEFORE DELETE ON progress_value BEGIN
  SELECT raise(ABORT, 'a value of work is never deleted');
END;

-- trigger progress_value_stays on progress_value
CREATE TRIGGER progress_value_stays BEFORE UPDATE ON progress_value BEGIN
  SELECT raise(ABORT, 'a value of work is immutable');
END;

-- view committed on committed
CREATE VIEW committed AS
  SELECT line.contract_id, contract.project_id, line.budget_line_id, line.amount_fen,
      CASE line.is_settlement WHEN 1 THEN contract.settled_on ELSE contract.signed_on END AS since
    FROM contract_line AS line JOIN contract ON contract.id = line.contract_id
  UNION ALL
  SELECT change.contract_id, contract.project_id, change.budget_line_id, change.amount_fen, change.approved_on
    FROM contract_change AS change JOIN contract ON contract.id = change.contract_id WHERE change.state = 'approved';
