import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EarnedValue } from '../../../db/domain/earnedValue.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { FormulaFigure } from '../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../parts/FormulaTable.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyAddress } from '../money/useMoneyView.ts'

/** The nine figures, each with its formula; what does not apply says why below. */
export function EarnedFigures({ earned }: { readonly earned: EarnedValue }) {
  const { t } = useTranslation('earned')
  const { asOf, baselineName } = earned
  const basis = t(`bases.${earned.basis}`)
  const lead =
    baselineName === null
      ? t('noBaselineLead', { asOf, basis })
      : t('figuresLead', { baseline: baselineName, asOf, basis })
  const payments = `/payments?${new URLSearchParams({ projectId: earned.projectId, to: asOf }).toString()}`
  const work = moneyAddress({
    tab: 'work',
    projectId: earned.projectId,
    entries: 'done',
    to: asOf.slice(0, 7),
  })
  const money: readonly (readonly ['bac' | 'pv' | 'ev' | 'ac' | 'cv' | 'sv' | 'eac', Fen | null])[] = [
    ['bac', earned.bacFen],
    ['pv', earned.pvFen],
    ['ev', earned.evFen],
    ['ac', earned.acFen],
    ['cv', earned.cvFen],
    ['sv', earned.svFen],
    ['eac', earned.eacFen],
  ]
  return (
    <Block
      title={t('figures')}
      lead={lead}
      actions={
        <ExportTable
          name={t('figures')}
          rows={[
            ...money.map(([name, fen]) => ({ name, fen, index: null })),
            ...indexes.map((name) => ({ name, fen: null, index: earned[name] })),
          ]}
          conditions={[baselineName, asOf]}
          columns={[
            { title: t('column.name'), cell: ({ name }) => t(`figure.${name}`) },
            {
              title: t('column.value'),
              kind: 'money',
              cell: ({ fen, index }) => fen ?? index?.toFixed(2) ?? t('notApplicable'),
            },
            { title: t('column.formula'), cell: ({ name }) => t(`formula.${name}`, { basis }) },
          ]}
        />
      }
    >
      <table className="sheet earned-figures" aria-label={t('figures')}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('column.value')} />
            </th>
            <th scope="col">{t('column.formula')}</th>
          </tr>
        </thead>
        <tbody>
          {money.map(([name, fen]) => (
            <tr key={name}>
              <th scope="row">{t(`figure.${name}`)}</th>
              <td className="is-figure">
                {fen === null ? (
                  <NotApplicable />
                ) : name === 'ac' ? (
                  <Amount
                    fen={fen}
                    origin={{ to: earned.basis === 'paid' ? payments : work }}
                    originName={t('paymentsTo', { asOf })}
                  />
                ) : (
                  <FormulaFigure label={t(`figure.${name}`)} fen={fen} parts={partsOf(earned, name)} />
                )}
              </td>
              <td className="grey">{t(`formula.${name}`, { basis })}</td>
            </tr>
          ))}
          {indexes.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`figure.${name}`)}</th>
              <td className="is-figure">
                {earned[name] === null ? (
                  <NotApplicable />
                ) : (
                  <span className="figure">{earned[name].toFixed(2)}</span>
                )}
              </td>
              <td className="grey">{t(`formula.${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {earned.missing.length > 0 && (
        <div className="earned-missing">
          <h3>{t('missingTitle')}</h3>
          <ul>
            {earned.missing.map(({ input, tasks }) => (
              <li key={input}>
                {t(`missing.${input}`, { tasks: tasks.map(({ name }) => name).join('、') })}
                {input === 'noProgress' && (
                  <>
                    {' '}
                    <Link to={`/projects/${earned.projectId}`}>→</Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Block>
  )
}

const indexes = ['cpi', 'spi'] as const

type Reckoned = 'bac' | 'pv' | 'ev' | 'cv' | 'sv' | 'eac'

/** The tasks that add up to a figure, or the figures that it is taken of. */
function partsOf(earned: EarnedValue, name: Reckoned): readonly FormulaPart[] {
  const to = `/schedule?projectId=${encodeURIComponent(earned.projectId)}`
  const tasks = (fenOf: (item: EarnedValue['items'][number]) => Fen | null) =>
    earned.items.map((item) => ({ name: item.name, sign: '+' as const, fen: fenOf(item) ?? 0, to }))
  const less = (minus: Fen | null, of: string): readonly FormulaPart[] => [
    { name: 'EV', sign: '+', fen: earned.evFen ?? 0 },
    { name: of, sign: '−', fen: minus ?? 0 },
  ]
  switch (name) {
    case 'bac':
      return tasks(({ costFen }) => costFen)
    case 'pv':
      return tasks(({ pvFen }) => pvFen)
    case 'ev':
      return tasks(({ evFen }) => evFen)
    case 'cv':
      return less(earned.acFen, 'AC')
    case 'sv':
      return less(earned.pvFen, 'PV')
    case 'eac':
      return [
        { name: 'AC', sign: '+', fen: earned.acFen ?? 0 },
        { name: '(BAC − EV) × AC ÷ EV', sign: '+', fen: (earned.eacFen ?? 0) - (earned.acFen ?? 0) },
      ]
  }
}

function NotApplicable() {
  const { t } = useTranslation('earned')
  return <span className="grey">{t('notApplicable')}</span>
}
