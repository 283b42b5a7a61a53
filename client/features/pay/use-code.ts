import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../../cloud/server-clock'
import { type Code, ensureKey, makeCode } from './code'
import { replacedAt } from './picture-time'

const jumpMs = 20_000

/** The code to show now, replaced at its time. `unsure` when the phone's clock jumped, or was long not compared. */
export function useCode(walletNo: string | null): Code | null {
  const [code, setCode] = useState<Code | null>(null)
  const jumped = useRef(false)
  useEffect(() => {
    if (!walletNo) return
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const startedWall = Date.now()
    const startedElapsed = elapsed()
    const draw = async (): Promise<void> => {
      if (Math.abs(Date.now() - startedWall - (elapsed() - startedElapsed)) > jumpMs) jumped.current = true
      const made = await makeCode(walletNo, serverNow())
      if (gone) return
      setCode(made.ok && jumped.current ? { ...made, unsure: true } : made)
      if (made.ok) timer = setTimeout(draw, Math.max(200, replacedAt(made.drawnAt) - serverNow()))
    }
    void draw()
      .then(() => ensureKey(walletNo))
      .then(async () => {
        // A first key has come, or the old one was followed by a new: what is drawn must be of the key that is valid.
        if (gone) return
        clearTimeout(timer)
        await draw()
      })
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [walletNo])
  return code
}

const elapsed = (): number => (process.env.TARO_ENV === 'weapp' ? Date.now() : performance.now())
