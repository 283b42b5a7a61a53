import { useEffect, useRef, useState } from 'react'
import type { OrderView } from '#contract/resident'
import { callResident } from '../../cloud/call'
import { loadGate } from '../../cloud/published'
import { serverNow } from '../../cloud/server-clock'
import { nextAsk } from './ask-moments'
import { shownOrder } from './last-order'

const notYet = '结果还没出来，请看收银台，不要重复付款。'
const offline = '没有网络，照样能付。结果以收银台为准。'

/**
 * Asks for the result at the moments the gate file lists, counted once from opening the page, and whenever the resident taps.
 * Nothing else asks: polling would starve the tills.
 */
export function useResult(onOrder: (order: OrderView) => void) {
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const opened = useRef(serverNow())
  const found = useRef(false)
  const seen = useRef(shownOrder()?.tradeNo)

  const ask = async (tapped: boolean): Promise<void> => {
    if (found.current) return
    if (tapped) setAsking(true)
    const reply = await callResident('orderResult', { since: opened.current })
    setAsking(false)
    const order = reply.ok ? reply.data.order : null
    if (order && order.tradeNo !== seen.current && !found.current) {
      found.current = true
      onOrder(order)
    } else if (tapped) setSaid(reply.ok ? notYet : reply.code === 'OFFLINE' ? offline : reply.message)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the moments are counted once, from opening
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const startedAt = Date.now()
    const plan = (pollSeconds: number[]): void => {
      const wait = nextAsk(pollSeconds, startedAt, Date.now())
      if (gone || wait === null) return
      timer = setTimeout(() => {
        void ask(false)
        plan(pollSeconds)
      }, wait)
    }
    void loadGate().then(({ pollSeconds }) => plan(pollSeconds))
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  return { ask: () => void ask(true), asking, said, unsay: () => setSaid(null) }
}
