import type { ContractRow } from '../contract.ts'
import { pctIn } from '../fenPart.ts'
import type { Language } from '../ruleText.ts'
import { plainRow } from '../table.ts'
import { ledgerMoney, namedCells, namedColumns } from './contractNamed.ts'
import { type ReportBody, reportColumn, speaking } from './report.ts'

/** 合同台账: every contract with its price, what was done and what was paid of it. */
export function contractLedger(
  contracts: readonly ContractRow[],
  period: string,
  language: Language,
): ReportBody {
  const say = speaking(language)
  const unknown = say(['未录入', 'Not entered'])
  return {
    period,
    rowCount: contracts.length,
    inWords: null,
    notes: [
      say([
        '现合同价＝合同金额＋已批变更，结算后为结算价；待批变更不计入。未付＝现合同价－已付。',
        'Price now is the amount as signed with approved changes, or the settlement price; pending changes are not counted. Unpaid is price now less paid.',
      ]),
    ],
    columns: [
      ...namedColumns(say),
      reportColumn('kind', say(['类别', 'Kind'])),
      reportColumn('signedOn', say(['签订日期', 'Signed on']), 'day'),
      ledgerMoney(say, 'amount', ['合同金额', 'As signed']),
      ledgerMoney(say, 'changes', ['已批变更', 'Changes']),
      ledgerMoney(say, 'committed', ['现合同价', 'Price now']),
      ledgerMoney(say, 'done', ['完成投资', 'Done']),
      ledgerMoney(say, 'paid', ['已付', 'Paid']),
      ledgerMoney(say, 'unpaid', ['未付', 'Unpaid']),
      reportColumn('paidPct', say(['付款比例', 'Paid']), 'pct'),
      reportColumn('state', say(['状态', 'State'])),
    ],
    rows: contracts.map((contract, place) =>
      plainRow(
        [
          ...namedCells(contract, place),
          say(kinds[contract.kind]),
          contract.signedOn,
          contract.amountFen,
          contract.approvedChangeFen,
          contract.committedFen,
          contract.doneFen ?? unknown,
          contract.paidFen,
          contract.committedFen - contract.paidFen,
          pctIn(contract.paidFen, contract.committedFen),
          contract.state === 'settled' ? say(['已结算', 'Settled']) : say(['履行中', 'Active']),
        ],
        0,
        { projectId: contract.projectId, contractId: contract.id },
      ),
    ),
  }
}

const kinds: Readonly<Record<ContractRow['kind'], readonly [string, string]>> = {
  construction: ['施工', 'Construction'],
  design: ['设计', 'Design'],
  supervision: ['监理', 'Supervision'],
  survey: ['勘察', 'Survey'],
  equipment: ['设备', 'Equipment'],
  other: ['其他', 'Other'],
}
