import type { PaymentRow } from '../../../db/domain/payment.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { useAllPages } from '../../api.ts'

/** The red entry of a reversed one, or the original of a red one: it has the same project and payee. */
export function useLinkedPayment(entry: PaymentRow) {
  const linkedId = entry.reversesId ?? entry.reversedById
  const found = useAllPages('listPayments', likeLinked(entry), { isEnabled: linkedId !== null })
  return {
    found,
    linked: found.data?.find((row) => row.id === linkedId) ?? null,
    isLinked: linkedId !== null,
  }
}

function likeLinked({
  projectId,
  payee,
  paidOn,
  amountFen,
  reversesId,
}: PaymentRow): RequestInput<'listPayments'> {
  return reversesId === null
    ? { projectId, payee, from: paidOn, reversals: 'only' }
    : { projectId, payee, to: paidOn, reversals: 'none', minFen: -amountFen, maxFen: -amountFen }
}
