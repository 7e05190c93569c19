import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { contentInWords } from './entryInWords.ts'
import { type DraftContent, isChangedInDoubt, type PaymentDraft } from './paymentDraft.ts'

interface Props {
  readonly draft: PaymentDraft
  readonly projects: readonly ProjectRow[]
  readonly onRestore: (content: DraftContent) => void
  readonly onSaveAnother: () => void
  readonly onNext: () => void
}

/** What to do while it is not known whether the entry was saved, and once it turns out that it was. */
export function SaveDoubt({ draft, projects, onRestore, onSaveAnother, onNext }: Props) {
  const { t } = useTranslation('payment')
  const { unknownOutcome: sent } = draft
  if (sent === null) return null
  const today = localDay(new Date())
  const entry = contentInWords(sent, projects, { yuan: t('yuan'), wan: t('wan') }, today)
  if (draft.isKeyUsed) {
    return (
      <div className="notice" role="alert">
        <strong>{t('keyUsedTitle')}</strong>
        <span>{t('keyUsedText', { entry })}</span>
        <Button size="small" onClick={onSaveAnother}>
          {t('saveAsAnother')}
        </Button>
        <Button size="small" onClick={onNext}>
          {t('startNext')}
        </Button>
      </div>
    )
  }
  return (
    <div className="notice" role="alert">
      <strong>{t('unknownTitle')}</strong>
      {isChangedInDoubt(draft, today) ? (
        <>
          <span>{t('unknownChanged', { entry })}</span>
          <Button
            size="small"
            onClick={() => {
              onRestore(sent)
            }}
          >
            {t('restore')}
          </Button>
        </>
      ) : (
        <span>{t('unknownText')}</span>
      )}
    </div>
  )
}
