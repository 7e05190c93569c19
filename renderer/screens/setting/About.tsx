import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { useAppState } from '../../state.tsx'

/** Versions, and the hash that stands for everything recorded so far. */
export function About() {
  const { t } = useTranslation(['setting', 'terms'])
  const { appVersion } = useAppState()
  const library = useRequest('getLibrary', {})
  return (
    <Block title={t('about')}>
      <div className="setting-part">
        <Loaded answer={library}>
          {(known) => (
            <dl className="facts">
              <dt>{t('version')}</dt>
              <dd className="figure">
                {t('terms:appName')} {appVersion}
              </dd>
              <dt>{t('format')}</dt>
              <dd className="figure">{known.formatVersion}</dd>
              <dt>{t('lastChange')}</dt>
              <dd className="figure">
                {known.lastChangeAt === null ? '' : instantInTable(known.lastChangeAt)}
              </dd>
              <dt>{t('headHash')}</dt>
              <dd>
                <code className="hash">{known.headHash}</code>
              </dd>
              <dt>{t('libraryId')}</dt>
              <dd>
                <code className="hash">{known.id}</code>
              </dd>
            </dl>
          )}
        </Loaded>
        <p className="grey">{t('notBooksWhy')}</p>
      </div>
    </Block>
  )
}
