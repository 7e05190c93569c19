import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useRef } from 'react'
import { useNavigate } from 'react-router'

/** Gives what is below it one way to go that stays the same: who holds the router's own is drawn again with every address. */
export function GoProvider({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate()
  const latest = useRef(navigate)
  useLayoutEffect(() => {
    latest.current = navigate
  }, [navigate])
  const go = useCallback((to: string) => {
    void latest.current(to)
  }, [])
  return <GoContext value={go}>{children}</GoContext>
}

/** Goes to an address of the app. */
export function useGo(): (to: string) => void {
  return useContext(GoContext)
}

const GoContext = createContext<(to: string) => void>(() => undefined)
