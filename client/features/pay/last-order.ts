import { useEffect, useState } from 'react'
import type { OrderView } from '#contract/resident'
import { callResident } from '../../cloud/call'

let last: OrderView | null = null

/** Hands an order over to the result page. It lives as long as the app does; the cloud keeps it for good. */
export const showOrder = (order: OrderView): void => {
  last = order
}
export const shownOrder = (): OrderView | null => last

/** The order of a trade number: as handed over, or, after a reload, as the cloud's history has it. Null when it is not to be had. */
export function useOrder(tradeNo: string): { order: OrderView | null; loading: boolean } {
  const [order, setOrder] = useState(last?.tradeNo === tradeNo || !tradeNo ? last : null)
  const [loading, setLoading] = useState(order === null && tradeNo !== '')
  useEffect(() => {
    if (!loading) return
    void callResident('history', {}).then((reply) => {
      setOrder(reply.ok ? (reply.data.orders.find((one) => one.tradeNo === tradeNo) ?? null) : null)
      setLoading(false)
    })
  }, [loading, tradeNo])
  return { order, loading }
}
