import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { RequestFailed, unwrap } from '../../../api.ts'

/** Prints or saves what the window shows as paper, and says what became of it. */
export function usePrint(): (target: 'pdf' | 'printer' | 'png') => Promise<void> {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  return async (target) => {
    try {
      unwrap(await window.api.print(target))
      void message.success(t(target === 'printer' ? 'sentToPrinter' : 'saved'))
    } catch (failed) {
      if (!(failed instanceof RequestFailed)) throw failed
      if (failed.error.code !== 'cancelled') void message.error(failed.error.message)
    }
  }
}
