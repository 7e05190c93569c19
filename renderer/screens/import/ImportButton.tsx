import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../../../db/domain/import/field.ts'
import { useGo } from '../../go.tsx'
import { importAddress } from './importAddress.ts'
import { useWhyNotImport } from './useWhyNotImport.ts'

interface ImportButtonProps {
  readonly kind: ImportKind
  readonly projectId?: string | null
  readonly isSmall?: boolean
}

/** Leads from a list to the import of its records; not there for who may not import. */
export function ImportButton({ kind, projectId = null, isSmall = false }: ImportButtonProps) {
  const { t } = useTranslation('import')
  const go = useGo()
  if (useWhyNotImport()(kind) !== null) return null
  return (
    <Button
      title={t('openHint')}
      size={isSmall ? 'small' : 'middle'}
      onClick={() => {
        go(importAddress(kind, projectId))
      }}
    >
      {t('open')}
    </Button>
  )
}
