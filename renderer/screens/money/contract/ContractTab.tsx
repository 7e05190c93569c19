import './contract.css'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPages } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useMay } from '../../../state.tsx'
import { useShownRows } from '../../../useShownRows.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { ImportButton } from '../../import/ImportButton.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { ContingencyLine } from './ContingencyLine.tsx'
import { ContractDrawer } from './ContractDrawer.tsx'
import { ContractTable } from './ContractTable.tsx'
import { RecordContract } from './RecordContract.tsx'
import { useContractExport } from './useContractExport.ts'

/** 合同: those of a project or of all, searched; a row opens one with its changes, its work and what may be paid. */
export function ContractTab({ view, show, projects, closedWhy }: MoneyTabProps) {
  const { t } = useTranslation('money')
  const [isRecording, setIsRecording] = useState(false)
  const mayRecord = useMay('recordContract') && closedWhy === null
  const { projectId, text } = view
  const contracts = useAllPages(
    'listContracts',
    { ...(projectId === null ? {} : { projectId }), ...(text === null ? {} : { text }) },
    { keepsPrevious: true },
  )
  const { tableKey, shown, onShown } = useShownRows(contracts.data, ({ id }) => id)
  const exported = useContractExport(projectId === null)
  const record = mayRecord && (
    <Button size="small" type="primary" onClick={() => setIsRecording(true)}>
      {t('recordContract')}
    </Button>
  )
  return (
    <Block
      title={t('tab.contracts')}
      lead={t('contractsLead')}
      actions={
        <>
          <span data-page-search>
            <Input
              className="money-search"
              size="small"
              allowClear
              aria-label={t('searchContracts')}
              placeholder={t('searchContractsHint')}
              value={text ?? ''}
              onChange={(event) => show({ text: event.target.value })}
            />
          </span>
          <ExportTable
            name={t('tab.contracts')}
            columns={exported}
            rows={shown}
            conditions={[projects.find(({ id }) => id === projectId)?.name, text]}
          />
          {closedWhy === null && <ImportButton kind="contracts" projectId={projectId} isSmall />}
          {record}
        </>
      }
    >
      <Loaded answer={contracts}>
        {(rows) =>
          rows.length === 0 ? (
            <LoadState kind="empty" text={text === null ? t('contractsNone') : t('contractsNoMatch')} />
          ) : (
            <ContractTable
              key={tableKey}
              rows={rows}
              isOfAll={projectId === null}
              onOpen={(contractId) => show({ contractId })}
              onEntries={(entries, entriesOf) => show({ entries, entriesOf })}
              onFilter={onShown}
            />
          )
        }
      </Loaded>
      {projectId !== null && <ContingencyLine projectId={projectId} />}
      <ContractDrawer contractId={view.contractId} onClose={() => show({ contractId: null })} />
      <RecordContract
        isOpen={isRecording}
        projects={projects}
        projectId={projectId}
        onClose={() => setIsRecording(false)}
        onRecorded={(contract) => {
          setIsRecording(false)
          show({ contractId: contract.id, text: null })
        }}
      />
    </Block>
  )
}
