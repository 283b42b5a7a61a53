import type { Fen } from './money.ts'
import { endOfNextShanghaiDay, type Instant } from './shanghai.ts'
import type { FundShare } from './redemption.ts'
import type { RedemptionRefusal } from './refusal.ts'

/** A voucher as an order remembers it. */
export type SpentVoucher = { no: string; bank: string; fundId: string; faceFen: Fen }

export type OrderState =
  | { kind: 'SUCCESS' }
  | { kind: 'FAILED'; code: RedemptionRefusal }
  /** Also the tombstone of an order that was cancelled before it was seen. */
  | { kind: 'REVERSED'; at: Instant; reason: string }

/** What became of one order number. `_id` is `bank:outTradeNo`; every final answer is stored here before it is given. */
export type Order = {
  _id: string
  bank: string
  outTradeNo: string
  /** Ours: `yyyymmdd` + 16 digits. */
  tradeNo: string
  decidedBy: 'us' | 'bank'
  /** Of what makes two requests the same; empty in a tombstone, which answers REVERSED to any content. */
  digest: string
  at: Instant
  merchantId: string
  terminalId: string
  shop: string
  totalFen: Fen
  wanted: number
  state: OrderState
  /** Whose code paid, once the code was recognised. */
  walletNo: string | null
  holder: string | null
  vouchers: SpentVoucher[]
  amountFen: Fen
  byFund: FundShare[]
  refundedCount: number
  leftCount: number
  leftFen: Fen
}

export type ReversalDecision =
  | { kind: 'tombstone' }
  /** Nothing changes: it is reversed already, or never took a voucher. */
  | { kind: 'nothing' }
  | { kind: 'give-back'; order: Order }
  | { kind: 'refused'; code: 'ORDER_REFUNDED' | 'ORDER_NOT_REVERSIBLE' }

/** What a reversal does to an order, or to one never seen (protocol §3, the state table; D3). */
export function decideReversal(order: Order | null, now: Instant): ReversalDecision {
  if (!order) return { kind: 'tombstone' }
  switch (order.state.kind) {
    case 'FAILED':
    case 'REVERSED':
      return { kind: 'nothing' }
    case 'SUCCESS':
      if (order.refundedCount > 0) return { kind: 'refused', code: 'ORDER_REFUNDED' }
      if (now >= endOfNextShanghaiDay(order.at)) return { kind: 'refused', code: 'ORDER_NOT_REVERSIBLE' }
      return { kind: 'give-back', order }
  }
}
