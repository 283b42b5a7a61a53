import { useEffect, useState } from 'react'
import type { OrderView } from '#contract/resident'
import { callResident } from '../../cloud/call'
import { readStored, store } from '../../platform/storage'

const keptName = 'history'

export type History = { orders: OrderView[]; more: boolean; busy: boolean; said: string | null; load: () => Promise<void> }

/** The orders of all wallets this phone holds, page by page; the first page is kept, to be read without a network. */
export function useHistory(): History {
  const [orders, setOrders] = useState<OrderView[]>(() => readStored<OrderView[]>(keptName) ?? [])
  const [more, setMore] = useState(true)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)

  const ask = async (before: number | undefined): Promise<void> => {
    if (busy) return
    setBusy(true)
    const reply = await callResident('history', before === undefined ? {} : { before })
    setBusy(false)
    if (!reply.ok) return setSaid(reply.code === 'OFFLINE' ? '没有网络。先看存着的。' : reply.message)
    setSaid(null)
    setMore(reply.data.more)
    setOrders(before === undefined ? reply.data.orders : [...orders, ...reply.data.orders])
    if (before === undefined) store(keptName, reply.data.orders)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page once, later pages on demand
  useEffect(() => void ask(undefined), [])
  const last = orders[orders.length - 1]
  const load = async (): Promise<void> => {
    if (said !== null || !last) return ask(undefined)
    if (more) await ask(last.at)
  }
  return { orders, more, busy, said, load }
}
