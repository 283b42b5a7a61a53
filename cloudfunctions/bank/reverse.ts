import { guardId, oppositeEntries, posting, redeemEntries } from '#domain/ledger'
import { fen } from '#domain/money'
import { decideReversal, type Order } from '#domain/order'
import { withReturned } from '#domain/wallet'
import type { Ctx } from '#runtime/ctx'
import type { StoreTx } from '#runtime/store'
import { guarded, SystemBusy } from '#runtime/transaction'
import { orderId, tradeNoOf } from './order-number.ts'

export type ReverseOutcome = { kind: 'reversed'; order: Order } | { kind: 'refused'; code: 'ORDER_REFUNDED' | 'ORDER_NOT_REVERSIBLE'; order: Order }

/**
 * Reverses a whole order, also one never seen: it leaves a tombstone, so that the request it cancels finds REVERSED when it
 * arrives at last (protocol §3). Repeating it changes nothing. Throws SystemBusy when the outcome is not known.
 */
export async function reverse(ctx: Ctx, bank: string, outTradeNo: string, reason: string): Promise<ReverseOutcome> {
  try {
    return await ctx.transaction((tx) => reverseIn(ctx, tx, bank, outTradeNo, reason))
  } catch (error) {
    const order = await ctx.store.get('orders', orderId(bank, outTradeNo))
    if (order && order.state.kind !== 'SUCCESS') return { kind: 'reversed', order }
    throw error instanceof SystemBusy ? error : new SystemBusy('the reversal is not known to have landed', { cause: error })
  }
}

async function reverseIn(ctx: Ctx, tx: StoreTx, bank: string, outTradeNo: string, reason: string): Promise<ReverseOutcome> {
  const id = orderId(bank, outTradeNo)
  const found = await tx.get('orders', id)
  const decision = decideReversal(found, ctx.now)
  switch (decision.kind) {
    case 'nothing':
      return { kind: 'reversed', order: found as Order }
    case 'refused':
      return { kind: 'refused', code: decision.code, order: found as Order }
    case 'tombstone': {
      const order = tombstone(ctx, bank, outTradeNo, reason)
      await guarded(() => tx.add('orders', order))
      return { kind: 'reversed', order }
    }
    case 'give-back': {
      const state = { kind: 'REVERSED' as const, at: ctx.now, reason }
      await giveBack(ctx, tx, decision.order, state)
      return { kind: 'reversed', order: { ...decision.order, state } }
    }
  }
}

async function giveBack(ctx: Ctx, tx: StoreTx, order: Order, state: Order['state']): Promise<void> {
  const wallet = order.walletNo ? await tx.get('wallets', order.walletNo) : null
  if (!wallet) throw new Error('an order that took vouchers has no wallet')
  const seq = wallet.seq + 1
  const entries = oppositeEntries(redeemEntries(order.vouchers, order.bank, order.merchantId))
  const fact = posting({ _id: guardId(wallet._id, seq), kind: 'reverse', at: ctx.now, entries, ref: order._id })
  await guarded(() => tx.add('postings', fact))
  const vouchers = withReturned(wallet.vouchers, order.vouchers.map((voucher) => voucher.no), order._id, ctx.now)
  await tx.update('wallets', wallet._id, { seq, vouchers })
  await tx.update('orders', order._id, { state })
}

function tombstone(ctx: Ctx, bank: string, outTradeNo: string, reason: string): Order {
  const _id = orderId(bank, outTradeNo)
  const nothing = { vouchers: [], byFund: [], amountFen: fen(0), totalFen: fen(0), leftCount: 0, leftFen: fen(0), refundedCount: 0, wanted: 0 }
  const nobody = { walletNo: null, holder: null, merchantId: '', terminalId: '', shop: '' }
  return { _id, bank, outTradeNo, tradeNo: tradeNoOf(_id, ctx.now), decidedBy: 'us', digest: '', at: ctx.now, state: { kind: 'REVERSED', at: ctx.now, reason }, ...nothing, ...nobody }
}
