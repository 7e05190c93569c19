import { useTranslation } from 'react-i18next'
import { type Fen, formatFen } from '../../../../db/domain/fen.ts'
import type { PayLimit } from '../../../../db/domain/payLimit.ts'
import type { PayTerm } from '../../../../db/domain/payTerm.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../../parts/FormulaTable.tsx'
import { type LimitScope, termAddress } from './termAddress.ts'

interface ReckonedProps {
  readonly label: string
  /** Null: nobody has entered what it is reckoned from. */
  readonly fen: Fen | null
  readonly terms: readonly PayTerm[]
  readonly scope: LimitScope
  readonly withUnit?: boolean
}

/** A figure of 本次可付: it opens its reckoning, and each term of that its entries. */
export function Reckoned({ label, fen, terms, scope, withUnit = false }: ReckonedProps) {
  const { t } = useTranslation('money')
  return (
    <FormulaFigure
      label={label}
      fen={fen}
      unit="yuan"
      withUnit={withUnit}
      parts={terms.map(partOf)}
      unequalWhy={t('neverBelowZero')}
    />
  )

  function partOf(term: PayTerm): FormulaPart {
    return {
      name: nameOf(term),
      sign: term.amountFen < 0 || (term.amountFen === 0 && takenOff.has(term.kind)) ? '−' : '+',
      fen: Math.abs(term.amountFen),
      ...('parts' in term ? { parts: term.parts.map(partOf) } : { to: termAddress(term, scope) }),
    }
  }

  function nameOf(term: PayTerm): string {
    if (term.kind === 'fund') return term.fundName
    if (term.kind === 'beforeRelease') return t('payTerm.beforeRelease', { until: term.until })
    if ('pct' in term) return t(`payTerm.${term.kind}`, { pct: term.pct, of: formatFen(term.ofFen, 'yuan') })
    return t(`payTerm.${term.kind}`)
  }
}

interface PayableFigureProps {
  readonly fen: Fen | null
  readonly limits: readonly PayLimit[]
  readonly scope: LimitScope
}

/** 本次可付: it opens the reckoning of the limit that it is. */
export function PayableFigure({ fen, limits, scope }: PayableFigureProps) {
  const { t } = useTranslation('money')
  const smallest = Math.min(...limits.map(({ amountFen }) => amountFen))
  const binding = limits.find(({ amountFen }) => amountFen === smallest)
  if (fen === null || binding === undefined)
    return <Amount fen={fen} unknown="notEntered" unit="yuan" withUnit />
  const label = t('smallestLimit', { limit: t(`limitKind.${binding.kind}`) })
  return <Reckoned label={label} fen={fen} terms={binding.terms} scope={scope} withUnit />
}

/** Terms that lower a figure, also where there is nothing of them yet. */
const takenOff: ReadonlySet<PayTerm['kind']> = new Set([
  'paid',
  'recovered',
  'advanceShare',
  'advanceSettled',
  'guarantee',
  'released',
  'projectPaid',
  'fundPaid',
])
