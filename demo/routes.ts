import { createPrivateKey, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { SignJWT } from 'jose'
import { maskName, maskPhone } from '#domain/person'
import { rfc3339 } from '#domain/shanghai'
import type { Clock } from '#local/clock'
import { bankClient } from './bank-client.ts'
import type { BankCode, DemoKeys } from './keys.ts'
import { demoResidents } from './seed/residents.ts'
import { newOrderNumber, residentCount } from './seed/seed.ts'

export type DemoRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
const ticketSeconds = 55

/** The pages a resident and a cashier would have from their bank: its app (`/bank-app`) and its POS (`/till`). */
export function demoRoutes(keys: DemoKeys, clock: Clock, base: () => string, folder: string): DemoRoutes {
  const residents = demoResidents(residentCount)
  const call = () => bankClient(`${base()}/bank`, keys.banks, keys.own.publicKeyPem, clock.now)

  const api: Record<string, (body: Record<string, unknown>) => Promise<unknown>> = {
    '/bank-app/api/residents': async ({ search }) =>
      residents
        .map(({ name, phone, township }, index) => ({ index, name, masked: `${maskName(name)}　${maskPhone(phone)}`, township }))
        .filter(({ name }) => name.includes(String(search ?? '')))
        .slice(0, 12),
    '/bank-app/api/ticket': async ({ bank, index, nonce }) => {
      const resident = residents[Number(index)]
      if (!resident || (bank !== 'ABC' && bank !== 'SPDB')) throw new Error('no such resident or bank')
      const { name, idNumber, phone } = resident
      const now = Math.floor(clock.now() / 1000)
      const ticket = await new SignJWT({ nonce: String(nonce), name, idNumber, phone })
        .setProtectedHeader({ alg: 'RS256', kid: `${bank}RSA01` })
        .setIssuer(bank)
        .setAudience('shenmu-voucher')
        .setIssuedAt(now)
        .setExpirationTime(now + ticketSeconds)
        .setJti(randomUUID())
        .sign(createPrivateKey(keys.banks[bank].privateKeyPem))
      return { ticket }
    },
    '/till/api/now': async () => ({ now: clock.now() }),
    '/till/api/shops': async () => {
      const gate = JSON.parse(readFileSync(path.join(folder, 'public/gate.json'), 'utf8'))
      const { shops } = JSON.parse(readFileSync(path.join(folder, 'public', gate.shops), 'utf8'))
      return (shops as { id: string; name: string; tills: string[] }[]).flatMap(({ id, name, tills }) =>
        tills.map((bank) => ({ merchantId: id, name, bank, terminalId: `T${id.slice(1)}${bank === 'SPDB' ? 'S' : 'A'}` })),
      )
    },
    '/till/api/redeem': async ({ bank, merchantId, terminalId, totalFen, count, code, outTradeNo }) => {
      const out_trade_no = typeof outTradeNo === 'string' && outTradeNo ? outTradeNo : newOrderNumber(String(bank), clock.now())
      const request_time = rfc3339(clock.now())
      const body = { out_trade_no, auth_code: code, merchant_id: merchantId, terminal_id: terminalId, total_amount: totalFen, voucher_count: count, request_time }
      return settle(out_trade_no, () => call()(bank as BankCode, 'POST', '/v1/redemptions', body))
    },
    '/till/api/query': async ({ bank, outTradeNo }) => settle(String(outTradeNo), () => call()(bank as BankCode, 'GET', `/v1/redemptions/${outTradeNo}`)),
    '/till/api/reverse': async ({ bank, outTradeNo }) =>
      settle(String(outTradeNo), () => call()(bank as BankCode, 'POST', `/v1/redemptions/${outTradeNo}/reverse`, { reason: '收银员撤销' })),
  }

  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo')
    if (pathname === '/') return redirect(response, '/bank-app')
    const page = pathname === '/till' || pathname === '/bank-app' ? `${pathname.slice(1)}.html` : /^\/demo\/([a-z-]+\.(?:css|js|svg))$/.exec(pathname)?.[1]
    if (page && request.method === 'GET') return send(response, 200, types[page.split('.').at(-1) ?? ''] ?? 'text/plain', readFileSync(path.join(__dirname, 'pages', page)))
    const handler = api[pathname]
    if (!handler || request.method !== 'POST') return false
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    try {
      return send(response, 200, 'application/json', JSON.stringify(await handler(JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'))))
    } catch {
      return send(response, 400, 'application/json', JSON.stringify({ code: 'PARAM_ERROR' }))
    }
  }
}

/** What the till shows: the bank's answer, or that the outcome is not known. Never a failure that was not said. */
async function settle(outTradeNo: string, ask: () => Promise<{ status: number; body: Record<string, unknown>; verified: boolean }>): Promise<object> {
  try {
    const { status, body, verified } = await ask()
    return { outTradeNo, status, known: verified && status < 500 && status !== 429, body }
  } catch {
    return { outTradeNo, status: 0, known: false, body: {} }
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): true {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
  return true
}

function redirect(response: ServerResponse, to: string): true {
  response.writeHead(302, { location: to })
  response.end()
  return true
}
