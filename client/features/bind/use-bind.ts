import { useState } from 'react'
import { callResident } from '../../cloud/call'
import { refreshHome } from '../../cloud/home'
import { goHome } from '../../platform/go'
import type { Typed } from './missing'
import type { Case } from './not-matched'

/** `spent`: no more tries today. */
export type BindRefusal = { text: string; kind: 'offline' | 'busy' | 'alert'; spent: boolean }

const kindOf = (code: string): BindRefusal['kind'] => (code === 'OFFLINE' ? 'offline' : code === 'SYSTEM_BUSY' ? 'busy' : 'alert')

/** Asks for the wallet of this person: bound goes to the wallet, a case and a refusal are shown. */
export function useBind() {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Case | null>(null)
  const [refusal, setRefusal] = useState<BindRefusal | null>(null)

  const bind = async (typed?: Typed): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    const reply = await callResident('bind', { consents: { match: true, share: true }, ...(typed ? { typed } : {}) })
    if (reply.ok && reply.data.kind === 'bound') {
      await refreshHome(true)
      return goHome()
    }
    setBusy(false)
    if (!reply.ok) return setRefusal({ text: reply.message, kind: kindOf(reply.code), spent: reply.code === 'TOO_MANY_ATTEMPTS' })
    if (reply.data.kind === 'case') setFound(reply.data)
  }
  return { busy, found, refusal, bind, again: () => setFound(null) }
}
