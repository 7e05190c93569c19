import { App, AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPages, useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { useMay } from '../../state.tsx'
import { AttachmentItem } from './AttachmentItem.tsx'
import { DocumentStandings } from './DocumentStandings.tsx'
import { DropArea } from './DropArea.tsx'
import { documentFor } from './documentFor.ts'
import { ExportAttachments } from './ExportAttachments.tsx'
import { RefusedFiles } from './RefusedFiles.tsx'
import { type AttachedTo, useAttach } from './useAttach.ts'
import { useChosenFiles } from './useChosenFiles.ts'

/** 附件 of one record: what is there, what is missing, and the ways to add: choose, or drop. */
export function AttachmentBlock({ subject, subjectId }: AttachedTo) {
  const { t } = useTranslation('attachment')
  const { message } = App.useApp()
  const mayAttach = useMay('attachFile')
  const [withRemoved, setWithRemoved] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const attachments = useAllPages('listAttachments', { subjectId, withRemoved })
  const standings = useRequest('documentsOf', { subject, subjectId }).data?.items ?? []
  const chosen = useChosenFiles()
  const { attachAll, isBusy } = useAttach()
  // The next one that is missing is what is most likely at hand.
  const missing = standings.find(({ isThere, waiver }) => !isThere && waiver === null)
  const document = typed ?? missing?.document ?? ''

  async function add(dropped: readonly File[] | null) {
    const files = await chosen.choose(dropped)
    if (files.length === 0) return
    const key = crypto.randomUUID()
    const known = standings.map((one) => one.document)
    let count = 0
    for (const file of files) {
      // What the person chose wins over what the file is called.
      const which = typed === null ? documentFor(file.name, known, document || null) : typed.trim() || null
      const failed = await attachAll({ subject, subjectId }, [file], which, key)
      chosen.setRefused((before) => [...before, ...failed.map(({ error }) => error)])
      count += 1 - failed.length
    }
    setTyped(null)
    if (count > 0) void message.info(t('attached', { count }))
  }

  return (
    <DropArea onDrop={mayAttach ? (files) => void add(files) : null}>
      <Block
        title={t('title')}
        lead={mayAttach ? t('dropHere') : undefined}
        actions={
          <>
            <ExportAttachments rows={attachments.data ?? []} />
            {mayAttach && (
              <>
                <AutoComplete
                  size="small"
                  className="attachment-document"
                  aria-label={t('document')}
                  placeholder={t('document')}
                  value={document}
                  options={standings.map((one) => ({ value: one.document }))}
                  onChange={(value) => setTyped(value)}
                />
                <Button
                  size="small"
                  disabled={chosen.reading !== null || isBusy}
                  onClick={() => void add(null)}
                >
                  {t('choose')}
                </Button>
              </>
            )}
          </>
        }
      >
        {chosen.reading !== null && (
          <TaskProgress label={t('reading')} {...chosen.reading} onCancel={chosen.cancel} />
        )}
        <RefusedFiles errors={chosen.refused} onClose={() => chosen.setRefused([])} />
        <DocumentStandings standings={standings} subjectId={subjectId} onChoose={setTyped} />
        <Loaded answer={attachments}>
          {(items) => (
            <>
              {items.length === 0 ? (
                <p className="attachment-none grey">{t('none')}</p>
              ) : (
                <ul className="attachment-list" aria-label={t('title')}>
                  {items.map((attachment) => (
                    <AttachmentItem key={attachment.id} attachment={attachment} />
                  ))}
                </ul>
              )}
              <label className="attachment-removed grey">
                <input
                  type="checkbox"
                  checked={withRemoved}
                  onChange={(event) => setWithRemoved(event.target.checked)}
                />
                {t('showRemoved')}
              </label>
            </>
          )}
        </Loaded>
      </Block>
    </DropArea>
  )
}
