import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'
import { type RecordColumn, RecordTable } from '../../parts/RecordTable.tsx'
import { RuleStatus } from './RuleStatus.tsx'
import { useThresholdText } from './useThresholdText.ts'

interface RuleTableProps {
  readonly rules: readonly Rule[]
  readonly onOpen: (ruleId: string) => void
}

export function RuleTable({ rules, onOpen }: RuleTableProps) {
  const { t } = useTranslation('rule')
  const thresholdText = useThresholdText()
  const columns: readonly RecordColumn<Rule>[] = [
    {
      title: t('code'),
      key: 'code',
      className: 'is-nowrap',
      render: (_, rule) => t(`names.${rule.code}`),
      sorter: (a, b) => t(`names.${a.code}`).localeCompare(t(`names.${b.code}`), 'zh-CN'),
    },
    { title: t('text'), key: 'text', render: (_, rule) => <span lang="zh-CN">{rule.text}</span> },
    {
      title: t('basis'),
      key: 'basis',
      render: (_, rule) => (
        <span lang="zh-CN">{[rule.basis, rule.clause].filter((part) => part !== null).join(' ')}</span>
      ),
      sorter: (a, b) => a.basis.localeCompare(b.basis, 'zh-CN'),
    },
    {
      title: t('region'),
      key: 'region',
      className: 'is-nowrap',
      render: (_, rule) => <span lang="zh-CN">{rule.region}</span>,
    },
    {
      title: t('effectiveFrom'),
      key: 'effectiveFrom',
      className: 'is-nowrap',
      render: (_, rule) => rule.effectiveFrom ?? <span className="grey">{t('always')}</span>,
    },
    { title: t('threshold'), key: 'threshold', render: (_, rule) => thresholdText(rule.threshold) },
    {
      title: t('status'),
      key: 'status',
      className: 'is-nowrap',
      render: (_, rule) => <RuleStatus rule={rule} />,
      sorter: (a, b) => a.status.localeCompare(b.status),
    },
  ]
  return (
    <div className="rule-table">
      <RecordTable<Rule>
        label={t('title')}
        rows={rules}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => onOpen(id)}
        emptyText={t('noMatch')}
      />
    </div>
  )
}
