import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { AttachmentBlock } from '../../attachment/AttachmentBlock.tsx'
import { ExportDossier } from '../../attachment/ExportDossier.tsx'
import { ChangeHistory } from '../../change/ChangeHistory.tsx'
import { ContractChanges } from './ContractChanges.tsx'
import { ContractFacts } from './ContractFacts.tsx'
import { ContractWork } from './ContractWork.tsx'
import { PayableNow } from './PayableNow.tsx'
import { SettleContract } from './SettleContract.tsx'

interface ContractDrawerProps {
  readonly contractId: string | null
  readonly onClose: () => void
}

/** One contract in full. */
export function ContractDrawer({ contractId, onClose }: ContractDrawerProps) {
  const { t } = useTranslation(['money', 'terms', 'holding'])
  const [isSettling, setIsSettling] = useState(false)
  const maySettle = useMay('settleContract')
  const contract = useRequest(
    'getContract',
    { contractId: contractId ?? '' },
    { isEnabled: contractId !== null },
  )
  const subject =
    contract.data === undefined ? t('contract') : `${contract.data.number} ${contract.data.name}`
  return (
    <Drawer
      title={subject}
      size={860}
      open={contractId !== null}
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
      extra={
        contractId !== null && (
          <span className="contract-tools">
            <ExportDossier scope={{ contractId }} isSmall />
            {maySettle && contract.data !== undefined && (
              <Button size="small" onClick={() => setIsSettling(true)}>
                {t(contract.data.state === 'settled' ? 'holding:settleAgain' : 'holding:settle')}
              </Button>
            )}
            <ChangeHistory entityId={contractId} subject={subject} isSmall />
          </span>
        )
      }
    >
      {contractId !== null && (
        <Loaded answer={contract}>
          {(detail) => (
            <>
              <ContractFacts contract={detail} />
              <PayableNow contract={detail} />
              <ContractChanges contract={detail} />
              <ContractWork contract={detail} />
              <AttachmentBlock subject="contract" subjectId={detail.id} />
              {isSettling && <SettleContract contract={detail} onClose={() => setIsSettling(false)} />}
            </>
          )}
        </Loaded>
      )}
    </Drawer>
  )
}
