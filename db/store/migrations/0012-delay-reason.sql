-- Why a task is late, in the words of a list.
ALTER TABLE progress_report ADD COLUMN delay_reason TEXT
  CHECK (delay_reason IN ('weather', 'funds', 'land', 'design', 'approval', 'tender', 'material', 'contractor', 'other'));
