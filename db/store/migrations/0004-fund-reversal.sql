-- A wrong 下达 or 到位 is cancelled by an entry of the opposite amount that names it, once at most, with its reason.
ALTER TABLE fund_entry ADD COLUMN reverses_id TEXT REFERENCES fund_entry (id);
ALTER TABLE fund_entry ADD COLUMN reason TEXT CHECK (reverses_id IS NULL OR reason IS NOT NULL);
CREATE UNIQUE INDEX fund_entry_reverses ON fund_entry (reverses_id) WHERE reverses_id IS NOT NULL;
