import { type RefusalCode, refusalText } from '#contract/refusals'
import type { Order } from '#domain/order'
import { fen, yuan } from '#domain/money'
import { rfc3339 } from '#domain/shanghai'
import { checkWordOf } from '#runtime/check-word'
import type { Ctx } from '#runtime/ctx'
import { replyText, signRsa } from './signature.ts'
import type { SignedRequest } from './request.ts'

/** What a call answers, before it is written and signed. Every body says the order's number, a code and a sentence for the till. */
export type BankReply = { status: number; body: Record<string, unknown> }
export type HttpReply = { statusCode: number; headers: Record<string, string>; body: string }

/** A refusal in the banks' words. */
export const refusalReply = (code: RefusalCode, more: Record<string, unknown> = {}): BankReply => {
  const { http, till } = refusalText(code)
  return { status: http, body: { ...more, code, message: till } }
}

/** An order in the banks' words: the same for the first answer, the repeated one and the query. */
export function orderReply(order: Order): BankReply {
  const base = { out_trade_no: order.outTradeNo, trade_no: order.tradeNo, state: order.state.kind }
  switch (order.state.kind) {
    case 'FAILED':
      return refusalReply(order.state.code, base)
    case 'REVERSED':
      return refusalReply('REVERSED', { ...base, voucher_count: order.vouchers.length, finish_time: rfc3339(order.state.at), check_word: checkWordOf(order.tradeNo) })
    case 'SUCCESS':
      return {
        status: 200,
        body: {
          ...base,
          code: 'SUCCESS',
          message: `已抵扣${yuan(order.amountFen)}元`,
          voucher_count: order.vouchers.length,
          voucher_amount: order.amountFen,
          by_funding: order.byFund.map(({ fundId, count, amountFen }) => ({ fund_id: fundId, count, amount: amountFen })),
          payable_amount: fen(order.totalFen - order.amountFen),
          refunded_count: order.refundedCount,
          finish_time: rfc3339(order.at),
          check_word: checkWordOf(order.tradeNo),
        },
      }
  }
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** Before a signature was verified there is nobody to sign for. */
export const unsignedReply = ({ status, body }: BankReply): HttpReply => ({ statusCode: status, headers: jsonHeaders, body: JSON.stringify(body) })

/** Signs the reply with our own key, bound to the request's nonce. */
export async function signedReply(ctx: Ctx, request: SignedRequest, { status, body }: BankReply): Promise<HttpReply> {
  const text = JSON.stringify(body)
  const { serial, privateKeyPem } = await ownKey(ctx)
  const timestamp = String(Math.floor(ctx.now / 1000))
  const nonce = ctx.random(16).toString('hex').toUpperCase()
  const signature = signRsa(privateKeyPem, replyText(timestamp, nonce, request.nonce, Buffer.from(text)))
  const headers = {
    'x-vp-serial': serial,
    'x-vp-timestamp': timestamp,
    'x-vp-nonce': nonce,
    'x-vp-signature-type': 'SHA256-RSA2048',
    'x-vp-signature': signature,
  }
  return { statusCode: status, headers: { ...jsonHeaders, ...headers }, body: text }
}

/** Our newest valid key. Its private half lies wrapped in the database, since it does not fit into an environment value. */
const ownKey = (ctx: Ctx) =>
  ctx.cached('own-key', async () => {
    const keys = await ctx.store.find('keys', { bank: 'OWN', revoked: false })
    const [key] = keys.filter(({ from, to }) => from <= ctx.now && ctx.now < to).sort((a, b) => b.from - a.from)
    if (!key?.privateSealed) throw new Error('no key of our own is valid now')
    const privateKeyPem = ctx.vault.open(key.privateSealed, { collection: 'keys', id: key._id, field: 'privateSealed' }, 'WRAP')
    return { serial: key.serial, privateKeyPem }
  })

