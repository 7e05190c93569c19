import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'

/** A rule in its own words, with where it stands and whether that was checked. */
export function RuleCited({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation('money')
  const source = [rule.basis, rule.clause].filter((part) => part !== null).join(' ')
  return (
    <span lang="zh-CN">
      {rule.text} <span className="grey">{source}</span>
      {rule.status === 'unchecked' && <span className="amber"> {t('ruleUnchecked')}</span>}
    </span>
  )
}
