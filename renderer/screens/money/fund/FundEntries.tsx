import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'

interface FundEntriesProps {
  readonly fundId: string | null
  readonly fundName: string | null
  readonly projectId: string | null
  readonly onShowAll: () => void
}

/** 下达 and 到位, newest first, of one source or of all. */
export function FundEntries({ fundId, fundName, projectId, onShowAll }: FundEntriesProps) {
  const { t } = useTranslation('money')
  const entries = useAllPages('listFundEntries', {
    ...(fundId === null ? {} : { fundId }),
    ...(projectId === null ? {} : { projectId }),
  })
  return (
    <Block
      title={t('entries')}
      lead={
        fundId !== null && (
          <>
            {t('ofFund', { name: fundName ?? '' })}{' '}
            <Button type="link" size="small" onClick={onShowAll}>
              {t('showAll')}
            </Button>
          </>
        )
      }
    >
      <Loaded answer={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="money-empty grey">{t('entriesNone')}</p>
          ) : (
            <div className="money-scroll">
              <table className="sheet" aria-label={t('entries')}>
                <thead>
                  <tr>
                    <th scope="col">{t('enteredOn')}</th>
                    <th scope="col">{t('entryKindTitle')}</th>
                    <th scope="col">{t('fund')}</th>
                    <th scope="col">{t('project')}</th>
                    <th scope="col" className="is-figure">
                      <AmountHeader label={t('entryAmount')} unit="yuan" />
                    </th>
                    <th scope="col">{t('documentNo')}</th>
                    <th scope="col">{t('note')}</th>
                    <th scope="col">{t('recordedBy')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row" className="is-nowrap">
                        {row.enteredOn}
                      </th>
                      <td>
                        <StatusTag tone={row.kind === 'receipt' ? 'green' : 'grey'}>
                          {t(`entryKind.${row.kind}`)}
                        </StatusTag>
                      </td>
                      <td>{row.fundName}</td>
                      <td>{row.projectName}</td>
                      <td className="is-figure">
                        <Amount fen={row.amountFen} unit="yuan" />
                      </td>
                      <td>{row.documentNo}</td>
                      <td>{row.memo}</td>
                      <td className="is-nowrap">{row.actorName}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Block>
  )
}
