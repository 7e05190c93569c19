import type { RetentionRow } from '../retention.ts'
import type { Language } from '../ruleText.ts'
import { plainRow } from '../table.ts'
import { ledgerMoney, namedCells, namedColumns } from './contractNamed.ts'
import { type ReportBody, reportColumn, speaking } from './report.ts'

/** 质保金台账: what is held of each contract, and when it is to be returned. */
export function retentionLedger(
  held: readonly RetentionRow[],
  period: string,
  language: Language,
): ReportBody {
  const say = speaking(language)
  const unknown = say(['未录入', 'Not entered'])
  return {
    period,
    rowCount: held.length,
    inWords: 'held',
    notes: [
      say([
        '应留＝计提基数×比例，计提基数为结算价，未结算的为完成投资；余额＝应留－保函－已返还。',
        'To hold is the share of the settlement price, or of the work done until settled. Held is that less what a guarantee stands for and what was returned.',
      ]),
    ],
    columns: [
      ...namedColumns(say),
      reportColumn('pct', say(['比例', 'Share']), 'pct'),
      ledgerMoney(say, 'basis', ['计提基数', 'Basis']),
      ledgerMoney(say, 'due', ['应留', 'To hold']),
      ledgerMoney(say, 'guarantee', ['保函', 'Guarantee']),
      ledgerMoney(say, 'released', ['已返还', 'Returned']),
      ledgerMoney(say, 'held', ['余额', 'Held']),
      reportColumn('dueOn', say(['应返还日', 'Return due on']), 'day'),
    ],
    rows: held.map((retention, place) =>
      plainRow(
        [
          ...namedCells(retention, place),
          retention.retentionPct,
          retention.basisFen ?? unknown,
          retention.dueFen ?? unknown,
          retention.guaranteeFen,
          retention.releasedFen,
          retention.heldFen,
          retention.releaseDueOn ?? unknown,
        ],
        0,
        { projectId: retention.projectId, contractId: retention.contractId },
      ),
    ),
  }
}
