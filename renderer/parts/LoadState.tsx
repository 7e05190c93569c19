import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type LoadStateProps =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty'; readonly text?: string; readonly action?: ReactNode }
  | { readonly kind: 'failed'; readonly error: Error; readonly onRetry: () => void }

/** What stands where content would: it is being read, there is none, or it could not be read. */
export function LoadState(props: LoadStateProps) {
  const { t } = useTranslation('terms')
  switch (props.kind) {
    case 'loading':
      return (
        <div className="state" role="status" aria-busy>
          {t('loading')}
        </div>
      )
    case 'empty':
      return (
        <div className="state">
          <span>{props.text ?? t('empty')}</span>
          {props.action}
        </div>
      )
    case 'failed':
      return (
        <div className="state" role="alert">
          <span>
            {t('failed')}：{props.error.message}
          </span>
          <span>{t('failedWhy')}</span>
          <Button onClick={props.onRetry}>{t('retry')}</Button>
        </div>
      )
  }
}
