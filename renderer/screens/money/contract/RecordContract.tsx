import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../../db/domain/project.ts'
import type { ReadContract } from './ContractFacts.tsx'
import { ContractForm } from './ContractForm.tsx'

export interface RecordContractProps {
  readonly isOpen: boolean
  readonly projects: readonly ProjectRow[]
  /** The project chosen on the screen, to begin with. */
  readonly projectId: string | null
  readonly onClose: () => void
  readonly onRecorded: (contract: ReadContract) => void
}

export function RecordContract({ isOpen, ...form }: RecordContractProps) {
  const { t } = useTranslation(['money', 'terms'])
  return (
    <Drawer
      title={t('recordContract')}
      size={680}
      open={isOpen}
      onClose={form.onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      <ContractForm {...form} />
    </Drawer>
  )
}
