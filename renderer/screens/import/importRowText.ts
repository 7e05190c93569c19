import type { TFunction } from 'i18next'
import { fieldsOf, type ImportField, type ImportKind, recordField } from '../../../db/domain/import/field.ts'
import type { ImportPreview, ImportRow } from '../../../db/domain/import/importPreview.ts'

/** The fields that a row is listed with, apart from its amount: three columns of a date are one. */
export function listedFields({ kind, mapping }: ImportPreview): readonly ImportField[] {
  const mapped = new Set(mapping.columns?.map(({ field }) => recordField(kind, field)))
  return fieldsOf(kind).filter((field) => mapped.has(field) && field !== 'amount' && field !== 'unit')
}

/** Row 7, or of the two entries that it is, 7 下达. */
export function rowName({ row, part }: ImportRow, t: TFunction<['import', 'terms']>): string {
  return part === null ? String(row) : `${String(row)} ${t(part)}`
}

/** Every reason in one line, each with the name of its column. */
export function whyOf(
  { reasons, warnings }: ImportRow,
  kind: ImportKind,
  t: TFunction<['import', 'terms']>,
): string {
  return [
    ...reasons.map(({ field, message }) => {
      const named = fieldsOf(kind).find((known) => known === field)
      return named === undefined ? message : `${t(`fields.${named}`)}：${message}`
    }),
    ...warnings.map(({ message }) => message),
  ].join('；')
}

/** A row left out is no record: what it says stands whole in its first column. */
export function rowText(
  row: ImportRow,
  field: ImportField,
  fields: readonly ImportField[],
): string | undefined {
  if (row.state !== 'leftOut' || row.choice !== null) return row.cells[field]
  return field === fields[0] ? row.cells.memo : ''
}
