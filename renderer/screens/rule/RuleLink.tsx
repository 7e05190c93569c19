import './rule.css'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Rule } from '../../../db/domain/rule.ts'
import { nationwide } from '../../../db/domain/rule.ts'

/** Where a rule stands, whether that was checked, and the way to its row in 设置. */
export function RuleLink({ rule, isShort = false }: { readonly rule: Rule; readonly isShort?: boolean }) {
  const { t } = useTranslation(['rule', 'terms'])
  const source = [rule.basis, rule.clause].filter((part) => part !== null).join(' ')
  return (
    <>
      <Link
        className="rule-link"
        to={ruleAddress(rule.id)}
        title={isShort ? `${source}：${rule.text}` : rule.text}
        aria-label={t('openNamed', { rule: source })}
      >
        {isShort ? t('basisShort') : <span lang="zh-CN">{source}</span>}
      </Link>
      {rule.region !== nationwide && <span lang="zh-CN"> {rule.region}</span>}
      {rule.status === 'unchecked' && <span className="amber"> {t('unchecked')}</span>}
    </>
  )
}

function ruleAddress(ruleId: string): string {
  return `/settings?rule=${encodeURIComponent(ruleId)}`
}
