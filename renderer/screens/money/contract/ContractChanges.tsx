import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractChange } from '../../../../db/domain/contract.ts'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { RecordedAmount } from '../../change/RecordedAmount.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { ApproveChange } from './ApproveChange.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { ContingencyLine } from './ContingencyLine.tsx'
import type { ReadContract } from './ContractFacts.tsx'
import { WithdrawChange } from './WithdrawChange.tsx'

/** What is open over the list. */
type Opened =
  | { readonly what: 'form'; readonly change: ContractChange | null }
  | { readonly what: 'approve' | 'withdraw'; readonly change: ContractChange }

/** 变更签证 of a contract: only an approved one commits anything. */
export function ContractChanges({ contract }: { readonly contract: ReadContract }) {
  const { t } = useTranslation('money')
  const [opened, setOpened] = useState<Opened | null>(null)
  const filesOf = useAttachmentCounts(contract.changes)
  const isOpen = contract.state === 'active'
  const mayRecord = useMay('recordContractChange') && isOpen
  const mayApprove = useMay('approveContractChange') && isOpen
  return (
    <Block
      title={t('changes')}
      lead={t('changesLead')}
      actions={
        <>
          <ExportTable
            name={t('changes')}
            unit="yuan"
            columns={[
              { title: t('number'), cell: ({ number }) => number },
              { title: t('changeTitle'), cell: ({ title }) => title },
              { title: t('fromContingency'), cell: (change) => (change.drawsOnContingency ? '✓' : null) },
              moneyColumn(t('changeAmount'), ({ amountFen }: ContractChange) => amountFen, ''),
              { title: t('state'), cell: ({ state }) => t(`changeState.${state}`) },
              { title: t('approvedOn'), kind: 'day', cell: ({ approvedOn }) => approvedOn },
            ]}
            rows={contract.changes}
            conditions={[`${contract.number} ${contract.name}`]}
          />
          {mayRecord && (
            <Button size="small" onClick={() => setOpened({ what: 'form', change: null })}>
              {t('recordChange')}
            </Button>
          )}
        </>
      }
    >
      {contract.changes.length === 0 ? (
        <p className="money-empty grey">{t('changesNone')}</p>
      ) : (
        <table className="sheet" aria-label={t('changes')}>
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('changeTitle')}</th>
              <th scope="col" className="is-figure">
                <AmountHeader label={t('changeAmount')} unit="yuan" />
              </th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('approvedOn')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {contract.changes.map((change) => (
              <tr key={change.id}>
                <th scope="row" className="is-nowrap">
                  {change.number}
                </th>
                <td>
                  {change.title}
                  {change.drawsOnContingency && <span className="grey"> {t('fromContingency')}</span>}
                </td>
                <td className="is-figure">
                  <RecordedAmount fen={change.amountFen} entityId={change.id} subject={change.number} />
                </td>
                <td>
                  <StatusTag tone={change.state === 'approved' ? 'green' : 'amber'}>
                    {t(`changeState.${change.state}`)}
                  </StatusTag>
                </td>
                <td>{change.approvedOn ?? <span className="grey">{t('none')}</span>}</td>
                <td className="is-figure">
                  <AttachmentButton
                    subject="contract_change"
                    subjectId={change.id}
                    title={change.number}
                    count={filesOf(change.id)}
                  />
                  {mayApprove && change.state === 'pending' && (
                    <>
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('approveNamed', { name: change.number })}
                        onClick={() => setOpened({ what: 'approve', change })}
                      >
                        {t('approve')}
                      </Button>
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('correctNamed', { number: change.number })}
                        onClick={() => setOpened({ what: 'form', change })}
                      >
                        {t('correct')}
                      </Button>
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('withdrawNamed', { number: change.number })}
                        onClick={() => setOpened({ what: 'withdraw', change })}
                      >
                        {t('withdraw')}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ContingencyLine projectId={contract.projectId} />
      {opened?.what === 'form' && (
        <ChangeForm contract={contract} change={opened.change} onClose={() => setOpened(null)} />
      )}
      {opened?.what === 'approve' && <ApproveChange change={opened.change} onClose={() => setOpened(null)} />}
      {opened?.what === 'withdraw' && (
        <WithdrawChange change={opened.change} onClose={() => setOpened(null)} />
      )}
    </Block>
  )
}
