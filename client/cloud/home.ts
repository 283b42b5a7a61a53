import { useEffect, useState } from 'react'
import type { ResidentOutput } from '../../contract/resident'
import { readStored, store } from '../platform/storage'
import { callResident } from './call'
import { serverNow } from './server-clock'

export type Home = Exclude<ResidentOutput<'home'>, { kind: 'unchanged' }>
export type BoundHome = Extract<Home, { kind: 'bound' }>
type Kept = { home: Home; at: number }

const freshMs = 10 * 60_000

export type HomeState = {
  home: Home | null
  /** When it was true, by the server's clock. */
  at: number
  /** Why the last refresh failed: `OFFLINE`, `SYSTEM_BUSY` …; null when it did not. */
  trouble: string | null
  loading: boolean
}

let state: HomeState = { home: null, at: 0, trouble: null, loading: false }
const listeners = new Set<(state: HomeState) => void>()

function set(change: Partial<HomeState>): void {
  state = { ...state, ...change }
  for (const listen of listeners) listen(state)
}

/** Shows what is stored first; asks the cloud when that is older than ten minutes, or at once with `force`. */
export async function refreshHome(force = false): Promise<void> {
  if (!state.home) {
    const kept = readStored<Kept>('home')
    if (kept) set({ home: kept.home, at: kept.at })
  }
  if (state.loading || (!force && state.home?.kind === 'bound' && serverNow() - state.at < freshMs)) return
  set({ loading: true })
  const known = state.home?.kind === 'bound' ? { known: state.home.version } : {}
  const reply = await callResident('home', known)
  if (!reply.ok) return set({ loading: false, trouble: reply.code })
  const home = reply.data.kind === 'unchanged' && state.home ? { ...state.home, programme: reply.data.programme } : (reply.data as Home)
  const at = serverNow()
  store('home', { home, at })
  set({ home, at, loading: false, trouble: null })
}

/** What this phone knows of the resident's vouchers. */
export function useHome(): HomeState {
  const [current, setCurrent] = useState(state)
  useEffect(() => {
    listeners.add(setCurrent)
    setCurrent(state)
    return () => void listeners.delete(setCurrent)
  }, [])
  return current
}

/** The wallet the resident has chosen last, or their own. */
export const chosenWallet = (home: BoundHome) => home.wallets.find((wallet) => wallet.walletNo === readStored<string>('wallet')) ?? home.wallets[0]
export const chooseWallet = (walletNo: string): void => store('wallet', walletNo)
