import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { useMay } from '../../state.tsx'
import { fileSize } from './fileSize.ts'

/** How much the attachments take, and what can be cleared. */
export function ContentSetting() {
  const { t } = useTranslation('attachment')
  const { message } = App.useApp()
  const summary = useRequest('contentSummary', {})
  const mayClear = useMay('clearContents')
  const clear = useCommand('clearContents')
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Block title={t('contents')} lead={t('contentsLead')}>
      <div className="setting-part">
        <Loaded answer={summary}>
          {({ attachmentCount, contentCount, byteCount, idleCount, idleByteCount }) => (
            <p>
              {t('contentsOf', {
                attachments: attachmentCount,
                contents: contentCount,
                size: fileSize(byteCount),
              })}
              {idleCount > 0 && (
                <>
                  {' · '}
                  {t('idleOf', { count: idleCount, size: fileSize(idleByteCount) })}{' '}
                  {mayClear && (
                    <Button size="small" onClick={() => setIsAsking(true)}>
                      {t('clear')}
                    </Button>
                  )}
                </>
              )}
            </p>
          )}
        </Loaded>
      </div>
      {isAsking && (
        <ReasonModal
          title={t('clearTitle')}
          isOpen
          okText={t('clear')}
          isBusy={clear.isPending}
          error={clear.error?.error ?? null}
          onOk={(reason) =>
            clear.mutate(
              { reason },
              {
                onSuccess: ({ contentCount, byteCount }) => {
                  void message.info(t('cleared', { count: contentCount, size: fileSize(byteCount) }))
                  setIsAsking(false)
                },
              },
            )
          }
          onClose={() => setIsAsking(false)}
        >
          <p className="dialog-lead">{t('clearWhat')}</p>
        </ReasonModal>
      )}
    </Block>
  )
}
