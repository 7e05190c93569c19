import type { RetentionRow } from '../retention.ts'
import type { Language } from '../ruleText.ts'
import { plainRow } from '../table.ts'
import { type ReportBody, reportColumn, speaking } from './report.ts'

/** 质保金台账: what is held of each contract, and when it is to be returned. */
export function retentionLedger(
  held: readonly RetentionRow[],
  period: string,
  language: Language,
): ReportBody {
  const say = speaking(language)
  const unknown = say(['未录入', 'Not entered'])
  const money = (id: string, title: readonly [string, string]) =>
    reportColumn(id, say(title), 'money', { isSummed: true })
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
      reportColumn('place', say(['序号', 'No.']), 'count'),
      reportColumn('number', say(['合同编号', 'Contract no.'])),
      reportColumn('name', say(['合同名称', 'Name'])),
      reportColumn('project', say(['项目', 'Project'])),
      reportColumn('counterparty', say(['对方单位', 'Counterparty'])),
      reportColumn('pct', say(['比例', 'Share']), 'pct'),
      money('basis', ['计提基数', 'Basis']),
      money('due', ['应留', 'To hold']),
      money('guarantee', ['保函', 'Guarantee']),
      money('released', ['已返还', 'Returned']),
      money('held', ['余额', 'Held']),
      reportColumn('dueOn', say(['应返还日', 'Return due on']), 'day'),
    ],
    rows: held.map((retention, place) =>
      plainRow([
        place + 1,
        retention.number,
        retention.name,
        retention.projectName,
        retention.counterparty,
        retention.retentionPct,
        retention.basisFen ?? unknown,
        retention.dueFen ?? unknown,
        retention.guaranteeFen,
        retention.releasedFen,
        retention.heldFen,
        retention.releaseDueOn ?? unknown,
      ]),
    ),
  }
}
