import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useAllPages } from '../../../api.ts'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../../parts/FormulaTable.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { RatioFigure } from '../../../parts/RatioFigure.tsx'
import { useMay } from '../../../state.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { RecordedAmount } from '../../change/RecordedAmount.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { type MoneyView, moneyAddress } from '../useMoneyView.ts'
import type { ReadContract } from './ContractFacts.tsx'
import { RecordWork } from './RecordWork.tsx'

type Work = RequestOutput<'listProgressValues'>['items'][number]

/** 完成投资: the work measured, month by month, with where it then stood. */
export function ContractWork({ contract }: { readonly contract: ReadContract }) {
  const { t } = useTranslation('money')
  const [isRecording, setIsRecording] = useState(false)
  const mayRecord = useMay('recordProgressValue')
  const entries = useAllPages('listProgressValues', { contractId: contract.id })
  const filesOf = useAttachmentCounts(entries.data)
  const entriesOf = (which: Pick<Partial<MoneyView>, 'entries' | 'from' | 'to'>) =>
    moneyAddress({ tab: 'contracts', projectId: contract.projectId, entriesOf: contract.id, ...which })
  const partOf = ({ month, lineName, amountFen }: Work): FormulaPart => ({
    name: [month, lineName].filter((word) => word !== null).join(' '),
    sign: amountFen < 0 ? '−' : '+',
    fen: Math.abs(amountFen),
    to: entriesOf({ entries: 'done', from: month, to: month }),
  })
  return (
    <Block
      title={t('work')}
      lead={t('workLead')}
      actions={
        <>
          <ExportTable
            name={t('work')}
            unit="yuan"
            columns={[
              { title: t('month'), kind: 'month', cell: ({ month }) => month },
              { title: t('line'), cell: ({ lineName }) => lineName ?? t('unclassified') },
              moneyColumn(t('workAmount'), ({ amountFen }: Work) => amountFen, ''),
              { title: t('cumulative'), kind: 'money', cell: ({ cumulativeFen }) => cumulativeFen },
              { title: t('donePct'), kind: 'pct', cell: ({ donePct }) => donePct ?? t('notApplicable') },
              { title: t('note'), cell: noteOf },
              { title: t('recordedBy'), cell: ({ actorName }) => actorName },
            ]}
            rows={entries.data ?? []}
            conditions={[`${contract.number} ${contract.name}`]}
          />
          {mayRecord && (
            <Button size="small" onClick={() => setIsRecording(true)}>
              {t('recordWork')}
            </Button>
          )}
        </>
      }
    >
      <Loaded answer={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="money-empty grey">{t('workNone')}</p>
          ) : (
            <table className="sheet" aria-label={t('work')}>
              <thead>
                <tr>
                  <th scope="col">{t('month')}</th>
                  <th scope="col">{t('line')}</th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('workAmount')} unit="yuan" />
                  </th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('cumulative')} unit="yuan" />
                  </th>
                  <th scope="col" className="is-figure">
                    {t('donePct')}
                  </th>
                  <th scope="col">{t('note')}</th>
                  <th scope="col">{t('recordedBy')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, place) => (
                  <tr key={row.id}>
                    <th scope="row" className="is-nowrap">
                      {row.month}
                    </th>
                    <td>{row.lineName ?? <span className="grey">{t('unclassified')}</span>}</td>
                    <td className="is-figure">
                      <RecordedAmount fen={row.amountFen} entityId={row.id} subject={row.month} />
                    </td>
                    <td className="is-figure">
                      <FormulaFigure
                        label={t('cumulative')}
                        fen={row.cumulativeFen}
                        unit="yuan"
                        parts={rows.slice(place).map(partOf)}
                      />
                    </td>
                    <td className="is-figure">
                      <RatioFigure
                        label={t('donePct')}
                        pct={row.donePct}
                        part={{
                          name: t('cumulative'),
                          fen: row.cumulativeFen,
                          to: entriesOf({ entries: 'done', to: row.month }),
                        }}
                        whole={{
                          name: t('committed'),
                          fen: contract.committedFen,
                          to: entriesOf({ entries: 'contract' }),
                        }}
                      />
                    </td>
                    <td>{noteOf(row)}</td>
                    <td className="is-nowrap">
                      {row.actorName}{' '}
                      <AttachmentButton
                        subject="progress_value"
                        subjectId={row.id}
                        title={row.month}
                        count={filesOf(row.id)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <RecordWork contract={contract} isOpen={isRecording} onClose={() => setIsRecording(false)} />
    </Block>
  )
}

function noteOf({ note, reason }: Work) {
  return [note, reason].filter((part) => part !== null).join('；')
}
