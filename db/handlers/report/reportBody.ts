import type { Day } from '../../domain/day.ts'
import { formatFen } from '../../domain/fen.ts'
import { annualPlanTable } from '../../domain/report/annualPlanTable.ts'
import { contractLedger } from '../../domain/report/contractLedger.ts'
import { monthlyReport } from '../../domain/report/monthlyReport.ts'
import { ledgerColumnIds, ledgerColumns, ledgerPeriod } from '../../domain/report/paymentLedger.ts'
import type { PlanGapNote, ReportBody } from '../../domain/report/report.ts'
import { retentionLedger } from '../../domain/report/retentionLedger.ts'
import { plainRow } from '../../domain/table.ts'
import { paymentColumns, paymentTableRow } from '../../exchange/paymentColumns.ts'
import type { ParsedInput } from '../../requests/requests.ts'
import { listContracts } from '../../store/contract.ts'
import type { ReadDb } from '../../store/database.ts'
import { eachPayment, totalsOf } from '../../store/paymentPage.ts'
import { listPlans } from '../../store/plan.ts'
import { annualPlanRows } from '../annualPlan.ts'
import type { Moment } from '../handler.ts'
import { planSummary } from '../plan.ts'
import { listRetentions } from '../retention.ts'
import { projectMonths } from './projectMonths.ts'

type ReportInput = ParsedInput<'getReport'>

/** What the table asked for is made of, from the books as they are now. */
export function reportBody(db: ReadDb, input: ReportInput, moment: Moment): ReportBody {
  const { today } = moment
  const { language, unit, projectId, planId } = input
  switch (input.report) {
    case 'paymentLedger':
      return paymentLedger(db, input)
    case 'contractLedger':
      return contractLedger(contractsOf(db, input), asOf(today, language), language)
    case 'monthlyReport': {
      const month = input.month ?? today.slice(0, 7)
      const projects = projectMonths(db, month, { projectId, planId })
      const gaps = projectId === undefined ? planGaps(db, input, moment) : []
      return monthlyReport(projects, gaps, month, language)
    }
    case 'annualPlan': {
      const year = input.year ?? Number(today.slice(0, 4))
      return annualPlanTable(annualPlanRows(db, { year, projectId, planId }), year, unit, language)
    }
    case 'retentionLedger':
      return retentionLedger(
        listRetentions(db, { projectId, state: 'all', page: 1, pageSize: 100_000 }, moment).items,
        asOf(today, language),
        language,
      )
  }
}

function paymentLedger(db: ReadDb, { projectId, planId, from, to, language }: ReportInput): ReportBody {
  const filter = { projectId, planId, from, to, reversals: 'all' } as const
  return {
    period: ledgerPeriod(from, to, language),
    columns: ledgerColumns(paymentColumns(ledgerColumnIds, language), language),
    rowCount: totalsOf(db, filter).count,
    rows: rows(),
    inWords: 'amountFen',
    notes: [
      language === 'en'
        ? 'Reversals are negative entries; each names the one that it cancels.'
        : '红字冲销为负数，与被冲销的一笔并列；合计为冲销后的净额。',
    ],
  }

  function* rows() {
    let place = 0
    for (const payment of eachPayment(db, filter, 'paidOn')) {
      place += 1
      const { cells } = paymentTableRow(payment, ledgerColumnIds, language)
      yield plainRow([place, ...cells], 0, { projectId: payment.projectId })
    }
  }
}

/** A plan's published total that its items do not add up to is shown, never repaired. */
function planGaps(
  db: ReadDb,
  { planId, unit, language }: ReportInput,
  moment: Moment,
): readonly PlanGapNote[] {
  return listPlans(db, { page: 1, pageSize: 1000 })
    .items.filter(({ id }) => planId === undefined || id === planId)
    .flatMap(({ id, name }) => {
      const { publishedTotalFen, itemsTotalFen, gapFen } = planSummary(db, { planId: id }, moment)
      if (publishedTotalFen === null || itemsTotalFen === null || gapFen === null || gapFen === 0) return []
      const [published, items, gap] = [publishedTotalFen, itemsTotalFen, gapFen].map((fen) =>
        formatFen(fen, unit),
      )
      const text =
        language === 'en'
          ? `${name}: published total ${published}, items ${items}, gap ${gap}, to be checked.`
          : `${name}：规划公布合计 ${published}，分项合计 ${items}，差额 ${gap}，待核。`
      return { planId: id, text }
    })
}

function contractsOf(db: ReadDb, { projectId, planId }: ReportInput) {
  const { items } = listContracts(db, { projectId, planId, text: undefined }, { page: 1, pageSize: 100_000 })
  return items.toReversed()
}

function asOf(today: Day, language: ReportInput['language']) {
  return language === 'en' ? `as of ${today}` : `截至 ${today}`
}
