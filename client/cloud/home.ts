import { useEffect, useState } from 'react'
import type { ResidentOutput, WalletView } from '#contract/resident'
import { forget, readStored, store } from '../platform/storage'
import { callResident } from './call'
import { serverNow } from './server-clock'
import { sessionToken } from './session'

export type Home = Exclude<ResidentOutput<'home'>, { kind: 'unchanged' }>
export type BoundHome = Extract<Home, { kind: 'bound' }>
type Kept = { home: Home; at: number }

const freshMs = 10 * 60_000

export type HomeState = {
  home: Home | null
  /** When it was true, by the server's clock. */
  at: number
  /** Why the last refresh failed: `OFFLINE`, `SYSTEM_BUSY`, `SESSION_EXPIRED` …; null when it did not. */
  trouble: string | null
  loading: boolean
}

const nothing: HomeState = { home: null, at: 0, trouble: null, loading: false }
let state: HomeState = nothing
const listeners = new Set<(state: HomeState) => void>()

function set(change: Partial<HomeState>): void {
  state = { ...state, ...change }
  for (const listen of listeners) listen(state)
}

let held = false

/** Keeps what is stored off the screen while it is not sure whose it is: a bank's ticket may be somebody else's. */
export const holdHome = (hold: boolean): void => {
  held = hold
}

/** Takes what is stored, without telling anybody: it is called while a page is being drawn. */
function readKept(): void {
  if (state.home || held) return
  const kept = readStored<Kept>('home')
  if (kept?.home) state = { ...state, home: kept.home, at: kept.at }
}

let running: Promise<void> | null = null

/** Shows what is stored first; asks the cloud when that is older than ten minutes, or at once with `force`. One question at a time. */
export async function refreshHome(force = false): Promise<void> {
  readKept()
  if (running) {
    await running
    // An answer that knew nobody may be from before the bank's ticket was exchanged; it is asked again.
    if (!force && state.home?.kind === 'bound') return
  }
  const age = serverNow() - state.at
  const fresh = state.home?.kind === 'bound' && !state.trouble && age >= 0 && age < freshMs
  if (fresh && !force) return
  running = ask().finally(() => {
    running = null
  })
  await running
}

async function ask(): Promise<void> {
  // Without a session the cloud knows nobody: what is stored stays on the screen, and the codes of this phone stay good.
  if (process.env.TARO_ENV !== 'weapp' && state.home?.kind === 'bound' && !sessionToken()) return set({ trouble: 'SESSION_EXPIRED' })
  set({ loading: true })
  const known = state.home?.kind === 'bound' ? { known: state.home.version } : {}
  const reply = await callResident('home', known)
  if (!reply.ok) return set({ loading: false, trouble: reply.code })
  const home = reply.data.kind === 'unchanged' ? state.home && { ...state.home, programme: reply.data.programme } : reply.data
  const at = serverNow()
  store('home', { home, at })
  set({ home, at, loading: false, trouble: null })
}

/** Forgets whose vouchers these were: somebody else may have signed in. */
export function forgetHome(): void {
  forget('home')
  forget('history')
  set(nothing)
}

/** What this phone knows of the resident's vouchers. */
export function useHome(): HomeState {
  const [current, setCurrent] = useState(() => {
    readKept()
    return state
  })
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

const avatars: Record<WalletView['relation'], string> = { self: '我', child: '孩', parent: '亲', spouse: '伴', other: '家' }
/** One character that says whose wallet it is. */
export const avatarOf = (wallet: WalletView): string => avatars[wallet.relation]
