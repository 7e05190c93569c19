-- 冲销合计 is what reversals cancelled, whatever their sign: a refund and a difference are none, though they are negative.
UPDATE paid_by_month SET reversed_fen = 0;
UPDATE paid_by_month SET reversed_fen = red.fen
  FROM (SELECT project_id, substr(paid_on, 1, 7) AS month, sum(amount_fen) AS fen FROM payment
    WHERE reverses_id IS NOT NULL GROUP BY 1, 2) AS red
  WHERE red.project_id = paid_by_month.project_id AND red.month = paid_by_month.month;
