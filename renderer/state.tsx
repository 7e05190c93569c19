import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import type { Actor, Role } from '../db/domain/actor.ts'
import { roleNames, roles } from '../db/domain/actor.ts'
import type { AmountUnit } from '../db/domain/fen.ts'
import { type Language, ruleText } from '../db/domain/ruleText.ts'
import { maySend, type RequestName, writes } from '../db/requests/requests.ts'
import type { AppState, UserSettings } from '../db/requests/wire.ts'
import { unwrap } from './api.ts'

/** Follows the app's state; shows nothing until it is known. */
export function StateProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<AppState | null>(null)
  useEffect(() => {
    let isMounted = true
    void window.api.getState().then((first) => {
      if (isMounted) setState((known) => known ?? first)
    })
    const stop = window.api.onState(setState)
    return () => {
      isMounted = false
      stop()
    }
  }, [])
  return state === null ? null : <StateContext value={{ state, setState }}>{children}</StateContext>
}

export function useAppState(): AppState {
  return useHeld().state
}

/** Takes over the state that one of window.api's calls answered. */
export function useTakeState() {
  return useHeld().setState
}

export function useLanguage(): Language {
  return useAppState().settings.language
}

export function useAmountUnit(): AmountUnit {
  return useAppState().settings.amountUnit
}

/** Null only before the first start is done. */
export function useActor(): Actor | null {
  return useAppState().settings.actor
}

/** Writes some settings and keeps the others. @throws RequestFailed */
export function useSaveSettings() {
  const { state, setState } = useHeld()
  return useCallback(
    async (changes: Partial<UserSettings>) => {
      setState(unwrap(await window.api.saveSettings({ ...state.settings, ...changes })))
    },
    [state.settings, setState],
  )
}

/** Why this person cannot send the request now, in their language; null where they can. */
export function useWhyNot(name: RequestName): string | null {
  const { settings, library } = useAppState()
  const { actor, language } = settings
  if (actor === null) return ruleText('actorMissing', {}, language)
  if (!maySend(actor.role, name)) {
    const nameOf = (role: Role) => roleNames[role][language === 'en' ? 1 : 0]
    const needed = roles.filter((role) => maySend(role, name)).map(nameOf)
    const params = { role: nameOf(actor.role), needed: needed.join(language === 'en' ? ' or ' : '、') }
    return ruleText('roleForbidden', params, language)
  }
  if (writes(name) && library.viewOnly !== null) return ruleText('libraryReadOnly', {}, language)
  return null
}

/** Whether this person can send the request now: their role allows it and the library can be written. */
export function useMay(name: RequestName): boolean {
  return useWhyNot(name) === null
}

interface Held {
  readonly state: AppState
  readonly setState: (state: AppState) => void
}

const StateContext = createContext<Held | null>(null)

function useHeld(): Held {
  const held = useContext(StateContext)
  if (held === null) throw new Error('used outside StateProvider')
  return held
}
