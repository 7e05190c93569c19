import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportMapping } from '../../../db/domain/import/importMapping.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import { useAllPages } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { RecordTable } from '../../parts/RecordTable.tsx'
import { useMay } from '../../state.tsx'
import { CreateFund } from '../money/fund/CreateFund.tsx'

type UnknownName = ImportPreview['unknownNames'][number]

interface UnknownNamesProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onRead: (changes: Partial<ImportMapping>) => void
}

/** Names that the library knows by another one: told once for all rows that use them. */
export function UnknownNames({ preview, isBusy, onRead }: UnknownNamesProps) {
  const { t } = useTranslation('import')
  const { unknownNames, mapping } = preview
  const means = (name: UnknownName, id: string) => {
    const { field, text } = name
    const others = (mapping.names ?? []).filter((known) => known.field !== field || known.text !== text)
    onRead({ names: [...others, { field, text, id }] })
  }
  return (
    <Block title={t('unknownNames')} lead={t('unknownNamesLead')}>
      <RecordTable
        label={t('unknownNames')}
        rows={unknownNames}
        rowKey={({ field, text }) => `${field} ${text}`}
        columns={[
          { title: t('field'), width: 120, render: (_, { field }) => t(`fields.${field}`) },
          { title: t('nameInSheet'), render: (_, { text }) => text },
          { title: t('rowsWith'), width: 72, isFigure: true, render: (_, { rowCount }) => rowCount },
          {
            title: t('means'),
            width: 360,
            render: (_, name) => (
              <NameChoice
                name={name}
                isBusy={isBusy}
                onChoose={(id) => {
                  means(name, id)
                }}
              />
            ),
          },
        ]}
      />
    </Block>
  )
}

interface NameChoiceProps {
  readonly name: UnknownName
  readonly isBusy: boolean
  readonly onChoose: (id: string) => void
}

function NameChoice({ name: { field, text }, isBusy, onChoose }: NameChoiceProps) {
  const { t } = useTranslation('import')
  const [isCreating, setIsCreating] = useState(false)
  const projects = useAllPages('listProjects', {}, { isEnabled: field === 'project' })
  const contracts = useAllPages('listContracts', {}, { isEnabled: field === 'contract' })
  const funds = useAllPages('listFunds', {}, { isEnabled: field === 'fund' })
  const records = {
    project: (projects.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    contract: (contracts.data ?? []).map(({ id, number, name }) => ({
      value: id,
      label: `${number} ${name}`,
    })),
    fund: (funds.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  }
  const mayCreate = useMay('createFund') && field === 'fund'
  // 科目 belong to one project each: they are mended in the row.
  if (field !== 'project' && field !== 'contract' && field !== 'fund')
    return <span className="grey">{t('mend')}</span>
  return (
    <span className="import-name-choice">
      <Select
        aria-label={`${t('means')} ${text}`}
        className="import-name"
        size="small"
        disabled={isBusy}
        placeholder={t('choose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={records[field]}
        onChange={onChoose}
      />
      {mayCreate && (
        <Button size="small" type="link" disabled={isBusy} onClick={() => setIsCreating(true)}>
          {t('createFund', { name: text })}
        </Button>
      )}
      <CreateFund
        isOpen={isCreating}
        name={text}
        onCreated={({ id }) => onChoose(id)}
        onClose={() => setIsCreating(false)}
      />
    </span>
  )
}
