import { useTranslation } from 'react-i18next'

/** In place of a figure that may hold some of what stands under 未分科目: not known to be zero. */
export function Unclassified() {
  const { t } = useTranslation('money')
  return (
    <span className="figure is-unknown" title={t('unclassifiedWhy')}>
      {t('unclassified')}
    </span>
  )
}
