import type { Books } from '../../../../db/domain/books.ts'
import type { Fen } from '../../../../db/domain/fen.ts'

/** The books as they are shown: where no payment was ever entered, paid is unknown and not zero. */
export interface ShownBooks extends Omit<Books, 'paidFen'> {
  readonly paidFen: Fen | null
}

export function shownBooks<Row extends Pick<ShownBooks, 'paidFen'>>(
  row: Row,
  paid: readonly { readonly paymentCount: number }[],
): Omit<Row, 'paidFen'> & Pick<ShownBooks, 'paidFen'> {
  const isEntered = paid.some(({ paymentCount }) => paymentCount > 0)
  return { ...row, paidFen: isEntered ? row.paidFen : null }
}
