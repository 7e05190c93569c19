import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BatchName, RequestInput, RequestOutput, TaskName } from '../db/requests/requests.ts'
import type { RequestError } from '../db/requests/wire.ts'
import { RequestFailed, send } from './api.ts'

/** What takes long: it reports on its way and can be cancelled. */
export type LongName = TaskName | BatchName
/** A dialog of the app gives the file, never the window. */
export type TaskInput<Name extends LongName> = Omit<RequestInput<Name>, 'file'>

export type TaskState<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: RequestError }
  | { readonly kind: 'cancelled' }

/** Long work with progress and cancel; one run at a time. A dialog left without a file counts as cancelled. */
export function useTask<Name extends LongName>(name: Name) {
  const client = useQueryClient()
  const key = useRef<string | null>(null)
  const [state, setState] = useState<TaskState<RequestOutput<Name>>>({ kind: 'idle' })

  useEffect(
    () =>
      window.api.onProgress((progressKey, done, total) => {
        if (progressKey === key.current) setState({ kind: 'running', done, total })
      }),
    [],
  )
  useEffect(
    () => () => {
      if (key.current !== null) window.api.cancelRequest(key.current)
    },
    [],
  )

  const run = useCallback(
    /** Answers the value, null where there is none: it failed, was cancelled, or one is under way. */
    async (input: TaskInput<Name>): Promise<RequestOutput<Name> | null> => {
      if (key.current !== null) return null
      key.current = crypto.randomUUID()
      setState({ kind: 'running', done: 0, total: 0 })
      const end = await finish(name, input, key.current).finally(() => {
        // Steps may still arrive after the end: without a key they are nobody's.
        key.current = null
        setState({ kind: 'idle' })
      })
      setState(end)
      if (end.kind !== 'done') return null
      // Not awaited: what asked for it shows the value while the lists are asked again.
      void client.invalidateQueries()
      return end.value
    },
    [client, name],
  )
  const cancel = useCallback(() => {
    if (key.current !== null) window.api.cancelRequest(key.current)
  }, [])
  return { state, run, cancel }
}

async function finish<Name extends LongName>(
  name: Name,
  input: TaskInput<Name>,
  key: string,
): Promise<TaskState<RequestOutput<Name>>> {
  try {
    return { kind: 'done', value: await send(name, input, key) }
  } catch (failed) {
    if (!(failed instanceof RequestFailed)) throw failed
    return failed.error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', error: failed.error }
  }
}
