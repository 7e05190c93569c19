import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'

/** 已核对 or 待核对原文, and whether the row is the app's own. */
export function RuleStatus({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation('rule')
  return (
    <span className="rule-status">
      <StatusTag tone={rule.status === 'checked' ? 'green' : 'amber'}>
        {t(`statuses.${rule.status}`)}
      </StatusTag>
      {rule.withdrawnAt !== null ? (
        <StatusTag tone="grey">{t('withdrawn')}</StatusTag>
      ) : rule.isAdded ? (
        <StatusTag tone="accent">{t('added')}</StatusTag>
      ) : (
        rule.isEdited && <StatusTag tone="accent">{t('edited')}</StatusTag>
      )}
    </span>
  )
}
