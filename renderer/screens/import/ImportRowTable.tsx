import { useTranslation } from 'react-i18next'
import type { ImportPreview, ImportRow } from '../../../db/domain/import/importPreview.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { StatusTag, type Tone } from '../../parts/StatusTag.tsx'
import { listedFields, rowName, rowText, whyOf } from './importRowText.ts'

interface ImportRowTableProps {
  readonly preview: ImportPreview
  readonly rows: readonly ImportRow[]
  readonly isBusy: boolean
  readonly onMend: (row: ImportRow) => void
  readonly onChoose: (row: ImportRow, choice: ImportRow['choice']) => void
}

/** A plain table: fifty rows of a library's buttons and cells stop the window for longer than an eye-blink. */
export function ImportRowTable({ preview, rows, isBusy, onMend, onChoose }: ImportRowTableProps) {
  const { t } = useTranslation(['import', 'terms'])
  const hasAmount = preview.kind !== 'tasks'
  const fields = listedFields(preview)
  return (
    <table className="sheet" aria-label={t('rows')}>
      <thead>
        <tr>
          <th scope="col" className="is-figure">
            {t('row')}
          </th>
          <th scope="col">{t('result')}</th>
          <th scope="col">{t('why')}</th>
          {hasAmount && (
            <th scope="col" className="is-figure">
              <AmountHeader label={t('fields.amount')} unit="yuan" />
            </th>
          )}
          {fields.map((field) => (
            <th key={field} scope="col">
              {t(`fields.${field}`)}
            </th>
          ))}
          <th scope="col" className="import-row-actions">
            {t('actions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const next = nextChoice(row)
          const named = rowName(row, t)
          return (
            <tr key={`${String(row.row)} ${row.part ?? ''}`}>
              <td className="is-figure figure">{row.row}</td>
              <td className="is-nowrap">
                <StatusTag tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusTag>
                {row.part !== null && <span> {t(row.part)}</span>}
                {row.isHidden && <span className="amber"> {t('hiddenRow')}</span>}
                {row.isCorrected && <span className="grey"> {t('mended')}</span>}
              </td>
              <td>
                <span className="import-why">{whyOf(row, preview.kind, t)}</span>
              </td>
              {hasAmount && (
                <td className="is-figure">
                  {row.amountFen === null ? (
                    <span className="grey">
                      {sheetAmount(row.cells.amount ?? '', row.unit === null ? '' : t(`terms:${row.unit}`))}
                    </span>
                  ) : (
                    <Amount fen={row.amountFen} unit="yuan" origin="entered" />
                  )}
                </td>
              )}
              {fields.map((field) => (
                <td key={field}>
                  <span className="import-cell" title={rowText(row, field, fields)}>
                    {rowText(row, field, fields)}
                  </span>
                </td>
              ))}
              <td className="import-row-actions">
                <button
                  type="button"
                  className="plain-button"
                  disabled={isBusy}
                  aria-label={t('mendRow', { row: named })}
                  onClick={() => onMend(row)}
                >
                  {t('mend')}
                </button>
                <button
                  type="button"
                  className="plain-button"
                  disabled={isBusy}
                  aria-label={`${t(next.name)} ${named}`}
                  onClick={() => onChoose(row, next.choice)}
                >
                  {t(next.name)}
                </button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const tones: Readonly<Record<ImportRow['state'], Tone>> = {
  new: 'green',
  update: 'accent',
  duplicate: 'amber',
  error: 'red',
  leftOut: 'grey',
}

/** What the sheet says where the row could not be read: its unit is not the column's. */
function sheetAmount(text: string, unit: string): string {
  return /^[\d.,]+$/.test(text) ? `${text} ${unit}`.trimEnd() : text
}

function nextChoice({ choice, state }: ImportRow) {
  if (choice !== null) return { choice: null, name: 'undoChoice' } as const
  return state === 'new' || state === 'update' || state === 'error'
    ? ({ choice: 'leave', name: 'leave' } as const)
    : ({ choice: 'take', name: 'take' } as const)
}
