import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueEntries, oppositeEntries, posting, redeemEntries } from './ledger.ts'
import { fen, yuan } from './money.ts'

const spent = fc.array(fc.record({ bank: fc.constantFrom('ABC', 'SPDB'), fundId: fc.constantFrom('city', 'e1'), faceFen: fc.constant(fen(4_000)) }), { minLength: 1, maxLength: 20 })
const sum = (entries: { amountFen: number }[]) => entries.reduce((total, entry) => total + entry.amountFen, 0)

describe('the ledger', () => {
  it('every posting sums to zero, and its opposite undoes it to the fen', () => {
    fc.assert(
      fc.property(spent, (vouchers) => {
        const entries = redeemEntries(vouchers, 'ABC', 'M1')
        expect(sum(entries)).toBe(0)
        expect(sum(oppositeEntries(entries))).toBe(0)
        expect(entries.map((entry, i) => entry.amountFen + (oppositeEntries(entries)[i]?.amountFen ?? Number.NaN))).toEqual(entries.map(() => 0))
      }),
    )
    expect(sum(issueEntries('ABC', 'city', fen(20_000)))).toBe(0)
  })
  it('refuses a posting that does not', () => {
    expect(() => posting({ _id: '1:1', kind: 'issue', at: 0, entries: [{ account: 'a', amountFen: fen(1) }], ref: '' })).toThrow('sums to 1')
  })
  it('dates a posting by the Shanghai day', () => {
    expect(posting({ _id: '1:1', kind: 'issue', at: Date.parse('2023-01-18T16:00:00Z'), entries: [], ref: '' }).businessDate).toBe('2023-01-19')
  })
  it('writes yuan without losing a fen, and knows no fraction of one', () => {
    expect([yuan(8_000), yuan(8_505), yuan(5), yuan(-5), yuan(500, true)]).toEqual(['80', '85.05', '0.05', '-0.05', '5.00'])
    expect(() => fen(0.5)).toThrow(RangeError)
  })
})
