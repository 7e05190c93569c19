import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unwrap } from '../../api.ts'
import { instantInTable } from '../../parts/instant.ts'
import { LoadState } from '../../parts/LoadState.tsx'
import { ExportTable } from '../export/ExportTable.tsx'

interface BackupTableProps {
  readonly isBusy: boolean
  /** Only in an open library: the list is written by its process. */
  readonly canExport?: boolean
  readonly onRestore: (name: string) => void
}

type Backups = Awaited<ReturnType<typeof read>>

/** The verified copies on this computer, newest first, each with a button that restores it. */
export function BackupTable({ isBusy, canExport = false, onRestore }: BackupTableProps) {
  const { t } = useTranslation(['start', 'terms'])
  const [backups, setBackups] = useState<Backups | Error | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isMounted = true
    read().then(
      (found) => isMounted && setBackups(found),
      (failed: unknown) =>
        isMounted && setBackups(failed instanceof Error ? failed : new Error(String(failed))),
    )
    return () => {
      isMounted = false
    }
  }, [attempt])
  if (backups === null) return <LoadState kind="loading" />
  if (backups instanceof Error)
    return <LoadState kind="failed" error={backups} onRetry={() => setAttempt(attempt + 1)} />
  if (backups.length === 0) return <LoadState kind="empty" text={t('backupsNone')} />
  return (
    <div className="backups">
      {canExport && (
        <ExportTable
          name={t('backups')}
          rows={backups}
          columns={[
            { title: t('madeAt'), kind: 'instant', cell: ({ madeAt }) => madeAt },
            { title: t('backupName'), cell: ({ name }) => name },
            {
              title: t('terms:headerWithUnit', { label: t('size'), unit: 'KB' }),
              kind: 'count',
              cell: ({ bytes }) => Math.ceil(bytes / 1024),
            },
          ]}
        />
      )}
      <table className="sheet" aria-label={t('backups')}>
        <thead>
          <tr>
            <th scope="col">{t('madeAt')}</th>
            <th scope="col">{t('backupName')}</th>
            <th scope="col" className="is-figure">
              {t('terms:headerWithUnit', { label: t('size'), unit: 'KB' })}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('restore')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.name}>
              <td className="figure">{instantInTable(backup.madeAt)}</td>
              <td>{backup.name}</td>
              <td className="is-figure">{Math.ceil(backup.bytes / 1024).toLocaleString('en-US')}</td>
              <td>
                <Button
                  size="small"
                  disabled={isBusy}
                  aria-label={t('restoreOf', { at: instantInTable(backup.madeAt) })}
                  onClick={() => onRestore(backup.name)}
                >
                  {t('restore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

async function read() {
  return unwrap(await window.api.listBackups())
}
