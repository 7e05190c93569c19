import { useTranslation } from 'react-i18next'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'
import type { ShownBooks } from './shownBooks.ts'

/** The six figures of BookCells as they are written out, behind the name of what they are of. */
export function useBookColumns<Row extends ShownBooks>(
  title: string,
  nameOf: (row: Row) => string,
): readonly ExportColumn<Row>[] {
  const { t } = useTranslation(['money', 'terms'])
  return [
    { title, cell: nameOf },
    ...(['budgetFen', 'contractFen', 'doneFen', 'paidFen', 'balanceFen', 'unpaidFen'] as const).map((book) =>
      moneyColumn<Row>(t(`book.${book}`), (row) => row[book], t('terms:notEntered')),
    ),
  ]
}
