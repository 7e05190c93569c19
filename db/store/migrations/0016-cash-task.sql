-- 用款计划: also a month of a task without a contract can be set. A column becomes nullable by making its table anew.
CREATE TABLE cash_plan_month_wider (
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
INSERT INTO cash_plan_month_wider (id, contract_id, fund_id, year, month, amount_fen, recorded_at, actor_name)
  SELECT id, contract_id, fund_id, year, month, amount_fen, recorded_at, actor_name FROM cash_plan_month ORDER BY rowid;
DROP TABLE cash_plan_month;
ALTER TABLE cash_plan_month_wider RENAME TO cash_plan_month;
CREATE UNIQUE INDEX cash_plan_month_once
  ON cash_plan_month (ifnull(contract_id, ''), ifnull(task_id, ''), ifnull(fund_id, ''), year, month);
