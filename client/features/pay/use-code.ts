import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../../cloud/server-clock'
import { type Code, ensureKey, makeCode } from './code'
import { replacedAt } from './picture-time'

const lookMs = 1_000

export type ShownCode = { code: Code | null; /** Why there is no key: a refusal's code. */ refusal: string | null; renew: () => Promise<string | null> }

/**
 * The code to show now, replaced at its time and never before. It is looked at every second, not by one long timer, since a phone
 * that slept, or whose clock was set, wakes at any moment.
 */
export function useCode(walletNo: string | null, online: boolean): ShownCode {
  const [code, setCode] = useState<Code | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const look = useRef<(always?: boolean) => Promise<void>>(async () => undefined)

  useEffect(() => {
    setCode(null)
    setRefusal(null)
    if (!walletNo) return
    let gone = false
    let until = 0
    let since = 0
    look.current = async (always = false) => {
      const now = serverNow()
      if (!always && now < until && now >= since) return
      const made = await makeCode(walletNo, now)
      if (gone) return
      since = now
      until = made.ok ? replacedAt(now) : now + lookMs
      setCode(made)
    }
    void look.current()
    const timer = setInterval(() => void look.current(), lookMs)
    return () => {
      gone = true
      clearInterval(timer)
      look.current = async () => undefined
    }
  }, [walletNo])

  const renew = async (force: boolean): Promise<string | null> => {
    if (!walletNo) return null
    const before = await makeCode(walletNo, serverNow())
    const why = await ensureKey(walletNo, force)
    setRefusal(before.ok ? null : why)
    if (why === null) {
      // The same step with another secret is another code: what is shown must be of the key that is valid.
      const after = await makeCode(walletNo, serverNow())
      if (after.ok && before.ok && after.digits === before.digits) return null
      await look.current(true)
    }
    return why
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a wallet, and again when the network is back
  useEffect(() => void renew(false), [walletNo, online])
  useDidShow(() => void look.current())
  return { code, refusal, renew: () => renew(true) }
}
