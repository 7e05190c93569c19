import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { useMay } from '../../../state.tsx'
import { BaselineDialog } from './BaselineDialog.tsx'

interface BaselineChoiceProps {
  readonly projectId: string
  readonly baselineId: string | null
  readonly onChoose: (baselineId: string | null) => void
}

/** 基线: which one the chart and the variance columns compare with, and a new one of the plan as it stands. */
export function BaselineChoice({ projectId, baselineId, onChoose }: BaselineChoiceProps) {
  const { t } = useTranslation('schedule')
  const maySet = useMay('setBaseline')
  const baselines = useRequest('listBaselines', { projectId })
  const [isOpen, setIsOpen] = useState(false)
  const items = baselines.data?.items ?? []
  return (
    <>
      <Select
        className="schedule-tools-baseline"
        aria-label={t('baseline')}
        value={baselineId ?? ''}
        options={[
          { value: '', label: t('noBaseline') },
          ...items.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => onChoose(id === '' ? null : id)}
      />
      {maySet && <Button onClick={() => setIsOpen(true)}>{t('setBaseline')}</Button>}
      {isOpen && (
        <BaselineDialog
          projectId={projectId}
          baselines={items}
          onChoose={onChoose}
          onRemoved={(id) => {
            if (id === baselineId) onChoose(null)
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
