import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EarnedValue } from '../../../db/domain/earnedValue.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'

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
    <Block title={t('figures')} lead={lead}>
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
                ) : (
                  <Amount
                    fen={fen}
                    origin={name === 'ac' && earned.basis === 'paid' ? { to: payments } : undefined}
                    originName={t('paymentsTo', { asOf })}
                  />
                )}
              </td>
              <td className="grey">{t(`formula.${name}`, { basis })}</td>
            </tr>
          ))}
          {(['cpi', 'spi'] as const).map((name) => (
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

function NotApplicable() {
  const { t } = useTranslation('earned')
  return <span className="grey">{t('notApplicable')}</span>
}
