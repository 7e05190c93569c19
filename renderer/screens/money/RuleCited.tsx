import type { Rule } from '../../../db/domain/rule.ts'
import { RuleLink } from '../rule/RuleLink.tsx'

/** A rule in its own words, with where it stands and whether that was checked. */
export function RuleCited({ rule }: { readonly rule: Rule }) {
  return (
    <span>
      <span lang="zh-CN">{rule.text}</span>{' '}
      <span className="grey">
        <RuleLink rule={rule} />
      </span>
    </span>
  )
}
