import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bankClient } from './bank-client.ts'

const pair = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
const bank = pair()
const own = pair()
const keys = { SPDB: { privateKeyPem: bank.privateKey }, ABC: { privateKeyPem: bank.privateKey } }
const now = Date.parse('2023-01-21T12:03:00+08:00')

let server: Server
let seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }
/** What the door signs and what it sends; a test may make them differ. */
let spoil: (text: string) => string

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      const text = '{"code":"SUCCESS","message":"已抵扣80元"}'
      const signature = sign('sha256', Buffer.from(`1674273780\nREPLYNONCE00000001\n${request.headers['x-vp-nonce']}\n${text}\n`), own.privateKey).toString('base64')
      response.writeHead(200, { 'x-vp-timestamp': '1674273780', 'x-vp-nonce': 'REPLYNONCE00000001', 'x-vp-signature': signature })
      response.end(spoil(text))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())
beforeEach(() => {
  spoil = (text) => text
})

const client = () => bankClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}/bank`, keys, own.publicKey, () => now)
const signedBy = (text: string): boolean => verify('sha256', Buffer.from(text), bank.publicKey, Buffer.from(String(seen.headers['x-vp-signature']), 'base64'))

describe('a bank’s request', () => {
  test('is signed over the raw bytes that were sent, and the contract’s path without the mount', async () => {
    await client()('SPDB', 'POST', '/v1/redemptions', { out_trade_no: 'SPDB1', note: '中文' })
    expect(seen).toMatchObject({ method: 'POST', url: '/bank/v1/redemptions' })
    expect(seen.headers).toMatchObject({ 'x-vp-bank': 'SPDB', 'x-vp-serial': 'SPDBRSA01', 'x-vp-timestamp': '1674273780', 'x-vp-signature-type': 'SHA256-RSA2048' })
    const { 'x-vp-timestamp': timestamp, 'x-vp-nonce': nonce } = seen.headers
    expect(signedBy(`POST\n/v1/redemptions\n${timestamp}\n${nonce}\n${seen.body}\n`)).toBe(true)
    expect(signedBy(`POST\n/v1/redemptions\n${timestamp}\n${nonce}\n${seen.body} \n`)).toBe(false)
  })
  test('without a body still ends the string with its two line ends', async () => {
    await client()('ABC', 'GET', '/v1/redemptions/ABC0001')
    expect(signedBy(`GET\n/v1/redemptions/ABC0001\n${seen.headers['x-vp-timestamp']}\n${seen.headers['x-vp-nonce']}\n\n`)).toBe(true)
  })
})

describe('our reply', () => {
  test('is verified when it is bound to the request', async () => {
    expect(await client()('SPDB', 'GET', '/v1/ping')).toMatchObject({ status: 200, verified: true, body: { code: 'SUCCESS' } })
  })
  test('is not when a byte of it was changed on the way', async () => {
    spoil = (text) => text.replace('80', '40')
    expect((await client()('SPDB', 'GET', '/v1/ping')).verified).toBe(false)
  })
})
