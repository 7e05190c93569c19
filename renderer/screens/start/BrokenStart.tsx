import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestError } from '../../../db/requests/wire.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fileName } from '../../parts/fileName.ts'
import { useAppState } from '../../state.tsx'
import { BackupTable } from './BackupTable.tsx'
import { useMayCreate } from './creation.ts'
import { useLibraryAction } from './libraryAction.ts'
import { RecentLibraries } from './RecentLibraries.tsx'
import { StartFrame } from './StartFrame.tsx'

interface BrokenStartProps {
  readonly file: string
  readonly error: RequestError
}

/** The library did not open: why, that it was left alone, and what can be done now. */
export function BrokenStart({ file, error }: BrokenStartProps) {
  const { t } = useTranslation('start')
  const { recentLibraries } = useAppState()
  const action = useLibraryAction()
  const mayCreate = useMayCreate()
  const name = fileName(file)
  const again = recentLibraries.findIndex((path) => fileName(path) === name)
  const cause = causeOf(error)
  const offersBackups = cause !== 'libraryNewer' && cause !== 'libraryBusy'
  return (
    <StartFrame title={t('brokenTitle', { file: name })} lead={t(`next.${cause}`)}>
      <div className="notice is-broken" role="alert" data-code={error.code}>
        <span>{error.message}</span>
        {cause !== 'libraryMissing' && cause !== 'libraryDamaged' && (
          <span className="grey">{t('untouched')}</span>
        )}
      </div>
      {action.error !== null && action.error.message !== error.message && (
        <ErrorNotice error={action.error} />
      )}
      {offersBackups && (
        <section className="start-part">
          <h2>{t('backups')}</h2>
          <BackupTable isBusy={action.isBusy} onRestore={(name) => void action.restore(name)} />
        </section>
      )}
      <section className="start-part">
        <h2>{t('otherWays')}</h2>
        <div className="start-buttons">
          {again >= 0 && (
            <Button
              type={cause === 'libraryBusy' ? 'primary' : 'default'}
              disabled={action.isBusy}
              onClick={() => void action.openRecent(again)}
            >
              {t('retry')}
            </Button>
          )}
          <Button disabled={action.isBusy} onClick={() => void action.open()}>
            {t('openAnother')}
          </Button>
          {mayCreate && (
            <>
              <Button disabled={action.isBusy} onClick={() => void action.create(true)}>
                {t('withPlans')}
              </Button>
              <Button disabled={action.isBusy} onClick={() => void action.create(false)}>
                {t('empty')}
              </Button>
            </>
          )}
        </div>
        <RecentLibraries isBusy={action.isBusy} onOpen={(index) => void action.openRecent(index)} />
      </section>
    </StartFrame>
  )
}

const causes = ['libraryDamaged', 'libraryNewer', 'libraryForeign', 'libraryBusy', 'libraryMissing'] as const

/** What the screen has advice for. */
function causeOf({ code }: RequestError) {
  return causes.find((cause) => cause === code) ?? 'other'
}
