import { readStored, store } from '../platform/storage'

// The phone's clock may be wrong by minutes; codes follow the server's.

type Offset = { ms: number; at: number }
const slowestSampleMs = 3_000

let offset: Offset | null = null
const known = (): Offset | null => (offset ??= readStored<Offset>('offset'))

/** Learns from an answer that carried the server's time: half the round trip is taken for the way back. Slow ones are ignored. */
export function learnOffset(serverTime: number, sent: number, received: number): void {
  if (received - sent > slowestSampleMs) return
  offset = { ms: serverTime - (sent + received) / 2, at: received }
  store('offset', offset)
}

/** Now by the server's clock, as far as this phone knows it, in ms. */
export const serverNow = (): number => Date.now() + (known()?.ms ?? 0)

/** How old the knowledge is, in ms; Infinity when there is none. */
export const offsetAge = (): number => {
  const one = known()
  return one ? Math.abs(Date.now() - one.at) : Number.POSITIVE_INFINITY
}
