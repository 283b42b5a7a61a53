import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { GateFile, ShopsFile } from '#contract/published'
import { rfc3339 } from '#domain/shanghai'
import type { Clock } from '#local/clock'
import { shenmu2023 } from '#programmes/shenmu-2023'
import { BadRequest } from './bad-request.ts'
import { bankClient, type BankReply } from './bank-client.ts'
import type { BankCode, DemoKeys } from './keys.ts'
import { newOrderNumber } from './order-number.ts'
import { terminalId } from './seed/shops.ts'

type Body = Record<string, unknown>
type Api = Record<string, (body: Body) => Promise<unknown>>

/** What the till's page asks its bank's server, which signs and calls our door as a bank would. `base` is the cloud's address. */
export function tillApi(keys: DemoKeys, clock: Clock, base: () => string, folder: string): Api {
  const call = (bank: BankCode, method: 'GET' | 'POST', place: string, body?: object) =>
    bankClient(`${base()}/bank`, keys.banks, keys.own.publicKeyPem, clock.now)(bank, method, place, body)
  const funds = Object.fromEntries(Object.entries(shenmu2023.funds).map(([id, { label }]) => [id, label]))
  const city = createHash('sha256').update(keys.own.publicKeyPem).digest('hex').slice(0, 12)

  /** What the till shows: the bank's answer, or that the outcome is not known. Never a failure that nobody said. */
  const settle = async (outTradeNo: string, ask: () => Promise<BankReply>): Promise<object> => {
    try {
      const { status, body, verified } = await ask()
      return { outTradeNo, status, known: verified && status < 500 && status !== 429, body, now: clock.now() }
    } catch {
      return { outTradeNo, status: 0, known: false, body: {}, now: clock.now() }
    }
  }

  return {
    '/till/api/now': async () => ({ now: clock.now(), city, funds }),
    '/till/api/shops': async () => terminalsOf(folder),
    '/till/api/redeem': async (body) => {
      const bank = bankOf(body)
      const { merchantId, terminalId: terminal, totalFen, count, code, outTradeNo, drop } = body
      const out_trade_no = typeof outTradeNo === 'string' && outTradeNo ? outTradeNo : newOrderNumber(bank, clock.now())
      const order = { out_trade_no, auth_code: code, merchant_id: merchantId, terminal_id: terminal, total_amount: totalFen, voucher_count: count }
      const ask = () => call(bank, 'POST', '/v1/redemptions', { ...order, request_time: rfc3339(clock.now()) })
      // Played bad luck: the request arrives, its reply is lost on the way.
      return settle(out_trade_no, drop === true ? () => ask().then(() => Promise.reject(new Error('reply lost'))) : ask)
    },
    '/till/api/query': async (body) => settle(numberOf(body), () => call(bankOf(body), 'GET', `/v1/redemptions/${numberOf(body)}`)),
    '/till/api/reverse': async (body) =>
      settle(numberOf(body), () => call(bankOf(body), 'POST', `/v1/redemptions/${numberOf(body)}/reverse`, { reason: '收银员撤销' })),
  }
}

function bankOf({ bank }: Body): BankCode {
  if (bank !== 'SPDB' && bank !== 'ABC') throw new BadRequest('no such bank')
  return bank
}

function numberOf({ outTradeNo }: Body): string {
  if (typeof outTradeNo !== 'string' || !/^[0-9A-Za-z_-]{6,32}$/.test(outTradeNo)) throw new BadRequest('no order number')
  return outTradeNo
}

/** Every terminal of every published shop. */
function terminalsOf(folder: string): object[] {
  const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(folder, 'public', file), 'utf8'))
  const { shops, townships } = read<ShopsFile>(read<GateFile>('gate.json').shops)
  return shops.flatMap(({ id, name, tills, township, pinyin, initials }) =>
    (tills as BankCode[]).map((bank) => ({ merchantId: id, name, bank, terminalId: terminalId(id, bank), township: townships[township]?.name ?? '', pinyin, initials })),
  )
}
