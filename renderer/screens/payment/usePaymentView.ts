import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { ListPayments } from '../../../db/domain/payment.ts'
import { cleared, filterTextOf, type PaymentFilter, paramsOf, viewOf, withFilter } from './paymentView.ts'

/** Filter, order and page of the ledger, and whether its form is open: all in the address. */
export function usePaymentView() {
  const [params, setParams] = useSearchParams()
  const location = useLocation()
  const view = useMemo(() => viewOf(params), [params])
  const filterText = filterTextOf(view)
  const filtered = useMemo(() => viewOf(new URLSearchParams(filterText)), [filterText])

  // The router's own setter is another with every address: what is drawn with it would be drawn again with every page.
  const latest = useRef(setParams)
  useLayoutEffect(() => {
    latest.current = setParams
  }, [setParams])

  const change = useCallback((next: (before: ListPayments) => ListPayments) => {
    const before = paramsNow()
    latest.current(paramsOf(next(viewOf(before)), before), { replace: true, state: ownMove })
  }, [])
  const show = useCallback(
    (part: Partial<ListPayments>) => {
      change((before) => ({ ...before, ...part }))
    },
    [change],
  )
  const filter = useCallback(
    (part: Partial<PaymentFilter>) => {
      change((before) => withFilter(before, part))
    },
    [change],
  )
  const clear = useCallback(() => {
    change(cleared)
  }, [change])
  const setRecording = useCallback((isRecording: boolean) => {
    const next = paramsNow()
    if (isRecording) next.set('new', '1')
    else next.delete('new')
    latest.current(next, { replace: true })
  }, [])
  return {
    view,
    /** The filter alone; the same value while pages are turned, so that its bar is not drawn again. */
    filtered,
    show,
    filter,
    clear,
    isRecording: params.get('new') === '1',
    setRecording,
    /** Another text whenever the person asked for the form; null while they only filter or turn pages. */
    askedFor: isOwnMove(location.state) ? null : location.key,
  }
}

const ownMove = { isOwnMove: true }

function isOwnMove(state: unknown) {
  return typeof state === 'object' && state !== null && 'isOwnMove' in state
}

/** From the address itself: the router shows a change of it a moment later, and a second one must not undo the first. */
function paramsNow() {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '')
}
