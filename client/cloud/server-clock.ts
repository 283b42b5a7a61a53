import { elapsedMs } from '../platform/elapsed'
import { readStored, store } from '../platform/storage'
import { clockInDoubt } from './clock-doubt'

// The phone's clock may be wrong by minutes; codes follow the server's.

type Offset = { ms: number; at: number }
const slowestSampleMs = 3_000

let offset: Offset | null = null
const known = (): Offset | null => (offset ??= readStored<Offset>('offset'))

let heardSinceStart = false
let compared = { wall: Date.now(), elapsed: elapsedMs() }

/**
 * Learns from an answer that carried the server's time: half the round trip is taken for the way back. Slow ones are ignored, and
 * so are those during which the phone's clock was set.
 */
export function learnOffset(serverTime: number, sent: number, received: number): void {
  const trip = received - sent
  if (!Number.isFinite(serverTime) || trip < 0 || trip > slowestSampleMs) return
  offset = { ms: serverTime - (sent + received) / 2, at: received }
  heardSinceStart = true
  compared = { wall: received, elapsed: elapsedMs() }
  store('offset', offset)
}

/** Now by the server's clock, as far as this phone knows it, in whole ms. */
export const serverNow = (): number => Math.round(Date.now() + (known()?.ms ?? 0))

/** How old the knowledge is, in ms; Infinity when there is none. */
export const offsetAge = (): number => {
  const one = known()
  return one ? Math.abs(Date.now() - one.at) : Number.POSITIVE_INFINITY
}

/** Whether a code made now may be made for a wrong moment. */
export const clockDoubtful = (online: boolean): boolean =>
  clockInDoubt({
    wallMs: Date.now() - compared.wall,
    elapsedMs: elapsedMs() - compared.elapsed,
    heardSinceStart,
    online,
    offsetAgeMs: offsetAge(),
  })
