import type { TableProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'
import { type RecordColumn, RecordTable } from '../../parts/RecordTable.tsx'

interface RuleTableProps {
  readonly rules: readonly Rule[]
  readonly columns: readonly RecordColumn<Rule>[]
  readonly onOrder: TableProps<Rule>['onChange']
  readonly onOpen: (ruleId: string) => void
}

export function RuleTable({ rules, columns, onOrder, onOpen }: RuleTableProps) {
  const { t } = useTranslation('rule')
  return (
    <div className="rule-table">
      <RecordTable<Rule>
        label={t('title')}
        rows={rules}
        rowKey={({ id }) => id}
        columns={columns}
        onChange={onOrder}
        onOpen={({ id }) => onOpen(id)}
        emptyText={t('noMatch')}
      />
    </div>
  )
}
