import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type AmountUnit, type Fen, formatFen } from '../../db/domain/fen.ts'
import { useAmountUnit } from '../state.tsx'

interface AmountProps {
  readonly fen: Fen | null
  /** What null means here: the source publishes none, or nobody has entered it. */
  readonly unknown?: 'unpublished' | 'notEntered'
  /** 约: the source itself rounds it. */
  readonly isApproximate?: boolean
  /** The ledger always shows 元; elsewhere the unit set by the person. */
  readonly unit?: AmountUnit
  /** Writes the unit behind the figure: for sentences, never for columns. */
  readonly withUnit?: boolean
  /** Where the figure comes from: an address in the app, or something to open. */
  readonly origin?: { readonly to: string } | { readonly open: () => void } | undefined
  /** Says what the origin is, for those who do not see it: “支付明细”. */
  readonly originName?: string | undefined
}

/** A figure of money; unknown is grey words, never 0. With an origin it can be clicked. */
export function Amount({
  fen,
  unknown = 'unpublished',
  isApproximate = false,
  unit,
  withUnit = false,
  origin,
  originName,
}: AmountProps) {
  const { t } = useTranslation('terms')
  const chosen = useAmountUnit()
  const shownUnit = unit ?? chosen
  if (fen === null) {
    const why = unknown === 'unpublished' ? t('unpublishedWhy') : undefined
    return (
      <span className="figure is-unknown" title={why}>
        {t(unknown)}
      </span>
    )
  }
  const figure = formatFen(fen, shownUnit)
  const text = isApproximate ? t('about', { amount: figure }) : figure
  const shown = (
    <>
      {text}
      {withUnit && <span className="figure-unit"> {t(shownUnit)}</span>}
    </>
  )
  const tone = fen < 0 ? 'figure is-negative' : 'figure'
  const exact = isRoundedAway(figure) ? t('exactYuan', { amount: formatFen(fen, 'yuan') }) : undefined
  if (origin === undefined) {
    return (
      <span className={tone} title={exact}>
        {shown}
      </span>
    )
  }
  const spoken = withUnit ? `${text} ${t(shownUnit)}` : text
  return (
    <span className={tone}>
      <Origin
        origin={origin}
        title={exact === undefined ? originName : both(exact, originName)}
        name={
          originName === undefined
            ? undefined
            : both(exact === undefined ? spoken : `${spoken}，${exact}`, originName)
        }
      >
        {shown}
      </Origin>
    </span>
  )
}

interface OriginProps {
  readonly origin: { readonly to: string } | { readonly open: () => void }
  readonly title: string | undefined
  readonly name: string | undefined
  readonly children: ReactNode
}

function Origin({ origin, title, name, children }: OriginProps) {
  if ('to' in origin) {
    return (
      <Link className="figure-origin" to={origin.to} title={title} aria-label={name}>
        {children}
      </Link>
    )
  }
  return (
    <button type="button" className="figure-origin" onClick={origin.open} title={title} aria-label={name}>
      {children}
    </button>
  )
}

/** `<0.01`: the unit leaves nothing of so small a figure. */
function isRoundedAway(figure: string) {
  return !/^-?\d/.test(figure)
}

function both(figure: string, originName: string | undefined) {
  return originName === undefined ? figure : `${figure}，${originName}`
}
