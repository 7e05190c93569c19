-- What a refund gives back: an advance that came back is no longer to be recovered, what was overpaid changes nothing of it.
-- NULL: not said, as of every refund before. A reversal of a refund says the same as the refund.
ALTER TABLE payment ADD COLUMN refund_of TEXT
  CHECK (refund_of IS NULL OR (refund_of IN ('advance', 'other') AND kind IS 'refund' AND contract_id IS NOT NULL));
CREATE INDEX payment_refund_of ON payment (contract_id, refund_of) WHERE refund_of IS NOT NULL;
