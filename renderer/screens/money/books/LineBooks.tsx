import { Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookLine } from '../../../../db/domain/books.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Block } from '../../../parts/Block.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { BookCells, BookHeads, BrokenLimits } from './BookCells.tsx'
import { lineOrigins, projectOrigins } from './bookOrigins.ts'
import { shownBooks } from './shownBooks.ts'
import { useBookColumns } from './useBookColumns.ts'

interface Props {
  readonly books: RequestOutput<'fourBooks'>
  readonly projectId: string
  readonly project: MoneyTabProps['projects'][number] | undefined
  readonly lead: string
}

/** One project's books down the tree of its 科目; lines without any figure are folded away at first. */
export function LineBooks({ books, projectId, project, lead }: Props) {
  const { t } = useTranslation('money')
  const [isWhole, setIsWhole] = useState(false)
  const paid = project === undefined ? [] : [project]
  const shown = books.items.filter((line) => isWhole || hasFigure(line)).map((line) => shownBooks(line, paid))
  const folded = books.items.length - books.items.filter(hasFigure).length
  const { versionId } = books
  const exported = useBookColumns<(typeof shown)[number]>(t('line'), ({ code, name }) =>
    [code, name ?? t('unclassified')].filter((part) => part !== null).join(' '),
  )
  const loose = books.items.find(({ lineId }) => lineId === null)
  const unsplit = {
    contract: (loose?.contractFen ?? 0) !== 0,
    done: (loose?.doneFen ?? 0) !== 0,
    paid: (loose?.paidFen ?? 0) !== 0,
  }
  return (
    <Block
      title={t('booksTitle')}
      lead={lead}
      actions={
        <>
          {folded > 0 && (
            <label className="money-switch">
              <Switch size="small" checked={isWhole} onChange={setIsWhole} aria-label={t('showEmptyLines')} />
              {t('showEmptyLinesCount', { count: folded })}
            </label>
          )}
          <ExportTable
            name={t('booksTitle')}
            columns={exported}
            rows={shown}
            depthOf={({ depth }) => depth}
            conditions={[project?.name ?? '']}
          />
        </>
      }
    >
      <div className="money-scroll">
        <table className="sheet book-table" aria-label={t('booksTitle')}>
          <BookHeads first={t('line')} />
          <tbody>
            <tr className="book-total">
              <th scope="row">
                {t('total')} <BrokenLimits books={books.total} />
              </th>
              <BookCells books={shownBooks(books.total, paid)} origins={projectOrigins(projectId)} />
            </tr>
            {shown.map((line) => (
              <tr
                key={line.lineId ?? 'unclassified'}
                className={line.lineId === null ? 'is-unclassified' : line.isLeaf ? '' : 'book-group'}
              >
                <th scope="row" style={{ paddingInlineStart: 8 + line.depth * 18 }}>
                  {line.code !== null && <span className="line-code">{line.code}</span>}
                  {line.name ?? t('unclassified')} {line.lineId !== null && <BrokenLimits books={line} />}
                </th>
                <BookCells
                  books={line}
                  origins={lineOrigins(projectId, versionId, line)}
                  {...(line.lineId === null ? {} : { unsplit })}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

function hasFigure({ lineId, depth, budgetFen, contractFen, doneFen, paidFen, pendingFen }: BookLine) {
  const isTop = depth === 0 && lineId !== null
  return isTop || [budgetFen, contractFen, doneFen, paidFen, pendingFen].some((fen) => (fen ?? 0) !== 0)
}
