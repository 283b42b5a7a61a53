import { useEffect, useRef, useState } from 'react'
import type { OrderView } from '../../../contract/resident'
import { callResident } from '../../cloud/call'
import { loadGate } from '../../cloud/published'
import { serverNow } from '../../cloud/server-clock'

/**
 * Asks for the result at the moments the gate file lists, counted once from opening the page, and whenever the resident taps.
 * Nothing else asks: polling would starve the tills.
 */
export function useResult(onOrder: (order: OrderView) => void) {
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const opened = useRef(serverNow())
  const found = useRef(false)

  const ask = async (tapped: boolean): Promise<void> => {
    if (found.current) return
    if (tapped) setAsking(true)
    const reply = await callResident('orderResult', { since: opened.current - 1_000 })
    setAsking(false)
    if (reply.ok && reply.data.order && !found.current) {
      found.current = true
      onOrder(reply.data.order)
    } else if (tapped) setSaid(reply.ok ? '结果还没出来，请看收银台，不要重复付款。' : '没有网络，照样能付。结果以收银台为准。')
  }

  useEffect(() => {
    const timers: ReturnType<typeof setTimeout>[] = []
    let gone = false
    void loadGate().then(({ pollSeconds }) => {
      if (gone) return
      for (const seconds of pollSeconds) timers.push(setTimeout(() => void ask(false), Math.max(0, seconds * 1_000 - (serverNow() - opened.current))))
    })
    return () => {
      gone = true
      timers.forEach(clearTimeout)
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: the moments are counted once, from opening
  }, [])
  return { ask: () => void ask(true), asking, said }
}
