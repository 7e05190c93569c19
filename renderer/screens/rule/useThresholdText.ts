import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../db/domain/rule.ts'
import { isThresholdName } from '../../text/rule.ts'

/** The numbers of a rule by their names, in one line. */
export function useThresholdText(): (threshold: Rule['threshold']) => string {
  const { t } = useTranslation('rule')
  return (threshold) =>
    Object.entries(threshold)
      .map(([name, value]) => `${isThresholdName(name) ? t(`number.${name}`) : name} ${String(value)}`)
      .join('；')
}
