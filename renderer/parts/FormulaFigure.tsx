import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmountUnit, Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'
import { type FormulaPart, FormulaTable } from './FormulaTable.tsx'
import { ReckoningPopover } from './ReckoningPopover.tsx'

interface FormulaFigureProps {
  readonly label: string
  readonly fen: Fen | null
  /** Read only when it is opened where it is given as a part of its own. */
  readonly parts: readonly FormulaPart[] | ((fen: Fen) => ReactNode)
  readonly note?: string
  /** Why the parts do not add up to the figure, where they do not; left out: a book is unknown of some. */
  readonly unequalWhy?: string
  readonly unit?: AmountUnit
  readonly withUnit?: boolean
}

/** A figure that is reckoned from others: it opens the reckoning, and each part opens its own entries. */
export function FormulaFigure({ label, fen, parts, note, unequalWhy, ...shown }: FormulaFigureProps) {
  const { t } = useTranslation('money')
  if (fen === null) return <Amount fen={null} unknown="notEntered" />
  return (
    <ReckoningPopover
      title={label}
      content={
        typeof parts === 'function' ? (
          parts(fen)
        ) : (
          <FormulaTable label={label} fen={fen} parts={parts} note={note} unequalWhy={unequalWhy} />
        )
      }
    >
      <Amount {...shown} fen={fen} origin={{ open: noop }} originName={t('origin.formula')} />
    </ReckoningPopover>
  )
}

/** The popover listens to the click itself. */
function noop() {
  return undefined
}
