import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { AttachmentBlock } from '../../attachment/AttachmentBlock.tsx'
import { ExportDossier } from '../../attachment/ExportDossier.tsx'
import { ChangeHistory } from '../../change/ChangeHistory.tsx'
import { ContractChanges } from './ContractChanges.tsx'
import { ContractFacts } from './ContractFacts.tsx'
import { ContractWork } from './ContractWork.tsx'
import { PayableNow } from './PayableNow.tsx'

interface ContractDrawerProps {
  readonly contractId: string | null
  readonly onClose: () => void
}

/** One contract in full. */
export function ContractDrawer({ contractId, onClose }: ContractDrawerProps) {
  const { t } = useTranslation(['money', 'terms'])
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
          <>
            <ExportDossier scope={{ contractId }} isSmall />
            <ChangeHistory entityId={contractId} subject={subject} isSmall />
          </>
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
            </>
          )}
        </Loaded>
      )}
    </Drawer>
  )
}
