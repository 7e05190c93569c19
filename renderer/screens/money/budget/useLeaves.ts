import { useRequest } from '../../../api.ts'

/** The 科目 of a project that amounts can go to: the leaves of the version that its books stand on. */
export function useLeaves(projectId: string) {
  const isKnown = projectId !== ''
  const books = useRequest('fourBooks', { projectId }, { isEnabled: isKnown }).data
  return (
    books?.items.flatMap(({ lineId, code, name, isLeaf }) =>
      lineId === null || !isLeaf ? [] : [{ value: lineId, label: `${code ?? ''} ${name ?? ''}`.trim() }],
    ) ?? []
  )
}
