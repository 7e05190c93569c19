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
  readonly origin?: FigureOrigin | undefined
  /** Says what the origin is, for those who do not see it: “支付明细”. */
  readonly originName?: string | undefined
}

/**
 * Where a figure comes from: an address in the app, or something to open. `entered`: it is what was typed into the
 * record that it stands in, and there is nothing behind it. `listed`: it adds up the rows that stand with it.
 */
export type FigureOrigin = { readonly to: string } | { readonly open: () => void } | 'entered' | 'listed'

/** Marks a figure drawn without Amount as what was typed into the record that it stands in. */
export const entered = { 'data-origin': 'entered' } as const

/** Marks the words of a source: they are where figures come from. */
export const quoted = { 'data-origin': 'quoted' } as const

/** A figure of money; unknown is grey words, never 0. With an origin it can be clicked. */
export function Amount({ fen, unknown = 'unpublished', ...shown }: AmountProps) {
  const { t } = useTranslation('terms')
  if (fen !== null) return <KnownAmount fen={fen} {...shown} />
  return (
    <span className="figure is-unknown" title={unknown === 'unpublished' ? t('unpublishedWhy') : undefined}>
      {t(unknown)}
    </span>
  )
}

type KnownAmountProps = Omit<AmountProps, 'fen' | 'unknown'> & { readonly fen: Fen }

function KnownAmount({ fen, isApproximate = false, unit, withUnit = false, ...from }: KnownAmountProps) {
  const { t } = useTranslation('terms')
  const chosen = useAmountUnit()
  const shownUnit = unit ?? chosen
  const figure = formatFen(fen, shownUnit)
  const text = isApproximate ? t('about', { amount: figure }) : figure
  const tone = fen < 0 ? 'figure is-negative' : 'figure'
  const exact = isRoundedAway(figure) ? t('exactYuan', { amount: formatFen(fen, 'yuan') }) : undefined
  const shown = (
    <>
      {text}
      {withUnit && <span className="figure-unit"> {t(shownUnit)}</span>}
    </>
  )
  const { origin, originName } = from
  if (origin === undefined || typeof origin === 'string') {
    return (
      <span
        className={tone}
        title={origin === 'listed' ? (exact ?? t('sumOfListed')) : exact}
        data-origin={origin}
      >
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
  readonly origin: Exclude<FigureOrigin, string>
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
