import { App, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CostClass, costClasses } from '../../../../db/domain/costClass.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { useCommand } from '../../../api.ts'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'

interface MapCostClassProps {
  readonly projectId: string
  readonly line: { readonly lineKey: string; readonly name: string; readonly costClass: CostClass | null }
  readonly onClose: () => void
}

/** 科目 → 建设成本: for all versions of the project, also the locked ones. */
export function MapCostClass({ projectId, line, onClose }: MapCostClassProps) {
  const { t } = useTranslation('money')
  const { message } = App.useApp()
  const command = useCommand('mapCostClass')
  const [chosen, setChosen] = useState<CostClass | ''>(line.costClass ?? '')
  const [refused, setRefused] = useState<RequestError | null>(null)
  return (
    <ReasonModal
      title={t('mapNamed', { name: line.name })}
      isOpen
      okText={t('map')}
      isBusy={command.isPending}
      error={refused}
      onClose={onClose}
      onOk={(reason) =>
        command.mutate(
          { projectId, lineKey: line.lineKey, costClass: chosen === '' ? null : chosen, reason },
          {
            onSuccess: () => {
              void message.info(t('mapped', { name: line.name }))
              onClose()
            },
            onError: ({ error }) => setRefused(error),
          },
        )
      }
    >
      <p className="money-lead grey">{t('mapWhy')}</p>
      <Form.Item label={t('costClassTitle')}>
        <Select<CostClass | ''>
          aria-label={t('costClassTitle')}
          value={chosen}
          onChange={setChosen}
          options={[
            ...costClasses.map((value) => ({ value, label: t(`costClass.${value}`) })),
            { value: '' as const, label: t('costClassNone') },
          ]}
        />
      </Form.Item>
    </ReasonModal>
  )
}
