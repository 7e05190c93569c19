import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'
import { entered } from '../../parts/Amount.tsx'
import type { RecordColumn } from '../../parts/RecordTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'
import { RuleStatus } from './RuleStatus.tsx'
import { useThresholdText } from './useThresholdText.ts'

/** The columns of the rules, on the screen and as they are written out. */
export function useRuleColumns() {
  const { t } = useTranslation('rule')
  const thresholdText = useThresholdText()
  const basisOf = ({ basis, clause }: Rule) => [basis, clause].filter((part) => part !== null).join(' ')
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
      render: (_, rule) => <span lang="zh-CN">{basisOf(rule)}</span>,
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
    {
      title: t('threshold'),
      key: 'threshold',
      render: (_, rule) => <span {...entered}>{thresholdText(rule.threshold)}</span>,
    },
    {
      title: t('status'),
      key: 'status',
      className: 'is-nowrap',
      render: (_, rule) => <RuleStatus rule={rule} />,
      sorter: (a, b) => a.status.localeCompare(b.status),
    },
  ]
  const exported: readonly ExportColumn<Rule>[] = [
    { title: t('code'), cell: ({ code }) => t(`names.${code}`) },
    { title: t('text'), cell: ({ text }) => text },
    { title: t('basis'), cell: basisOf },
    { title: t('region'), cell: ({ region }) => region },
    { title: t('effectiveFrom'), kind: 'day', cell: ({ effectiveFrom }) => effectiveFrom ?? t('always') },
    { title: t('threshold'), cell: ({ threshold }) => thresholdText(threshold) },
    { title: t('status'), cell: ({ status }) => t(`statuses.${status}`) },
  ]
  return { columns, exported }
}
