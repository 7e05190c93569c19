import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPages } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useMay } from '../../../state.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { ImportButton } from '../../import/ImportButton.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { CreateFund } from './CreateFund.tsx'
import { FundEntries } from './FundEntries.tsx'
import { FundProjects } from './FundProjects.tsx'
import { type FundRow, FundTable } from './FundTable.tsx'
import { FundYears } from './FundYears.tsx'
import { bookColumns, pctColumns } from './fundExport.ts'
import { RecordReceipt } from './RecordReceipt.tsx'

/** 资金来源: what each was granted, received, paid and holds, and the entries behind it. */
export function FundTab({ view, show, projects, closedWhy }: MoneyTabProps) {
  const { t } = useTranslation(['money', 'fund', 'terms'])
  const [isCreating, setIsCreating] = useState(false)
  const [isRecording, setIsRecording] = useState(false)
  const mayCreate = useMay('createFund')
  const mayRecord = useMay('recordFundReceipt') && closedWhy === null
  const { projectId, fundId } = view
  const funds = useAllPages('listFunds', projectId === null ? {} : { projectId })
  const chosen = funds.data?.find(({ id }) => id === fundId)
  return (
    <>
      <Block
        title={t('tab.funds')}
        lead={t('fundsTabLead')}
        actions={
          <>
            {closedWhy === null && <ImportButton kind="funds" projectId={projectId} isSmall />}
            <ExportTable
              name={t('tab.funds')}
              columns={[
                { title: t('fund'), cell: ({ name }) => name },
                { title: t('fundKindTitle'), cell: ({ kind }) => t(`fundKind.${kind}`) },
                { title: t('documentNo'), cell: ({ documentNo }) => documentNo },
                ...bookColumns<FundRow>(t),
                moneyColumn(t('balance'), ({ balanceFen }: FundRow) => balanceFen, t('terms:notEntered')),
                ...pctColumns<FundRow>(t),
              ]}
              rows={funds.data ?? []}
              conditions={[projects.find(({ id }) => id === projectId)?.name]}
            />
            {mayCreate && (
              <Button size="small" onClick={() => setIsCreating(true)}>
                {t('createFund')}
              </Button>
            )}
            {mayRecord && (funds.data?.length ?? 0) > 0 && (
              <Button size="small" type="primary" onClick={() => setIsRecording(true)}>
                {t('recordReceipt')}
              </Button>
            )}
          </>
        }
      >
        <Loaded answer={funds}>
          {(rows) =>
            rows.length === 0 ? (
              <LoadState kind="empty" text={t('fundsNone')} />
            ) : (
              <FundTable
                funds={rows}
                projectId={projectId}
                chosenId={fundId}
                onChoose={(id) => show({ ...unfiltered, fundId: id === fundId ? null : id })}
                onDrill={(id, entryKind) => show({ ...unfiltered, fundId: id, entryKind })}
              />
            )
          }
        </Loaded>
      </Block>
      {projectId === null && (
        <FundProjects fund={chosen} onDrill={(id) => show({ ...unfiltered, projectId: id })} />
      )}
      <FundYears
        fundId={fundId}
        projectId={projectId}
        onDrill={(id, entryKind, year) => show({ ...unfiltered, fundId: id, entryKind, year })}
      />
      <FundEntries
        view={view}
        fundName={chosen?.name ?? null}
        onFilter={show}
        onRecordRight={() => setIsRecording(true)}
      />
      <CreateFund isOpen={isCreating} onClose={() => setIsCreating(false)} />
      <RecordReceipt
        isOpen={isRecording}
        funds={funds.data ?? []}
        fundId={fundId}
        projects={projects}
        projectId={projectId}
        onClose={() => setIsRecording(false)}
      />
    </>
  )
}

const unfiltered = { year: null, entryKind: null, from: null, to: null }
