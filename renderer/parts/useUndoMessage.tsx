import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Says what was done with 撤销 beside it; what taking it back ends in, if it cannot, is said instead. */
export function useUndoMessage() {
  const { t } = useTranslation('terms')
  const { message } = App.useApp()
  return (text: string, undo: () => Promise<string | null>) => {
    const key = crypto.randomUUID()
    const takeBack = async () => {
      message.destroy(key)
      const failed = await undo()
      if (failed !== null) void message.error(failed)
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
