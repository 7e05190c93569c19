import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useAppState } from '../../state.tsx'
import { useMayCreate } from '../start/creation.ts'
import { useLibraryAction } from '../start/libraryAction.ts'
import { RecentLibraries } from '../start/RecentLibraries.tsx'

/** Which file is open and what it holds; opening and making another. */
export function LibrarySetting() {
  const { t } = useTranslation('setting')
  const { library: open } = useAppState()
  const library = useRequest('getLibrary', {})
  const action = useLibraryAction()
  const mayCreate = useMayCreate()
  return (
    <Block title={t('library')}>
      <div className="setting-part">
        {action.error !== null && <ErrorNotice error={action.error} title={t('libraryRefused')} />}
        <Loaded answer={library}>
          {(known) => (
            <dl className="facts">
              <dt>{t('file')}</dt>
              <dd className="path">{open.file}</dd>
              <dt>{t('libraryName')}</dt>
              <dd>
                {known.name} {known.isSynthetic && <StatusTag tone="amber">{t('synthetic')}</StatusTag>}
              </dd>
              <dt>{t('createdAt')}</dt>
              <dd className="figure">{instantInTable(known.createdAt)}</dd>
              <dt>{t('contents')}</dt>
              <dd>
                {t('contentsOf', {
                  plans: known.planCount,
                  projects: known.projectCount,
                  payments: known.paymentCount.toLocaleString('en-US'),
                  changes: known.changeCount.toLocaleString('en-US'),
                })}
              </dd>
            </dl>
          )}
        </Loaded>
        <div className="start-buttons">
          <Button disabled={action.isBusy} onClick={() => void action.open()}>
            {t('openOther')}
          </Button>
          {mayCreate && (
            <>
              <Button disabled={action.isBusy} onClick={() => void action.create(false)}>
                {t('createEmpty')}
              </Button>
              <Button disabled={action.isBusy} onClick={() => void action.create(true)}>
                {t('createWithPlans')}
              </Button>
            </>
          )}
        </div>
        <RecentLibraries isBusy={action.isBusy} onOpen={(index) => void action.openRecent(index)} />
      </div>
    </Block>
  )
}
