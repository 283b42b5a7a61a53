import type { Fen } from './money.ts'
import type { Instant } from './shanghai.ts'

export type FundKind = 'city' | 'enterprise'

/** One 40-yuan note (R8). Whether it can be used is computed from its state and the clock; expiry is never written (R11). */
export type Voucher = {
  no: string
  batchId: string
  fundId: string
  fundKind: FundKind
  /** The bank that issued it. */
  bank: string
  faceFen: Fen
  creditedAt: Instant
  /** First instant at which it is dead (R9). */
  validUntil: Instant
  state:
    | { kind: 'live'; returnedAt?: Instant; graceUntil?: Instant }
    | { kind: 'used'; orderId: string; at: Instant; shop: string }
    | { kind: 'revoked'; at: Instant }
}

/** The instant from which it is dead: its date, or the midnight it was granted when it came back too late (D3). */
export const deadFrom = (voucher: Voucher): Instant =>
  voucher.state.kind === 'live' ? Math.max(voucher.validUntil, voucher.state.graceUntil ?? 0) : voucher.validUntil

/** Whether it can pay at `now`: credited, neither used nor revoked, and before its last second has passed. */
export const isUsable = (voucher: Voucher, now: Instant): boolean =>
  voucher.state.kind === 'live' && voucher.creditedAt <= now && now < deadFrom(voucher)

/** Whether it is still unspent but dead. */
export const isExpired = (voucher: Voucher, now: Instant): boolean => voucher.state.kind === 'live' && now >= deadFrom(voucher)

/** The order in which vouchers are spent (D9): earliest expiry first, then city before enterprise, then by number. */
export const spendingOrder = (a: Voucher, b: Voucher): number =>
  deadFrom(a) - deadFrom(b) ||
  Number(a.fundKind === 'enterprise') - Number(b.fundKind === 'enterprise') ||
  (a.no < b.no ? -1 : a.no > b.no ? 1 : 0)
