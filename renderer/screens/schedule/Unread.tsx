import { LoadState } from '../../parts/LoadState.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'

interface UnreadProps {
  readonly title: string
  readonly answers: readonly { readonly error: Error | null; readonly refetch: () => unknown }[]
}

/** A screen whose answers are not all there: still being read, or one of them failed. */
export function Unread({ title, answers }: UnreadProps) {
  const failed = answers.filter((answer) => answer.error !== null)
  const error = failed[0]?.error ?? null
  return (
    <ScreenFrame title={title}>
      {error === null ? (
        <LoadState kind="loading" />
      ) : (
        <LoadState
          kind="failed"
          error={error}
          onRetry={() => failed.forEach((answer) => void answer.refetch())}
        />
      )}
    </ScreenFrame>
  )
}
