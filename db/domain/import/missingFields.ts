import { yearOfHead } from './dateParts.ts'
import { partFields, partsOfRow } from './entryPart.ts'
import { dayField, type ImportField, type ImportKind, requiredFields } from './field.ts'
import type { Header } from './header.ts'
import type { ImportMapping } from './importMapping.ts'

/** Fields that the kind needs, that no column gives, and that are not set for all rows. */
export function missingFields(
  kind: ImportKind,
  mapping: ImportMapping,
  header: Header | null,
): ImportField[] {
  const columnOf = new Map(mapping.columns?.map(({ column, field }) => [field, column]))
  const needed = requiredFields(kind)
    .flatMap(standIns)
    .filter((field) => !columnOf.has(field) && !isSet(field))
  return kind === 'tasks' && mapping.projectId === undefined ? ['project', ...needed] : needed

  function isSet(field: ImportField): boolean {
    if (field === 'project')
      return mapping.projectId !== undefined || (kind === 'payments' && columnOf.has('contract'))
    if (field === 'purpose') return mapping.purpose !== undefined
    const month = columnOf.get('dateMonth') ?? -1
    return field === 'dateYear' && (mapping.year !== undefined || yearOfHead(header?.heads[month]) !== null)
  }

  /** The columns that give the field on this sheet: of a day its parts, of two entries in a row those of each. */
  function standIns(field: ImportField): readonly ImportField[] {
    const parts = partsOfRow(mapping)
    if (field === 'amount' && columnOf.has('fundShare')) return []
    if (parts !== null && field === 'amount') return parts.map((part) => partFields[part].amount)
    if (field !== dayField(kind) || columnOf.has(field)) return [field]
    if (columnOf.has('dateMonth')) return ['dateYear', 'dateMonth', 'dateDay']
    return parts === null ? [field] : parts.map((part) => partFields[part].day)
  }
}
