import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import { BatchSum } from './BatchSum.tsx'
import { importedAddress } from './importAddress.ts'
import { UndoImport } from './UndoImport.tsx'

interface ImportDoneProps {
  readonly batch: ImportBatch
  readonly projectId: string | null
  readonly onUndone: () => void
}

/** What came in, where it is, and the way back. */
export function ImportDone({ batch, projectId, onUndone }: ImportDoneProps) {
  const { t } = useTranslation('import')
  const navigate = useNavigate()
  const [isUndoing, setIsUndoing] = useState(false)
  return (
    <div className="notice is-done" role="status">
      <span>
        {batch.kind === 'tasks' ? (
          t('doneTasks', { n: batch.recordCount.toLocaleString('en-US') })
        ) : (
          <>
            {t(batch.kind === 'funds' ? 'doneParts' : 'done', {
              n: batch.recordCount.toLocaleString('en-US'),
            })}{' '}
            <BatchSum batch={batch} withUnit />
          </>
        )}
      </span>
      <Button size="small" onClick={() => void navigate(importedAddress(batch, projectId))}>
        {t('see')}
      </Button>
      <Button size="small" onClick={() => setIsUndoing(true)}>
        {t('undo')}
      </Button>
      {isUndoing && (
        <UndoImport
          batch={batch}
          onClose={() => {
            setIsUndoing(false)
          }}
          onUndone={onUndone}
        />
      )}
    </div>
  )
}
