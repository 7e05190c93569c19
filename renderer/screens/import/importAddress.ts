import type { ImportKind } from '../../../db/domain/import/field.ts'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'

/** The address of 导入 for what a screen lists, with the project that it shows. */
export function importAddress(kind: ImportKind, projectId: string | null = null): string {
  return `/import?${new URLSearchParams({ kind, ...(projectId === null ? {} : { projectId }) }).toString()}`
}

/** The address of 导入 with one of the imports open. */
export function batchAddress({ id, kind }: Pick<ImportBatch, 'id' | 'kind'>): string {
  return `/import?${new URLSearchParams({ kind, importId: id }).toString()}`
}

/** Where the payments of one import are listed. */
export function importedAddress(
  { id, kind }: Pick<ImportBatch, 'id' | 'kind'>,
  projectId: string | null,
): string {
  return kind === 'payments' ? `/payments?importId=${encodeURIComponent(id)}` : listAddress(kind, projectId)
}

/** Where the records of a kind are listed. */
export function listAddress(kind: ImportKind, projectId: string | null = null): string {
  const project = projectId === null ? '' : `&projectId=${encodeURIComponent(projectId)}`
  switch (kind) {
    case 'payments':
      return '/payments?sort=-recordedAt'
    case 'contracts':
      return `/money?tab=contracts${project}`
    case 'budgetLines':
      return `/money?tab=budgets${project}`
    case 'funds':
      return `/money?tab=funds${project}`
    case 'tasks':
      return projectId === null ? '/schedule' : `/schedule?projectId=${encodeURIComponent(projectId)}`
  }
}
