import type { ImportKind } from '../../../db/domain/import/field.ts'

/** The address of 导入 for what a screen lists, with the project that it shows. */
export function importAddress(kind: ImportKind, projectId: string | null = null): string {
  return `/import?${new URLSearchParams({ kind, ...(projectId === null ? {} : { projectId }) }).toString()}`
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
  }
}
