import '../money.css'
import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RuleOf } from '../../../../db/domain/rule.ts'
import { useAllPages } from '../../../api.ts'
import { RuleCited } from '../RuleCited.tsx'

/** A limit that is broken, in words and red; it opens the rule that sets it, with its basis. */
export function BrokenLimit({ code }: { readonly code: Extract<RuleOf, 'overBudget' | 'overContract'> }) {
  const { t } = useTranslation('money')
  return (
    <Popover trigger="click" title={t(code)} content={<CitedRules code={code} />}>
      <button type="button" className="tag is-red broken-limit" aria-label={t('ruleOf', { name: t(code) })}>
        {t(code)}
      </button>
    </Popover>
  )
}

function CitedRules({ code }: { readonly code: RuleOf }) {
  const { t } = useTranslation('money')
  const rules = useAllPages('listRules', {}).data ?? []
  return (
    <div className="cited-rules">
      {rules
        .filter((rule) => rule.code === code)
        .map((rule) => (
          <p key={rule.id}>
            <RuleCited rule={rule} />
          </p>
        ))}
      <Link to="/settings">{t('toRules')}</Link>
    </div>
  )
}
