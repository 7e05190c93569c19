-- 进度款支付比例: what a contract pays of the work done until its settlement; NULL: it keeps nothing back but the retention.
ALTER TABLE contract ADD COLUMN progress_payment_pct REAL CHECK (progress_payment_pct BETWEEN 0 AND 100);
