import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatFen } from '../../../db/domain/fen.ts'
import type { Plan, PlanSummary } from '../../../db/domain/plan.ts'
import { Amount } from '../../parts/Amount.tsx'
import { CitedAmount } from '../../parts/CitedAmount.tsx'
import { CitedWords } from '../../parts/CitedWords.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useAmountUnit } from '../../state.tsx'
import { ItemsDrawer } from './ItemsDrawer.tsx'

interface PlanFiguresProps {
  readonly plan: Plan
  readonly summary: PlanSummary
}

/** Published, summed, gap: all three side by side, none repaired. Unknown items are counted, never added as 0. */
export function PlanFigures({ plan, summary }: PlanFiguresProps) {
  const { t } = useTranslation(['overview', 'terms'])
  const unit = useAmountUnit()
  const [isOpen, setIsOpen] = useState(false)
  const { publishedTotalFen, itemsTotalFen, derivedFen, gapFen, envelopes, addedCount, addedFen } = summary
  const isAllDerived = itemsTotalFen !== null && derivedFen === itemsTotalFen
  const published = summary.citations.filter(
    ({ subject, field }) => subject === 'plan' && totalFields.has(field),
  )
  const check = summary.gapDiscrepancyId === null ? '/checks' : `/checks#${summary.gapDiscrepancyId}`
  return (
    <>
      <table className="plan-figures">
        <tbody>
          <Row
            name={t('publishedTotal')}
            figure={
              <CitedAmount
                fen={publishedTotalFen}
                subject={`${plan.name} ${t('publishedTotal')}`}
                citations={published}
              />
            }
            note={
              plan.roundedTotalText === null ? null : (
                <CitedWords
                  words={t('roundedTotal', { text: plan.roundedTotalText })}
                  subject={`${plan.name} ${t('publishedTotal')}`}
                  citations={published}
                />
              )
            }
          />
          {envelopes.map((envelope) => (
            <Row
              key={envelope.id}
              name={t('envelope')}
              figure={
                <CitedAmount
                  fen={envelope.amountFen}
                  isApproximate={envelope.isApproximate}
                  subject={envelope.name}
                  citations={summary.citations.filter(({ subjectId }) => subjectId === envelope.id)}
                />
              }
              note={t('envelopeProjects', { count: envelope.projectCount })}
              title={envelope.name}
            />
          ))}
          <Row
            name={isAllDerived ? t('derived') : t('itemsTotal')}
            figure={
              <Amount
                fen={itemsTotalFen}
                origin={{ open: () => setIsOpen(true) }}
                originName={t('itemsOpen')}
              />
            }
            note={
              isAllDerived || derivedFen === 0 ? (
                itemsNote()
              ) : (
                <button
                  type="button"
                  className="figure-origin is-words"
                  aria-label={`${itemsNote()}，${t('itemsOpen')}`}
                  onClick={() => setIsOpen(true)}
                >
                  {itemsNote()}
                </button>
              )
            }
          />
          {gapFen !== null && (
            <Row
              name={t('gap')}
              figure={<Amount fen={gapFen} origin={{ to: check }} originName={t('gapOpen')} />}
              note={
                gapFen === 0 ? null : (
                  <Link to={check} aria-label={`${t('terms:toCheck')}，${t('gapOpen')}`}>
                    <StatusTag tone="amber">{t('terms:toCheck')}</StatusTag>
                  </Link>
                )
              }
            />
          )}
          {addedCount > 0 && (
            <Row
              name={t('added')}
              figure={
                <Amount
                  fen={addedFen}
                  origin={{ to: '/projects' }}
                  originName={t('addedCount', { count: addedCount })}
                />
              }
              note={t('addedCount', { count: addedCount })}
            />
          )}
        </tbody>
      </table>
      <ItemsDrawer plan={plan} summary={summary} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )

  function itemsNote() {
    const count = summary.unknownCount
    const inside = summary.envelopeProjectCount
    const derived =
      isAllDerived || derivedFen === 0 ? [] : [t('derivedOfItems', { amount: formatFen(derivedFen, unit) })]
    const unknown =
      inside === 0 ? t('withoutUnknown', { count }) : t('withoutUnknownEnvelope', { count, inside })
    return [
      t('itemsCount', { count: summary.knownCount }),
      ...derived,
      ...(count === 0 ? [] : [unknown]),
    ].join(t('comma'))
  }
}

const totalFields = new Set(['publishedTotal', 'roundedTotal'])

interface RowProps {
  readonly name: string
  readonly figure: ReactNode
  readonly note: ReactNode
  readonly title?: string
}

function Row({ name, figure, note, title }: RowProps) {
  return (
    <tr title={title}>
      <th scope="row">{name}</th>
      <td className="plan-figure">{figure}</td>
      <td className="plan-note">{note}</td>
    </tr>
  )
}
