import * as v from 'valibot'
import { rfc3339 } from '#domain/shanghai'
import type { Ctx } from '#runtime/ctx'
import { orderId } from './order-number.ts'
import { redeem } from './redeem.ts'
import { reverse } from './reverse.ts'
import { type BankReply, orderReply, refusalReply } from './wire/reply.ts'
import { outTradeNo, redemptionRequest, reversalRequest } from './wire/schemas.ts'

type Call = { method: 'GET' | 'POST'; path: RegExp; run: (ctx: Ctx, bank: string, number: string, body: unknown) => Promise<BankReply> }

/** The banks' calls. A path outside this list is NO_SUCH_CALL. */
const calls: Call[] = [
  { method: 'POST', path: /^\/v1\/redemptions$/, run: callRedeem },
  { method: 'GET', path: /^\/v1\/redemptions\/([^/]+)$/, run: callQuery },
  { method: 'POST', path: /^\/v1\/redemptions\/([^/]+)\/reverse$/, run: callReverse },
  { method: 'GET', path: /^\/v1\/ping$/, run: async (ctx) => ({ status: 200, body: { code: 'SUCCESS', message: '连接正常', server_time: rfc3339(ctx.now) } }) },
]

/** Runs the call a verified request names. */
export async function runCall(ctx: Ctx, bank: string, method: string, path: string, body: Buffer): Promise<BankReply> {
  for (const call of calls) {
    const matched = call.method === method ? call.path.exec(path) : null
    if (matched) return call.run(ctx, bank, matched[1] ?? '', parseJson(body))
  }
  return refusalReply('NO_SUCH_CALL')
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}

async function callRedeem(ctx: Ctx, bank: string, _number: string, body: unknown): Promise<BankReply> {
  const parsed = v.safeParse(redemptionRequest, body)
  if (!parsed.success || Number.isNaN(Date.parse(parsed.output.request_time))) return refusalReply('PARAM_ERROR', numberIn(body))
  const outcome = await redeem(ctx, bank, parsed.output)
  if (outcome.kind === 'order') return orderReply(outcome.order)
  const { out_trade_no, state } = orderReply(outcome.order).body
  return refusalReply('OUT_TRADE_NO_USED', { out_trade_no, state, action: 'NEW_ORDER_NO' })
}

async function callQuery(ctx: Ctx, bank: string, number: string): Promise<BankReply> {
  if (!v.is(outTradeNo, number)) return refusalReply('PARAM_ERROR')
  const order = await ctx.store.get('orders', orderId(bank, number))
  return order ? orderReply(order) : refusalReply('ORDER_NOT_EXIST', { out_trade_no: number })
}

async function callReverse(ctx: Ctx, bank: string, number: string, body: unknown): Promise<BankReply> {
  const parsed = v.safeParse(reversalRequest, body)
  if (!v.is(outTradeNo, number) || !parsed.success) return refusalReply('PARAM_ERROR', v.is(outTradeNo, number) ? { out_trade_no: number } : {})
  const outcome = await reverse(ctx, bank, number, parsed.output.reason)
  if (outcome.kind === 'refused') return refusalReply(outcome.code, { out_trade_no: number, state: outcome.order.state.kind })
  const { out_trade_no, trade_no } = orderReply(outcome.order).body
  // A refused order took nothing, so it answers REVERSED too, and stays what it is for the query.
  return refusalReply('REVERSED', { out_trade_no, trade_no, state: 'REVERSED', voucher_count: outcome.order.vouchers.length })
}

/** The number a malformed body seems to be about, if it is one. */
function numberIn(body: unknown): { out_trade_no?: string } {
  const number = (body as { out_trade_no?: unknown } | null)?.out_trade_no
  return v.is(outTradeNo, number) ? { out_trade_no: number } : {}
}
