import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow } from '../../../../db/domain/budget.ts'
import type { Fen } from '../../../../db/domain/fen.ts'
import { pctIn } from '../../../../db/domain/fenPart.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../../parts/FormulaTable.tsx'
import { useMay } from '../../../state.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import { LineActions } from './LineActions.tsx'
import { LineAmount } from './LineAmount.tsx'
import { PasteFaults } from './PasteFaults.tsx'
import { useLineEdits } from './useLineEdits.ts'

interface LineTreeProps {
  readonly label: string
  readonly projectId: string
  readonly versionId: string
  readonly lines: readonly BudgetLineRow[]
  readonly totalFen: Fen | null
  readonly mayEdit: boolean
  /** The 科目 that a figure elsewhere came from. */
  readonly markedKey: string | null
  readonly onAddBelow: (line: BudgetLineRow) => void
  readonly onEdit: (line: BudgetLineRow) => void
  readonly onMap: (line: BudgetLineRow) => void
}

/** 科目 with their 建设成本 class, amount and share of the whole. */
export function LineTree(props: LineTreeProps) {
  const { label, projectId, versionId, lines, totalFen, mayEdit, markedKey, onAddBelow, onEdit, onMap } =
    props
  const { t } = useTranslation('money')
  const mayMap = useMay('mapCostClass')
  const edits = useLineEdits(versionId, lines)
  const marked = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'center' })
  }, [markedKey])
  const partsOf = (parentId: string | null): readonly FormulaPart[] =>
    lines.flatMap(({ parentId: above, name, lineKey, totalFen: fen }) =>
      above === parentId && fen !== null
        ? [{ name, sign: '+', fen, to: moneyAddress({ tab: 'budgets', projectId, versionId, lineKey }) }]
        : [],
    )
  return (
    <div className="money-scroll">
      <PasteFaults faults={edits.pasteFaults} onClose={edits.clearPasteFaults} />
      <table className="sheet book-table line-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('costClassTitle')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('lineAmount')} />
            </th>
            <th scope="col" className="is-figure">
              {t('share')}
            </th>
            {mayEdit && (
              <th scope="col">
                <span className="visually-hidden">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr className="book-total">
            <th scope="row">{t('total')}</th>
            <td />
            <td className="is-figure">
              <FormulaFigure label={t('total')} fen={totalFen} parts={partsOf(null)} />
            </td>
            <td />
            {mayEdit && <td />}
          </tr>
          {lines.map((line) => (
            <tr
              key={line.id}
              ref={line.lineKey === markedKey ? marked : null}
              className={line.lineKey === markedKey ? 'is-shown' : line.isLeaf ? '' : 'book-group'}
            >
              <th scope="row" style={{ paddingInlineStart: 8 + line.depth * 18 }}>
                <span className="line-code">{line.code}</span>
                {line.name}
              </th>
              <td>
                <CostClassCell line={line} mayMap={mayMap} onMap={() => onMap(line)} />
              </td>
              <td className="is-figure">
                {mayEdit && line.isLeaf ? (
                  <LineAmount
                    key={String(line.amountFen)}
                    line={line}
                    onPasteBlock={(text) => edits.paste(line, text)}
                    onMove={(by) => edits.move(line, by)}
                  />
                ) : (
                  <LineFigure line={line} parts={partsOf(line.id)} />
                )}
              </td>
              <td className="is-figure grey">{shareText(line.totalFen, totalFen)}</td>
              {mayEdit && (
                <td className="line-action">
                  <LineActions
                    line={line}
                    onAddBelow={() => onAddBelow(line)}
                    onEdit={() => onEdit(line)}
                    onMove={(by) => edits.move(line, by)}
                    onRemove={() => edits.remove(line)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineFigureProps {
  readonly line: BudgetLineRow
  readonly parts: readonly FormulaPart[]
}

/** A group opens the 科目 that it adds up; an amount of its own is what was entered. */
function LineFigure({ line, parts }: LineFigureProps) {
  return parts.length === 0 ? (
    <Amount fen={line.totalFen} unknown="notEntered" origin="entered" />
  ) : (
    <FormulaFigure label={line.name} fen={line.totalFen} parts={parts} />
  )
}

interface CostClassCellProps {
  readonly line: BudgetLineRow
  readonly mayMap: boolean
  readonly onMap: () => void
}

function CostClassCell({ line, mayMap, onMap }: CostClassCellProps) {
  const { t } = useTranslation('money')
  const text = line.costClass === null ? t('costClassNone') : t(`costClass.${line.costClass}`)
  if (!mayMap || !line.isLeaf)
    return <span className="grey">{line.isLeaf || line.costClass !== null ? text : ''}</span>
  return (
    <button
      type="button"
      className={line.costClass === null ? 'name-button grey' : 'name-button'}
      aria-label={`${text} · ${t('mapNamed', { name: line.name })}`}
      title={t('mapNamed', { name: line.name })}
      onClick={onMap}
    >
      {text}
    </button>
  )
}

function shareText(partFen: Fen | null, wholeFen: Fen | null) {
  const pct = partFen === null || wholeFen === null ? null : pctIn(partFen, wholeFen)
  return pct === null ? '' : `${pct.toFixed(2)}%`
}
