import type { Instant } from './shanghai.ts'
import { startOfShanghaiDay, shanghaiDay } from './shanghai.ts'
import { isUsable, spendingOrder, type Voucher } from './voucher.ts'

/** One phone's right to show codes for a wallet. `gen` and `lastStep` never go down. */
export type Slot = {
  gen: number
  lastStep: number
  epoch: number
  /** Who holds the phone: `wx:<openid>` or `bank:<bank>:<subject>`. */
  login: string
  activatedAt: Instant
  lockedUntil?: Instant
}

/** All vouchers of one entitled person: the aggregate. `_id` is walletNo; `seq` counts the changes of its vouchers. */
export type Wallet = {
  _id: string
  seq: number
  vouchers: Voucher[]
  /** By device digit, `0` to `9`. */
  slots: Record<string, Slot>
  frozen?: { by: string; at: Instant }
}

/** The vouchers a bill may take now, in the order in which they are spent. */
export const usableVouchers = (wallet: Wallet, now: Instant): Voucher[] =>
  wallet.vouchers.filter((voucher) => isUsable(voucher, now)).sort(spendingOrder)

/** The wallet's vouchers after `spent` have paid an order. */
export const withUsed = (vouchers: Voucher[], spent: readonly Voucher[], order: { orderId: string; at: Instant; shop: string }): Voucher[] => {
  const numbers = new Set(spent.map((voucher) => voucher.no))
  return vouchers.map((voucher) => (numbers.has(voucher.no) ? { ...voucher, state: { kind: 'used', ...order } } : voucher))
}

/**
 * The wallet's vouchers after an order gives some back. One that comes back after its date is usable until the next midnight:
 * the resident lost it through no fault of theirs (D3).
 */
export const withReturned = (vouchers: Voucher[], numbers: readonly string[], orderId: string, now: Instant): Voucher[] => {
  const back = new Set(numbers)
  const nextMidnight = startOfShanghaiDay(shanghaiDay(now) + 1)
  return vouchers.map((voucher) => {
    if (!back.has(voucher.no) || voucher.state.kind !== 'used' || voucher.state.orderId !== orderId) return voucher
    const late = now >= voucher.validUntil ? { graceUntil: nextMidnight } : {}
    return { ...voucher, state: { kind: 'live', returnedAt: now, ...late } }
  })
}
