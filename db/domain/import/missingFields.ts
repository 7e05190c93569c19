import { yearOfHead } from './dateParts.ts'
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
  const isSet = (field: ImportField) =>
    (field === 'project' &&
      (mapping.projectId !== undefined || (kind === 'payments' && columnOf.has('contract')))) ||
    (field === 'purpose' && mapping.purpose !== undefined)
  const needed = requiredFields(kind)
    .filter((field) => !columnOf.has(field) && !isSet(field))
    .flatMap((field) => (field === dayField(kind) && columnOf.has('dateMonth') ? missingParts() : [field]))
  return kind === 'tasks' && mapping.projectId === undefined ? ['project', ...needed] : needed

  function missingParts(): ImportField[] {
    const month = columnOf.get('dateMonth')
    const hasYear =
      columnOf.has('dateYear') ||
      mapping.year !== undefined ||
      (month !== undefined && yearOfHead(header?.heads[month]) !== null)
    return [
      ...(hasYear ? [] : (['dateYear'] as const)),
      ...(columnOf.has('dateDay') ? [] : (['dateDay'] as const)),
    ]
  }
}
