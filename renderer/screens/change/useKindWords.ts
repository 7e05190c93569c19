import { useTranslation } from 'react-i18next'
import { budgetKinds } from '../../../db/domain/budget.ts'
import { contractKinds } from '../../../db/domain/contract.ts'
import { fundKinds } from '../../../db/domain/fund.ts'
import { importKind } from '../../../db/domain/import/field.ts'
import { paymentKinds } from '../../../db/domain/payment.ts'
import { isDiscrepancyKind } from '../../text/check.ts'

/** The kind of a record in words, whatever record it is; null for a code that none has. */
export function useKindWords(): (code: string) => string | null {
  const { t } = useTranslation(['money', 'check', 'import'])
  return (code) => {
    const payment = paymentKinds.find((known) => known === code)
    if (payment !== undefined) return t(`paymentKind.${payment}`)
    const contract = contractKinds.find((known) => known === code)
    if (contract !== undefined) return t(`contractKind.${contract}`)
    const budget = budgetKinds.find((known) => known === code)
    if (budget !== undefined) return t(`budgetKind.${budget}`)
    const fund = fundKinds.find((known) => known === code)
    if (fund !== undefined) return t(`fundKind.${fund}`)
    const imported = importKind.safeParse(code)
    if (imported.success) return t(`import:kind.${imported.data}`)
    if (code === 'receipt' || code === 'allotment') return t(`entryKind.${code}`)
    return isDiscrepancyKind(code) ? t(`check:kind.${code}`) : null
  }
}
