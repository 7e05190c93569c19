-- 年度投资计划: one row for each version of a project's plan of a year. The first sets it, each later one is an
-- adjustment with its document, date and reason; the earlier ones stay.
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
CREATE INDEX annual_plan_year ON annual_plan (year, project_id);
CREATE TRIGGER annual_plan_stays BEFORE UPDATE ON annual_plan BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is immutable');
END;
CREATE TRIGGER annual_plan_kept BEFORE DELETE ON annual_plan BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is never deleted');
END;

-- Its amounts by source: without fund_id the source is not settled yet; without amount_fen the amount is unknown.
CREATE TABLE annual_plan_line (
  id TEXT PRIMARY KEY,
  annual_plan_id TEXT NOT NULL REFERENCES annual_plan (id),
  fund_id TEXT REFERENCES fund (id),
  amount_fen INTEGER CHECK (amount_fen >= 0)
) STRICT;
CREATE UNIQUE INDEX annual_plan_line_fund ON annual_plan_line (annual_plan_id, ifnull(fund_id, ''));
CREATE TRIGGER annual_plan_line_stays BEFORE UPDATE ON annual_plan_line BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is immutable');
END;
CREATE TRIGGER annual_plan_line_kept BEFORE DELETE ON annual_plan_line BEGIN
  SELECT raise(ABORT, 'a version of an annual plan is never deleted');
END;
