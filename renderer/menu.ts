import { useLayoutEffect } from 'react'
import type { MenuCommand } from '../db/requests/wire.ts'
import { useGo } from './go.tsx'

/** Does what the menu and its shortcuts ask: Ctrl+N records a payment, Ctrl+Shift+N a batch, Ctrl+F goes to the page's search, Ctrl+, to 设置, Ctrl+P on 进度 to its pages. */
export function useMenu(): void {
  const go = useGo()
  // Before the window is painted: who sees it may press a key at once.
  useLayoutEffect(() => {
    const obey = (command: MenuCommand) => {
      switch (command) {
        case 'recordPayment':
          go(ledgerWithForm())
          return
        case 'enterBatch':
          go('/payments/batch')
          return
        case 'openSettings':
          go('/settings')
          return
        case 'find':
          focusSearch()
          return
        case 'printSchedule':
          go(schedulePrintAddress(window.location.hash) ?? '/schedule/print')
          return
      }
    }
    const onKey = (event: KeyboardEvent) => {
      const command = shortcuts[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`]
      // On any other screen the window prints what is on it.
      if (command === 'printSchedule' && schedulePrintAddress(window.location.hash) === null) return
      if (command === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      obey(command)
    }
    window.addEventListener('keydown', onKey)
    const stop = window.api.onMenu(obey)
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [go])
}

const shortcuts: Readonly<Record<string, MenuCommand>> = {
  n: 'recordPayment',
  'shift+n': 'enterBatch',
  f: 'find',
  p: 'printSchedule',
  ',': 'openSettings',
}

/** The pages of the Gantt that an address shows: on the screen only the rows in view are drawn. Null elsewhere. */
function schedulePrintAddress(hash: string): string | null {
  const [path, query = ''] = hash.slice(1).split('?')
  const tab = new URLSearchParams(query).get('tab') ?? 'gantt'
  return path === '/schedule' && tab === 'gantt' ? `/schedule/print?${query}` : null
}

/** The page's search is the input inside the element that is marked with data-page-search. */
function focusSearch() {
  const search = document.querySelector('[data-page-search]')
  const input = search instanceof HTMLInputElement ? search : search?.querySelector('input')
  input?.focus()
  input?.select()
}

/** The ledger with its form open; where the ledger is on the screen already, its filters stay. */
function ledgerWithForm() {
  const [path, query] = window.location.hash.slice(1).split('?')
  const params = new URLSearchParams(path === '/payments' ? query : '')
  params.set('new', '1')
  return `/payments?${params.toString()}`
}
