import { useTranslation } from 'react-i18next'
import { Block } from '../../parts/Block.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { MissingDocuments } from '../attachment/MissingDocuments.tsx'
import { ChangeTable } from '../change/ChangeTable.tsx'
import { ExportChanges } from '../change/ExportChanges.tsx'
import { Discrepancies } from './Discrepancies.tsx'
import { VerifyLibrary } from './VerifyLibrary.tsx'

/** 核对: whether the library is sound, what the sources contradict, and who changed what. */
export function CheckPage() {
  const { t } = useTranslation(['check', 'change'])
  return (
    <ScreenFrame title={t('title')} lead={t('lead')}>
      <VerifyLibrary />
      <Discrepancies />
      <MissingDocuments />
      <Block title={t('change:latest')} actions={<ExportChanges />}>
        <ChangeTable pageSize={10} />
      </Block>
    </ScreenFrame>
  )
}
