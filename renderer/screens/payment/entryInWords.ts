import { formatFen } from '../../../db/domain/fen.ts'
import type { Payment } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import type { DraftContent } from './paymentDraft.ts'
import { typedDay } from './typedDay.ts'

/** One entry in a line: day, payee, amount in 元. */
export function entryInWords(payment: Pick<Payment, 'paidOn' | 'payee' | 'amountFen'>, yuan: string): string {
  return `${payment.paidOn} ${payment.payee} ${formatFen(payment.amountFen, 'yuan')} ${yuan}`
}

/** The same of what is typed in the form. */
export function contentInWords(
  content: DraftContent,
  projects: readonly ProjectRow[],
  units: Readonly<Record<'yuan' | 'wan', string>>,
  today: string,
) {
  const project = projects.find((candidate) => candidate.id === content.projectId)?.name
  const paidOn = typedDay(content.paidOn, today) ?? content.paidOn
  return [project, paidOn, content.payee, `${content.amount} ${units[content.unit]}`, content.voucherNo]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}
