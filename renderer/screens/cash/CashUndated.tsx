import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CashPlanRow } from '../../../db/domain/cashPlan.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'
import { moneyAddress } from '../money/useMoneyView.ts'
import { type CashFigure, subjectFilter } from './cashFigure.ts'

interface CashUndatedProps {
  readonly rows: readonly CashPlanRow[]
  readonly onOpen: (figure: CashFigure) => void
}

/** 未排期: what is to be paid and has no date yet, each with what it lacks. */
export function CashUndated({ rows, onOpen }: CashUndatedProps) {
  const { t } = useTranslation('cash')
  const undated = rows.filter(({ undatedFen }) => undatedFen !== 0)
  if (undated.length === 0) return null
  return (
    <Block
      title={t('undatedCount', { count: undated.length })}
      actions={
        <ExportTable
          name={t('undated')}
          rows={undated}
          columns={[
            { title: t('project'), cell: ({ projectName }) => projectName },
            { title: t('number'), cell: ({ number }) => number ?? t('withoutContract') },
            { title: t('contractOrTask'), cell: ({ name }) => name },
            moneyColumn<CashPlanRow>(t('undated'), ({ undatedFen }) => undatedFen, ''),
            { title: t('why'), cell: (row) => whyOf(row).join('；') },
          ]}
        />
      }
    >
      <table className="sheet" aria-label={t('undated')}>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('contractOrTask')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('undated')} />
            </th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {undated.map((row) => (
            <UndatedLine
              key={row.contractId ?? row.taskId}
              row={row}
              why={whyOf(row).join('；')}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </Block>
  )

  function whyOf({ marks }: CashPlanRow) {
    const lacks = lacking.filter((mark) => marks.includes(mark))
    return lacks.length === 0 ? [t('setElsewhere')] : lacks.map((mark) => t(`mark.${mark}`))
  }
}

function UndatedLine({
  row,
  why,
  onOpen,
}: {
  readonly row: CashPlanRow
  readonly why: string
  readonly onOpen: CashUndatedProps['onOpen']
}) {
  const { t } = useTranslation('cash')
  const { contractId, projectId, number, name, undatedFen } = row
  const label = number === null ? name : `${number} ${name}`
  const schedule = `/schedule?projectId=${encodeURIComponent(projectId)}`
  return (
    <tr>
      <td>
        <Link to={schedule}>{row.projectName}</Link>
      </td>
      <th scope="row">
        {contractId === null ? (
          <>
            <Link to={schedule}>{name}</Link> <span className="grey">{t('withoutContract')}</span>
          </>
        ) : (
          <Link to={moneyAddress({ tab: 'contracts', projectId, contractId })}>{label}</Link>
        )}
      </th>
      <td className={undatedFen < 0 ? 'is-figure amber' : 'is-figure'}>
        <Amount
          fen={undatedFen}
          origin={{
            open: () =>
              onOpen({
                title: `${label} · ${t('undated')}`,
                filter: { ...subjectFilter(row), isUndated: true },
              }),
          }}
          originName={t('openEntries')}
        />
      </td>
      <td className="grey">{why}</td>
    </tr>
  )
}

const lacking = ['passed', 'undated', 'settlementUndated', 'retentionUndated'] as const
