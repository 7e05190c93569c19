import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RequestFailed, useCommand } from '../../api.ts'

/** Says what was done to a calendar, and takes it back when asked to. */
export function useUndoToast(projectId: string | null) {
  const { t } = useTranslation('calendar')
  const { message } = App.useApp()
  const undo = useCommand('undoSchedule')
  return (text: string) => {
    const key = crypto.randomUUID()
    const takeBack = async () => {
      message.destroy(key)
      try {
        await undo.mutateAsync({ projectId })
      } catch (failed) {
        if (!(failed instanceof RequestFailed)) throw failed
        void message.error(failed.error.message)
      }
    }
    void message.info({
      key,
      duration: 8,
      content: (
        <>
          {text}{' '}
          <Button type="link" size="small" onClick={() => void takeBack()}>
            {t('undo')}
          </Button>
        </>
      ),
    })
  }
}
