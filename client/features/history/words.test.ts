import { describe, expect, it } from 'vitest'
import type { OrderView } from '#contract/resident'
import { byDay, orderWords } from './words'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const order = (state: OrderView['state'], more: Partial<OrderView> = {}): OrderView => ({
  tradeNo: 'T1', state, walletNo: '1', voucherCount: 2, voucherFen: 8_000, totalFen: 9_600, shop: '麟州老面馆', at: at('2023-01-21T12:03:00'), leftCount: 1, leftFen: 4_000, ...more,
})

describe('an order in the history', () => {
  it('paid', () =>
    expect(orderWords(order({ kind: 'paid', checkWord: '春山' }))).toEqual({ mark: 'done', title: '麟州老面馆', what: '用了 2 张，抵扣 80 元', detail: '12:03　核对字 春山' }))
  it('refused', () => expect(orderWords(order({ kind: 'refused', code: 'AMOUNT_BELOW_FACE' })).detail).toBe('12:03　这笔不到 40 元，券没有动。'))
  it('reversed', () => expect(orderWords(order({ kind: 'reversed', at: 0 })).what).toBe('已撤销，2 张券已退回'))
  it('refunded in part', () => expect(orderWords(order({ kind: 'refunded', at: 0, voucherCount: 1 })).what).toBe('已退回 1 张券'))
})

describe('orders by day', () => {
  it('parts them at Shanghai’s midnight', () => {
    const paid: OrderView['state'] = { kind: 'paid', checkWord: '春山' }
    const orders = ['2023-01-21T00:00:00', '2023-01-20T23:59:59', '2023-01-18T08:00:00'].map((when, i) => order(paid, { at: at(when), tradeNo: `T${i}` }))
    expect(byDay(orders, at('2023-01-21T12:00:00')).map(({ label }) => label)).toEqual(['今天', '昨天', '1月18日'])
  })
})
