import { useCallback, useState } from 'react'
import type { Answer, AppState, RequestError } from '../../../db/requests/wire.ts'
import { useTakeState } from '../../state.tsx'

/** Opening, making and restoring a library: one at a time; a dialog that was left changes nothing. */
export function useLibraryAction() {
  const takeState = useTakeState()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<RequestError | null>(null)

  const act = useCallback(
    async (ask: () => Promise<Answer<AppState>>) => {
      setIsBusy(true)
      setError(null)
      const answer = await ask().finally(() => setIsBusy(false))
      if (answer.ok) takeState(answer.value)
      else if (answer.error.code !== 'cancelled') setError(answer.error)
    },
    [takeState],
  )
  return {
    isBusy,
    error,
    open: () => act(() => window.api.openLibrary()),
    openRecent: (index: number) => act(() => window.api.openRecentLibrary(index)),
    create: (withPlans: boolean) => act(() => window.api.createLibrary(withPlans)),
    restore: (name: string) => act(() => window.api.restoreBackup(name)),
  }
}
