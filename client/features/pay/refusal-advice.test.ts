import { describe, expect, it } from 'vitest'
import type { OrderView } from '#contract/resident'
import { redemptionRefusals } from '#domain/refusal'
import { adviceFor, returnedAdvice } from './refusal-advice'

const closesAt = Date.parse('2023-06-01T00:00:00+08:00')
const programme = { phase: 'running' as const, opensAt: Date.parse('2023-01-19T00:00:00+08:00'), closesAt, faceFen: 4_000 }
const order = (state: OrderView['state']): OrderView => ({
  tradeNo: 'T1', state, walletNo: '1', voucherCount: 2, voucherFen: 8_000, totalFen: 3_600, shop: '麟州老面馆', at: 0, leftCount: 3, leftFen: 12_000,
})
const refused = (code: string) => order({ kind: 'refused', code })

describe('what a refusal says', () => {
  it('says how much is missing to the first voucher', () => {
    const { title, lines, ways } = adviceFor(refused('AMOUNT_BELOW_FACE'), programme, closesAt)
    expect(title).toBe('这笔不到 40 元')
    expect(lines).toEqual(['满 40 元才能用 1 张。', '这笔 36 元，券没有动。'])
    expect(ways.map((way) => way.title)).toEqual(['再添 4 元', '和家人的账单合在一起', '这次先不用'])
    expect(ways[2]?.detail).toBe('2023年5月31日前都有效')
  })
  it.each(redemptionRefusals)('%s has a title of its own, without an exclamation mark', (code) => {
    const { title, lines } = adviceFor(refused(code), programme, closesAt)
    expect(title).not.toBe('这笔没有扣券')
    expect(`${title}${lines.join('')}`).not.toMatch(/！/)
  })
  it('says so when the programme has ended', () =>
    expect(adviceFor(refused('PROGRAMME_CLOSED'), { ...programme, phase: 'after' }, null).title).toBe('活动已于5月31日结束'))
  it('does not know what a later version may answer, and says the vouchers were not touched', () =>
    expect(adviceFor(refused('SOMETHING_NEW'), programme, null).title).toBe('这笔没有扣券'))
})

describe('what came back', () => {
  it('a reversal', () => expect(returnedAdvice(order({ kind: 'reversed', at: 0 }), closesAt).lines).toEqual(['2 张券已退回，可以再用。']))
  it('a refund', () => {
    const { title, lines } = returnedAdvice(order({ kind: 'refunded', at: 0, voucherCount: 1 }), closesAt)
    expect([title, ...lines].join('，')).toBe('已退回 1 张券，5月31日前可用。')
  })
})
