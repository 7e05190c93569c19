-- Where an item stood in the tree when the baseline was set (items are kept in its order): a cost is then counted once,
-- however the tree is changed later.
ALTER TABLE baseline_item ADD COLUMN depth INTEGER CHECK (depth >= 0);
