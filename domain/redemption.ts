import { type Fen, sumFen, wholeVouchers } from './money.ts'
import { refuse, type RedemptionRefusal, type Refused } from './refusal.ts'
import type { Instant } from './shanghai.ts'
import { isExpired, type Voucher } from './voucher.ts'
import { usableVouchers, type Wallet } from './wallet.ts'

export type Acceptance = 'either' | 'issuing-bank'

export type RedemptionRequest = {
  now: Instant
  totalFen: Fen
  voucherCount: number
  faceFen: Fen
  /** Whose till asks. */
  bank: string
  acceptance: Acceptance
}

/** How much of an order came from which fund (D9). */
export type FundShare = { fundId: string; count: number; amountFen: Fen }

export type RedemptionDecision = { ok: true; vouchers: Voucher[]; amountFen: Fen; byFund: FundShare[] } | Refused<RedemptionRefusal>

/** What can be said of a bill before anybody's wallet is known (R12, D1): the face value must be reached, change is never given. */
export function checkBill(request: Pick<RedemptionRequest, 'totalFen' | 'voucherCount' | 'faceFen'>): Refused<RedemptionRefusal> | null {
  const allowed = wholeVouchers(request.totalFen, request.faceFen)
  if (allowed < 1) return refuse('AMOUNT_BELOW_FACE')
  return request.voucherCount > allowed ? refuse('TOO_MANY_FOR_BILL') : null
}

/**
 * Which vouchers pay a bill: exactly as many as the till wants, earliest expiry first, or a refusal that says why. Pure; the
 * code has been checked already.
 */
export function decideRedemption(wallet: Wallet, request: RedemptionRequest): RedemptionDecision {
  if (wallet.frozen) return refuse('WALLET_FROZEN')
  const bill = checkBill(request)
  if (bill) return bill
  const usable = usableVouchers(wallet, request.now)
  const accepted = request.acceptance === 'either' ? usable : usable.filter((voucher) => voucher.bank === request.bank)
  if (accepted.length < request.voucherCount) return refuse(whyTooFew(wallet, request, usable.length))
  const vouchers = accepted.slice(0, request.voucherCount)
  return { ok: true, vouchers, amountFen: sumFen(vouchers.map((voucher) => voucher.faceFen)), byFund: sharesOf(vouchers) }
}

function whyTooFew(wallet: Wallet, request: RedemptionRequest, usable: number): RedemptionRefusal {
  if (usable >= request.voucherCount) return 'WRONG_BANK'
  const expired = wallet.vouchers.filter((voucher) => isExpired(voucher, request.now)).length
  return usable === 0 && expired > 0 ? 'VOUCHER_EXPIRED' : 'NOT_ENOUGH_VOUCHERS'
}

/** Counts and sums per fund, in the order in which the funds were first used. */
export function sharesOf(vouchers: readonly Pick<Voucher, 'fundId' | 'faceFen'>[]): FundShare[] {
  const shares = new Map<string, FundShare>()
  for (const { fundId, faceFen } of vouchers) {
    const share = shares.get(fundId)
    if (share) shares.set(fundId, { fundId, count: share.count + 1, amountFen: sumFen([share.amountFen, faceFen]) })
    else shares.set(fundId, { fundId, count: 1, amountFen: faceFen })
  }
  return [...shares.values()]
}
