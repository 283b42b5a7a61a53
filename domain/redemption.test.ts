import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from './money.ts'
import { decideRedemption } from './redemption.ts'
import { endOfDate, startOfDate } from './shanghai.ts'
import { deadFrom, isUsable, type Voucher } from './voucher.ts'
import { type Wallet, withReturned, withUsed } from './wallet.ts'

const faceFen = fen(4_000)
const credited = startOfDate('2023-01-19')
const noon = startOfDate('2023-03-01') + 43_200_000

const voucher = (no: number, change: Partial<Voucher> = {}): Voucher => ({
  no: String(no),
  batchId: 'b1',
  fundId: 'city',
  fundKind: 'city',
  bank: 'ABC',
  faceFen,
  creditedAt: credited,
  validUntil: endOfDate('2023-05-31'),
  state: { kind: 'live' },
  ...change,
})
const walletOf = (vouchers: Voucher[]): Wallet => ({ _id: '1', seq: 1, vouchers, slots: {} })
const ask = (wallet: Wallet, totalFen: number, voucherCount: number, change = {}) =>
  decideRedemption(wallet, { now: noon, totalFen: fen(totalFen), voucherCount, faceFen, bank: 'ABC', acceptance: 'either', ...change })

const someVoucher = fc.record({
  fundKind: fc.constantFrom<'city' | 'enterprise'>('city', 'enterprise'),
  date: fc.constantFrom('2023-02-28', '2023-04-30', '2023-05-31'),
  used: fc.boolean(),
  bank: fc.constantFrom('ABC', 'SPDB'),
})
const someWallet = fc.array(someVoucher, { maxLength: 10 }).map((list) =>
  walletOf(
    list.map((one, i) =>
      voucher(i, {
        fundKind: one.fundKind,
        fundId: one.fundKind,
        bank: one.bank,
        validUntil: endOfDate(one.date),
        state: one.used ? { kind: 'used', orderId: 'ABC:earlier', at: credited, shop: '' } : { kind: 'live' },
      }),
    ),
  ),
)
const bill = fc.integer({ min: 1, max: 60_000 })
const wanted = fc.integer({ min: 1, max: 12 })

describe('redemption', () => {
  it('never gives change: what is taken off is at most the bill, and whole vouchers (R10, R12)', () => {
    fc.assert(
      fc.property(someWallet, bill, wanted, (wallet, total, count) => {
        const decision = ask(wallet, total, count)
        if (!decision.ok) return
        expect(decision.amountFen).toBeLessThanOrEqual(total)
        expect(decision.amountFen).toBe(decision.vouchers.length * faceFen)
      }),
    )
  })

  it('takes exactly as many as the till wants, or none and says why (D1)', () => {
    fc.assert(
      fc.property(someWallet, bill, wanted, (wallet, total, count) => {
        const decision = ask(wallet, total, count)
        const usable = wallet.vouchers.filter((one) => isUsable(one, noon)).length
        const possible = Math.floor(total / faceFen) >= count && usable >= count
        expect(decision.ok).toBe(possible)
        if (decision.ok) expect(decision.vouchers).toHaveLength(count)
      }),
    )
  })

  it('spends the earliest expiry first, then city before enterprise (D9)', () => {
    fc.assert(
      fc.property(someWallet, wanted, (wallet, count) => {
        const decision = ask(wallet, 1_000_000, count)
        if (!decision.ok) return
        const spent = new Set(decision.vouchers.map((one) => one.no))
        const left = wallet.vouchers.filter((one) => isUsable(one, noon) && !spent.has(one.no))
        const rank = (one: Voucher) => deadFrom(one) * 2 + (one.fundKind === 'enterprise' ? 1 : 0)
        for (const one of decision.vouchers) for (const other of left) expect(rank(one)).toBeLessThanOrEqual(rank(other))
      }),
    )
  })

  it('says which rule a bill breaks', () => {
    const wallet = walletOf([voucher(1), voucher(2)])
    expect(ask(wallet, 3_999, 1)).toEqual({ ok: false, code: 'AMOUNT_BELOW_FACE' })
    expect(ask(wallet, 8_500, 3)).toEqual({ ok: false, code: 'TOO_MANY_FOR_BILL' })
    expect(ask(wallet, 12_000, 3)).toEqual({ ok: false, code: 'NOT_ENOUGH_VOUCHERS' })
    expect(ask(wallet, 8_000, 2).ok).toBe(true)
    expect(ask({ ...wallet, frozen: { by: 'wx:1', at: credited } }, 8_000, 2)).toEqual({ ok: false, code: 'WALLET_FROZEN' })
    expect(ask(wallet, 8_000, 1, { bank: 'SPDB', acceptance: 'issuing-bank' })).toEqual({ ok: false, code: 'WRONG_BANK' })
    expect(ask(wallet, 8_000, 1, { bank: 'SPDB', acceptance: 'either' }).ok).toBe(true)
  })

  it('is good in the last second of the printed date and dead in the next (R9, R11)', () => {
    const wallet = walletOf([voucher(1)])
    const midnight = Date.parse('2023-06-01T00:00:00+08:00')
    expect(ask(wallet, 4_000, 1, { now: midnight - 1 }).ok).toBe(true)
    expect(ask(wallet, 4_000, 1, { now: midnight })).toEqual({ ok: false, code: 'VOUCHER_EXPIRED' })
  })
})

describe('a voucher that comes back', () => {
  it('is the same voucher, usable again', () => {
    const spent = withUsed([voucher(1), voucher(2)], [voucher(1)], { orderId: 'ABC:1', at: noon, shop: '麟州老面馆' })
    expect(spent.map((one) => isUsable(one, noon))).toEqual([false, true])
    const back = withReturned(spent, ['1'], 'ABC:1', noon + 1)
    expect(back.map((one) => isUsable(one, noon + 1))).toEqual([true, true])
  })

  it('is usable until the next midnight when its date has passed meanwhile (D3)', () => {
    const late = Date.parse('2023-06-01T18:00:00+08:00')
    const spent = withUsed([voucher(1)], [voucher(1)], { orderId: 'ABC:1', at: noon, shop: '' })
    const [back] = withReturned(spent, ['1'], 'ABC:1', late)
    const midnight = Date.parse('2023-06-02T00:00:00+08:00')
    expect(back && isUsable(back, midnight - 1)).toBe(true)
    expect(back && isUsable(back, midnight)).toBe(false)
  })

  it('never comes back from an order that did not take it', () => {
    const spent = withUsed([voucher(1)], [voucher(1)], { orderId: 'ABC:1', at: noon, shop: '' })
    expect(withReturned(spent, ['1'], 'ABC:2', noon)).toEqual(spent)
  })
})
