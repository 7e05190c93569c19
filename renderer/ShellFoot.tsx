import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../db/domain/day.ts'
import { useRequest } from './api.ts'
import { fileName } from './parts/fileName.ts'

/** What the library is not, on every screen; on paper also which file, when, and the head of its chain. */
export const ShellFoot = memo(Foot)

function Foot({ file }: { readonly file: string }) {
  const { t } = useTranslation(['terms', 'shell'])
  const library = useRequest('getLibrary', {})
  return (
    <footer className="shell-foot">
      <span>{t('notBooks')}</span>
      <span className="is-print">{fileName(file)}</span>
      {library.data?.isSynthetic === true && <span className="is-print">{t('shell:synthetic')}</span>}
      <span className="is-print">{localDay(new Date())}</span>
      <span className="is-print">{library.data?.headHash ?? ''}</span>
    </footer>
  )
}
