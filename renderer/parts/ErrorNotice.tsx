import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestError } from '../../db/requests/wire.ts'

interface ErrorNoticeProps {
  readonly error: RequestError
  /** What was refused; without it: 未保存. */
  readonly title?: string
  /** Messages to show in place of the error's own, where some stand beside their fields already. */
  readonly messages?: readonly string[]
  readonly action?: ReactNode
}

/** A refusal that no field can carry; an unknown outcome says so in so many words. */
export function ErrorNotice({ error, title, messages = [error.message], action }: ErrorNoticeProps) {
  const { t } = useTranslation('terms')
  const isUnknown = error.code === 'dbProcessDied'
  if (messages.length === 0) return null
  return (
    <div className={isUnknown ? 'notice' : 'notice is-broken'} role="alert" data-code={error.code}>
      <strong>{isUnknown ? t('unknownOutcome') : (title ?? t('notSaved'))}</strong>
      <span>{messages.join('；')}</span>
      {action}
    </div>
  )
}
