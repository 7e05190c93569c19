import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { useUndo } from './useUndo.ts'

export function UndoButtons({ undo }: { readonly undo: ReturnType<typeof useUndo> }) {
  const { t } = useTranslation('schedule')
  return (
    <>
      {(['undo', 'redo'] as const).map((how) => (
        <Button
          key={how}
          icon={how === 'undo' ? <UndoOutlined aria-hidden /> : <RedoOutlined aria-hidden />}
          aria-label={t(how)}
          title={`${t(how)} ${how === 'undo' ? 'Ctrl+Z' : 'Ctrl+Y'}`}
          disabled={!undo.canUndo}
          onClick={() => void undo.run(how)}
        />
      ))}
    </>
  )
}
