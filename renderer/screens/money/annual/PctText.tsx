import { useTranslation } from 'react-i18next'

/** Per cent of the plan; above it in amber, unknown said so. */
export function PctText({ pct }: { readonly pct: number | null }) {
  const { t } = useTranslation('annualPlan')
  if (pct === null) return <span className="grey">{t('unknown')}</span>
  return <span className={pct > 100 ? 'figure amber' : 'figure'}>{pct.toFixed(1)}</span>
}
