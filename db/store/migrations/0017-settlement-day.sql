-- A settlement holds from the day that the contract names: one corrected to another day takes all its lines with it.
DROP VIEW committed;
CREATE VIEW committed AS
  SELECT line.contract_id, contract.project_id, line.budget_line_id, line.amount_fen,
      CASE line.is_settlement WHEN 1 THEN contract.settled_on ELSE contract.signed_on END AS since
    FROM contract_line AS line JOIN contract ON contract.id = line.contract_id
  UNION ALL
  SELECT change.contract_id, contract.project_id, change.budget_line_id, change.amount_fen, change.approved_on
    FROM contract_change AS change JOIN contract ON contract.id = change.contract_id WHERE change.state = 'approved';
