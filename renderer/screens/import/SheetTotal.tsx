import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'

/** What a person would check by eye before importing: the sheet's own 合计, and rows that are not seen in it. */
export function SheetTotal({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation('import')
  const { writtenTotals, hiddenRows, shownFigures } = preview
  return (
    <>
      {writtenTotals.map((total) => (
        <span key={total.part} className={total.writtenFen === total.readFen ? 'grey' : 'amber'}>
          {total.part !== null && `${t(total.part)}：`}
          {total.writtenFen === total.readFen
            ? t('totalSame', { row: total.row })
            : t('totalDiffers', {
                row: total.row,
                written: formatFen(total.writtenFen, 'yuan'),
                read: formatFen(total.readFen, 'yuan'),
                gap: formatFen(total.writtenFen - total.readFen, 'yuan'),
              })}
        </span>
      ))}
      {shownFigures > 0 && (
        <span className="amber">{t('shownFigures', { n: shownFigures.toLocaleString('en-US') })}</span>
      )}
      {hiddenRows > 0 && <span className="amber">{t('hiddenRows', { n: hiddenRows })}</span>}
    </>
  )
}
