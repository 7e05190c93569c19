import { useTranslation } from 'react-i18next'
import { type DueColumn, dueColumns } from '../../../db/domain/dueBoard.ts'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useLanguage } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'

type Board = RequestOutput<'dueBoard'>

interface Line {
  readonly responsible: string | null
  readonly column: DueColumn
  readonly card: Board['rows'][number]['cards'][DueColumn][number]
}

/** 到期看板 as a list: a line for each card, in the board's own order. */
export function ExportBoard({ board, plan }: { readonly board: Board; readonly plan: string | undefined }) {
  const { t } = useTranslation(['progress', 'schedule'])
  const language = useLanguage()
  const columns: readonly ExportColumn<Line>[] = [
    { title: t('responsibleFilter'), cell: ({ responsible }) => responsible ?? t('nobody') },
    { title: t('boardStretch'), cell: ({ column }) => t(`boardColumn.${column}`) },
    { title: t('column.name'), cell: ({ card }) => card.item.name },
    { title: t('boardProject'), cell: ({ card }) => card.item.projectName },
    {
      title: t('boardExpected'),
      kind: 'day',
      cell: ({ card: { expected } }) =>
        /^\d{4}-\d\d-\d\d$/.test(expected) ? expected : planDateInWords(expected, language),
    },
    { title: t('boardLate'), kind: 'count', cell: ({ card }) => card.daysLate },
    { title: t('boardLeft'), kind: 'count', cell: ({ card }) => card.daysLeft },
  ]
  const lines = board.rows.flatMap(({ responsible, cards }) =>
    dueColumns.flatMap((column) => cards[column].map((card) => ({ responsible, column, card }))),
  )
  return (
    <ExportTable name={t('boardTable')} columns={columns} rows={lines} isSmall={false} conditions={[plan]} />
  )
}
