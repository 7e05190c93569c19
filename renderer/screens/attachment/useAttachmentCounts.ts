import { useMemo } from 'react'
import { useRequests } from '../../api.ts'

/** How many files each record of a page has, asked in one question for all of them; 0 until it is answered. */
export function useAttachmentCounts(rows: readonly { readonly id: string }[] | undefined) {
  const inputs = useMemo(() => questionsOf(rows ?? []), [rows])
  const answers = useRequests('attachmentCounts', inputs)
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const answer of answers) {
      for (const { subjectId, count } of answer?.items ?? []) counts.set(subjectId, count)
    }
    return (subjectId: string) => counts.get(subjectId) ?? 0
  }, [answers])
}

/** A list of any length is asked about in pieces that the request takes. */
function questionsOf(rows: readonly { readonly id: string }[]) {
  const ids = rows.map(({ id }) => id)
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, index) => ({
    subjectIds: ids.slice(index * most, (index + 1) * most),
  }))
}

const most = 500
