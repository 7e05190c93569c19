import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LoadState } from './LoadState.tsx'

interface LoadedProps<Value> {
  readonly answer: UseQueryResult<Value>
  readonly children: (value: Value) => ReactNode
}

/** Shows an answer once it is there, and until then how it stands. */
export function Loaded<Value>({ answer, children }: LoadedProps<Value>) {
  if (answer.data !== undefined) return children(answer.data)
  if (answer.error !== null)
    return <LoadState kind="failed" error={answer.error} onRetry={() => void answer.refetch()} />
  return <LoadState kind="loading" />
}
