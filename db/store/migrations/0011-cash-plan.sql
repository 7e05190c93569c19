-- 用款计划: a month that a person set, of a contract and a source; without amount_fen it is reckoned again.
CREATE TABLE cash_plan_month (
  id TEXT PRIMARY KEY,
  contract_id TEXT NOT NULL REFERENCES contract (id),
  fund_id TEXT REFERENCES fund (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2199),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  amount_fen INTEGER CHECK (amount_fen >= 0),
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cash_plan_month_once ON cash_plan_month (contract_id, ifnull(fund_id, ''), year, month);
