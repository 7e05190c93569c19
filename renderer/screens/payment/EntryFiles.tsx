import '../attachment/attachment.css'
import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { AutoComplete, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { fileSize } from '../attachment/fileSize.ts'
import { RefusedFiles } from '../attachment/RefusedFiles.tsx'
import type { useEntryFiles } from './useEntryFiles.ts'

/** The files that go with the payment being entered; they are in the library already, and attached when it is saved. */
export function EntryFiles({ entry }: { readonly entry: ReturnType<typeof useEntryFiles> }) {
  const { t } = useTranslation('attachment')
  const { files, documents, chosen, unattached } = entry
  return (
    <div className="entry-files">
      <Button
        size="small"
        type="text"
        icon={<PaperClipOutlined aria-hidden />}
        disabled={chosen.reading !== null}
        onClick={() => void entry.choose(null)}
      >
        {t('withPayment')}
      </Button>
      {files.length > 0 && (
        <ul className="entry-file-list" aria-label={t('withPayment')}>
          {files.map(({ file, document }, index) => (
            <li key={`${file.sha256} ${file.name}`}>
              <span className="attachment-name" title={file.name}>
                {file.name}
              </span>
              <span className="grey figure">{fileSize(file.byteCount)}</span>
              <AutoComplete
                size="small"
                className="attachment-document"
                aria-label={`${t('document')} ${file.name}`}
                placeholder={t('document')}
                value={document ?? ''}
                options={documents.map((value) => ({ value }))}
                onChange={(value) => entry.setDocument(index, value)}
              />
              <button
                type="button"
                className="plain-button"
                aria-label={`${t('leaveOut')} ${file.name}`}
                onClick={() => entry.drop(index)}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.reading !== null && (
        <TaskProgress label={t('reading')} {...chosen.reading} onCancel={chosen.cancel} />
      )}
      <RefusedFiles errors={chosen.refused} onClose={() => chosen.setRefused([])} />
      {unattached !== null && (
        <div className="notice is-broken" role="alert">
          <strong>{t('savedWithout')}</strong>
          <span>{unattached.errors.map((error) => error.message).join('；')}</span>
          <Button size="small" onClick={entry.retry}>
            {t('attachAgain')}
          </Button>
        </div>
      )}
    </div>
  )
}
