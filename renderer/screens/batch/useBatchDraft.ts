import { useEffect, useRef, useState } from 'react'
import { type BatchDraft, batchDraft, newRow } from './batchRow.ts'

/**
 * The batch that is not saved yet, kept by the app in the person's own folder, one for each library: it outlives another
 * screen, a restart and a crash, and is no part of the books. Undefined while it is read.
 */
export function useKeptBatch(): BatchDraft | undefined {
  const [kept, setKept] = useState<BatchDraft>()
  useEffect(() => {
    let isMounted = true
    void window.api.readDraft('batch').then((answer) => {
      if (isMounted) setKept((answer.ok ? parse(answer.value) : null) ?? newBatch())
    })
    return () => {
      isMounted = false
    }
  }, [])
  return kept
}

export function newBatch(): BatchDraft {
  return { rows: [newRow()], control: '', idempotencyKey: crypto.randomUUID() }
}

/** Keeps what is typed a moment after it was; whether the newest is kept. */
export function useKeeping(draft: BatchDraft): boolean {
  const [keptDraft, setKeptDraft] = useState(draft)
  const waiting = useRef<BatchDraft | null>(null)
  useEffect(() => {
    waiting.current = draft
    const timer = setTimeout(() => {
      waiting.current = null
      void window.api.keepDraft('batch', JSON.stringify(draft)).then((answer) => {
        if (answer.ok) setKeptDraft(draft)
      })
    }, pauseMs)
    return () => {
      clearTimeout(timer)
    }
  }, [draft])
  useEffect(
    () => () => {
      // The screen is left within the pause.
      if (waiting.current !== null) void window.api.keepDraft('batch', JSON.stringify(waiting.current))
    },
    [],
  )
  return keptDraft === draft
}

const pauseMs = 200

function parse(text: string | null): BatchDraft | null {
  if (text === null) return null
  try {
    return batchDraft.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
