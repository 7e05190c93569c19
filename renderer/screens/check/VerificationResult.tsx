import { useTranslation } from 'react-i18next'
import { entity } from '../../../db/domain/change.ts'
import type { Fault, Verification } from '../../../db/domain/library.ts'
import { instantInTable } from '../../parts/instant.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { ExportTable } from '../export/ExportTable.tsx'

/** What was walked, compared and recomputed; the head hash to note down; each place that does not agree. */
export function VerificationResult({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation('check')
  const { isSound, faultCount, faults, headHash } = verification
  const counts = [
    { name: t('changeCount'), count: verification.changeCount },
    { name: t('rowCount'), count: verification.rowCount },
    { name: t('sumCount'), count: verification.sumCount },
  ]
  return (
    <div role="status" data-sound={isSound}>
      <p>
        <StatusTag tone={isSound ? 'green' : 'red'}>
          {isSound ? t('sound') : t('unsound', { count: faultCount })}
        </StatusTag>{' '}
        {isSound ? t('soundWhy') : t('unsoundWhy')}
      </p>
      <dl className="facts verify-facts">
        {counts.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{count.toLocaleString('en-US')}</dd>
          </div>
        ))}
        <div>
          <dt>{t('verifiedAt')}</dt>
          <dd className="figure">{instantInTable(verification.verifiedAt)}</dd>
        </div>
        <div>
          <dt>{t('duration')}</dt>
          <dd className="figure">{t('seconds', { seconds: (verification.durationMs / 1000).toFixed(2) })}</dd>
        </div>
        <div>
          <dt>{t('headHash')}</dt>
          <dd>
            <code className="hash">{headHash}</code>
          </dd>
        </div>
      </dl>
      {faults.length > 0 && <FaultTable faults={faults} faultCount={faultCount} />}
    </div>
  )
}

function FaultTable({
  faults,
  faultCount,
}: {
  readonly faults: readonly Fault[]
  readonly faultCount: number
}) {
  const { t } = useTranslation(['check', 'change'])
  return (
    <>
      <div className="list-tools">
        <ExportTable
          name={t('faults')}
          rows={faults}
          columns={[
            { title: t('faultKind'), cell: ({ kind }) => t(`fault.${kind}`) },
            { title: t('faultPlace'), cell: placeOf },
            { title: t('faultDetail'), cell: ({ detail }) => detail },
          ]}
        />
      </div>
      <table className="sheet" aria-label={t('faults')}>
        <thead>
          <tr>
            <th scope="col">{t('faultKind')}</th>
            <th scope="col">{t('faultPlace')}</th>
            <th scope="col">{t('faultDetail')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => (
            <tr key={`${String(index)} ${fault.kind}`}>
              <td>
                <StatusTag tone="red">{t(`fault.${fault.kind}`)}</StatusTag>
              </td>
              <td>{placeOf(fault)}</td>
              <td>{fault.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length < faultCount && <p className="grey">{t('faultsShown', { count: faults.length })}</p>}
    </>
  )

  function placeOf(fault: Fault) {
    const known = entity.safeParse(fault.entity)
    const name = known.success ? t(`change:entities.${known.data}`) : fault.entity
    const seq = fault.seq === null ? null : t('seq', { seq: fault.seq })
    return [name, fault.entityId, seq].filter((part) => part !== null).join(' · ')
  }
}
