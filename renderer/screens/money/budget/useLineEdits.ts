import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow } from '../../../../db/domain/budget.ts'
import { useCommand } from '../../../api.ts'
import { useAmountUnit, useLanguage } from '../../../state.tsx'
import { type PasteFault, readPasted } from './columnPaste.ts'

/** What a draft's tree can do with a whole line or column; what was refused is said in a message. */
export function useLineEdits(versionId: string, lines: readonly BudgetLineRow[]) {
  const { t } = useTranslation('money')
  const { message, modal } = App.useApp()
  const unit = useAmountUnit()
  const language = useLanguage()
  const move = useCommand('moveBudgetLine')
  const remove = useCommand('removeBudgetLine')
  const column = useCommand('setBudgetAmounts')
  const [pasteFaults, setPasteFaults] = useState<readonly PasteFault[]>([])
  const refused = {
    onError: ({ error }: { error: { message: string } }) => void message.error(error.message),
  }

  return {
    pasteFaults,
    clearPasteFaults: () => setPasteFaults([]),
    /** One place up or down among its siblings. */
    move: (line: BudgetLineRow, by: -1 | 1) => {
      const siblings = lines.filter(({ parentId }) => parentId === line.parentId)
      const at = siblings.findIndex(({ id }) => id === line.id)
      if (siblings[at + by] === undefined) return
      const before = siblings[by < 0 ? at - 1 : at + 2]
      const { id: lineId, parentId } = line
      move.mutate({ versionId, lineId, parentId, beforeId: before?.id ?? null }, refused)
    },
    remove: (line: BudgetLineRow) => {
      modal.confirm({
        title: t('removeLineNamed', { name: line.name }),
        content: line.isLeaf ? null : t('removeLineWithBelow'),
        okText: t('remove'),
        onOk: () => {
          remove.mutate({ versionId, lineId: line.id }, refused)
        },
      })
    },
    paste: (line: BudgetLineRow, text: string) => {
      const leaves = lines.filter(({ isLeaf }) => isLeaf)
      const { amounts, faults } = readPasted(text, leaves, line.id, unit, language)
      setPasteFaults(faults)
      if (faults.length > 0) return
      column.mutate(
        { versionId, amounts: [...amounts] },
        { ...refused, onSuccess: () => void message.info(t('pasted', { count: amounts.length })) },
      )
    },
  }
}
