import { guardId, posting, redeemEntries } from '#domain/ledger'
import { fen } from '#domain/money'
import type { Order } from '#domain/order'
import { phaseAt } from '#domain/programme'
import { decideRedemption } from '#domain/redemption'
import type { RedemptionRefusal } from '#domain/refusal'
import { usableVouchers, withUsed } from '#domain/wallet'
import { faultOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import type { StoreTx } from '#runtime/store'
import { guarded, OutcomeUnknown, SystemBusy } from '#runtime/transaction'
import { type MatchedCode, matchCode, type ReadCode, readCode } from './code.ts'
import { contentDigest, orderId, tradeNoOf } from './order-number.ts'
import { tillOf } from './terminal.ts'
import type { RedemptionBody } from './wire/schemas.ts'

export type RedeemOutcome = { kind: 'order'; order: Order } | { kind: 'other-content'; order: Order }

/**
 * Redeems vouchers for a bill, exactly once under its order number (protocol §4): order and ledger posting are added in the
 * wallet's transaction, so that neither a repeated order nor a second change from the same read can land. Every refusal the
 * bank takes as final is stored under the number first. Throws SystemBusy when the outcome is not known.
 */
export async function redeem(ctx: Ctx, bank: string, body: RedemptionBody): Promise<RedeemOutcome> {
  const digest = contentDigest(body)
  const till = await tillOf(ctx, bank, body.merchant_id, body.terminal_id)
  const early = (await closedNow(ctx)) ?? tooOld(ctx, body) ?? till.refusal
  const draft = draftOrder(ctx, bank, body, digest, till.shop)
  const read = readCode(ctx, body.auth_code)
  try {
    const order = await ctx.transaction((tx) => redeemIn(ctx, tx, bank, draft, read, early))
    return { kind: 'order', order }
  } catch (error) {
    return known(ctx, draft, error)
  }
}

/** What the books say after any failure: the order if it is there, whoever wrote it, and an unknown outcome if it is not. */
async function known(ctx: Ctx, draft: Order, error: unknown): Promise<RedeemOutcome> {
  const order = await ctx.store.get('orders', draft._id)
  if (!order) throw error instanceof SystemBusy ? error : new SystemBusy('the order is not there yet', { cause: error })
  if (faultOf(error) !== 'duplicate' && !(error instanceof OutcomeUnknown)) ctx.log('warn', 'answered from the books', { fault: faultOf(error) })
  const same = order.digest === '' || order.digest === draft.digest
  return { kind: same ? 'order' : 'other-content', order }
}

async function closedNow(ctx: Ctx): Promise<RedemptionRefusal | null> {
  return phaseAt(ctx.programme, ctx.now) === 'running' ? null : 'PROGRAMME_CLOSED'
}

/** A request that lay somewhere for a minute is not answered by spending: the customer may have left. */
function tooOld(ctx: Ctx, body: RedemptionBody): RedemptionRefusal | null {
  const age = (ctx.now - Date.parse(body.request_time)) / 1000
  const { requestMaxAgeSeconds, requestMaxAheadSeconds } = ctx.programme.bank
  return age > requestMaxAgeSeconds || age < -requestMaxAheadSeconds ? 'REQUEST_EXPIRED' : null
}

function draftOrder(ctx: Ctx, bank: string, body: RedemptionBody, digest: string, shop: string): Order {
  const id = orderId(bank, body.out_trade_no)
  return {
    _id: id,
    bank,
    outTradeNo: body.out_trade_no,
    tradeNo: tradeNoOf(id, ctx.now),
    decidedBy: 'us',
    digest,
    at: ctx.now,
    merchantId: body.merchant_id,
    terminalId: body.terminal_id,
    shop,
    totalFen: fen(body.total_amount),
    wanted: body.voucher_count,
    state: { kind: 'FAILED', code: 'AUTH_CODE_INVALID' },
    walletNo: null,
    holder: null,
    vouchers: [],
    amountFen: fen(0),
    byFund: [],
    refundedCount: 0,
    leftCount: 0,
    leftFen: fen(0),
  }
}

async function redeemIn(ctx: Ctx, tx: StoreTx, bank: string, draft: Order, read: ReadCode | null, early: RedemptionRefusal | null): Promise<Order> {
  const matched = read ? await match(tx, read) : null
  if (!matched) return fail(tx, draft, early ?? 'AUTH_CODE_INVALID')
  const { wallet, slot } = matched
  const usable = usableVouchers(wallet, ctx.now)
  const mine = { ...draft, walletNo: wallet._id, holder: slot.login, leftCount: usable.length, leftFen: fen(usable.reduce((sum, one) => sum + one.faceFen, 0)) }
  if (early) return fail(tx, mine, early)
  const { faceFen } = ctx.programme.pack
  const decision = decideRedemption(wallet, { now: ctx.now, totalFen: draft.totalFen, voucherCount: draft.wanted, faceFen, bank, acceptance: ctx.programme.acceptance })
  if (!decision.ok) return fail(tx, mine, decision.code)

  const order: Order = {
    ...mine,
    state: { kind: 'SUCCESS' },
    vouchers: decision.vouchers.map(({ no, bank: issuer, fundId, faceFen: face }) => ({ no, bank: issuer, fundId, faceFen: face })),
    amountFen: decision.amountFen,
    byFund: decision.byFund,
    leftCount: mine.leftCount - decision.vouchers.length,
    leftFen: fen(mine.leftFen - decision.amountFen),
  }
  await spend(ctx, tx, matched, order)
  return order
}

async function match(tx: StoreTx, read: ReadCode): Promise<MatchedCode | null> {
  for (const candidate of read.candidates) {
    const wallet = await tx.get('wallets', candidate.walletNo)
    const matched = wallet ? matchCode(read, candidate, wallet) : null
    if (matched) return matched
  }
  return null
}

async function fail(tx: StoreTx, draft: Order, code: RedemptionRefusal): Promise<Order> {
  const order: Order = { ...draft, state: { kind: 'FAILED', code } }
  await tx.add('orders', order)
  return order
}

/** Order first, posting as guard, wallet last: three of the six round trips. */
async function spend(ctx: Ctx, tx: StoreTx, { wallet, device, step }: MatchedCode, order: Order): Promise<void> {
  await tx.add('orders', order)
  const seq = wallet.seq + 1
  const entries = redeemEntries(order.vouchers, order.bank, order.merchantId)
  const fact = posting({ _id: guardId(wallet._id, seq), kind: 'redeem', at: ctx.now, entries, ref: order._id })
  await guarded(() => tx.add('postings', fact))
  const used = wallet.vouchers.filter((voucher) => order.vouchers.some((spent) => spent.no === voucher.no))
  const vouchers = withUsed(wallet.vouchers, used, { orderId: order._id, at: ctx.now, shop: order.shop })
  await tx.update('wallets', wallet._id, { seq, vouchers, [`slots.${device}.lastStep`]: step })
}
