-- The schedule: milestones become rows of one table of tasks. Their chain entity stays 'milestone', and every new
-- column is NULL for what is there already, so that no image of a row changes.
DROP INDEX milestone_project;
ALTER TABLE milestone RENAME TO task;

-- A library has one calendar without a project, a project has one of its own at most; others are chosen by tasks.
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
CREATE UNIQUE INDEX calendar_default ON calendar (ifnull(project_id, '')) WHERE is_default = 1 AND removed_at IS NULL;

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
CREATE INDEX calendar_exception_calendar ON calendar_exception (calendar_id);

-- kind NULL: a milestone. due stays the target of any kind; planned dates are where the schedule puts it.
ALTER TABLE task ADD COLUMN kind TEXT CHECK (kind IN ('task', 'summary'));
ALTER TABLE task ADD COLUMN parent_id TEXT REFERENCES task (id);
ALTER TABLE task ADD COLUMN planned_start TEXT;
ALTER TABLE task ADD COLUMN planned_start_first TEXT;
ALTER TABLE task ADD COLUMN planned_start_last TEXT;
ALTER TABLE task ADD COLUMN planned_finish TEXT;
ALTER TABLE task ADD COLUMN planned_finish_first TEXT;
ALTER TABLE task ADD COLUMN planned_finish_last TEXT;
ALTER TABLE task ADD COLUMN duration_days INTEGER CHECK (duration_days > 0);
ALTER TABLE task ADD COLUMN duration_unit TEXT CHECK (duration_unit IN ('workday', 'calendarDay'));
ALTER TABLE task ADD COLUMN constraint_kind TEXT
  CHECK (constraint_kind IN ('startNoEarlier', 'startNoLater', 'finishNoEarlier', 'finishNoLater', 'mustStart', 'mustFinish'));
ALTER TABLE task ADD COLUMN constraint_on TEXT;
ALTER TABLE task ADD COLUMN actual_start TEXT;
ALTER TABLE task ADD COLUMN weight REAL CHECK (weight > 0);
ALTER TABLE task ADD COLUMN cost_fen INTEGER CHECK (cost_fen >= 0);
ALTER TABLE task ADD COLUMN budget_line_id TEXT REFERENCES budget_line (id);
ALTER TABLE task ADD COLUMN contract_id TEXT REFERENCES contract (id);
ALTER TABLE task ADD COLUMN calendar_id TEXT REFERENCES calendar (id);
ALTER TABLE task ADD COLUMN removed_at TEXT;
ALTER TABLE progress_report ADD COLUMN actual_start TEXT;
CREATE INDEX task_project ON task (project_id, sort_order);
CREATE INDEX task_parent ON task (parent_id) WHERE parent_id IS NOT NULL;

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
CREATE UNIQUE INDEX task_link_pair ON task_link (predecessor_id, successor_id) WHERE removed_at IS NULL;
CREATE INDEX task_link_project ON task_link (project_id);
CREATE INDEX task_link_successor ON task_link (successor_id);

CREATE TABLE baseline (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX baseline_name ON baseline (project_id, name) WHERE removed_at IS NULL;

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
  cost_fen INTEGER,
  UNIQUE (baseline_id, task_id)
) STRICT;
CREATE TRIGGER baseline_item_stays BEFORE UPDATE ON baseline_item BEGIN
  SELECT raise(ABORT, 'a baseline is what was planned then');
END;

-- One for each command on a schedule: its changes run from first_seq to its own, so that it can be undone as a whole.
CREATE TABLE schedule_step (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  request TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  undoes_id TEXT REFERENCES schedule_step (id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX schedule_step_project ON schedule_step (project_id);
CREATE INDEX schedule_step_undoes ON schedule_step (undoes_id) WHERE undoes_id IS NOT NULL;
