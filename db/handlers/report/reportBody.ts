import type { Day } from '../../domain/day.ts'
import { annualPlanTable } from '../../domain/report/annualPlanTable.ts'
import { contractLedger } from '../../domain/report/contractLedger.ts'
import { monthlyReport } from '../../domain/report/monthlyReport.ts'
import { ledgerColumnIds, ledgerColumns, ledgerPeriod } from '../../domain/report/paymentLedger.ts'
import type { ReportBody } from '../../domain/report/report.ts'
import { retentionLedger } from '../../domain/report/retentionLedger.ts'
import { plainRow } from '../../domain/table.ts'
import { paymentColumns, paymentTableRow } from '../../exchange/paymentColumns.ts'
import type { ParsedInput } from '../../requests/requests.ts'
import { listContracts } from '../../store/contract.ts'
import type { ReadDb } from '../../store/database.ts'
import { eachPayment, totalsOf } from '../../store/paymentPage.ts'
import { annualPlanRows } from '../annualPlan.ts'
import type { Moment } from '../handler.ts'
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
      return monthlyReport(projectMonths(db, month, { projectId, planId }), month, language)
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
      yield plainRow([place, ...paymentTableRow(payment, ledgerColumnIds, language).cells])
    }
  }
}

function contractsOf(db: ReadDb, { projectId, planId }: ReportInput) {
  const { items } = listContracts(db, { projectId, planId, text: undefined }, { page: 1, pageSize: 100_000 })
  return items.toReversed()
}

function asOf(today: Day, language: ReportInput['language']) {
  return language === 'en' ? `as of ${today}` : `截至 ${today}`
}
