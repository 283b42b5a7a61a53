import { createSign, createVerify, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { BankCode } from './keys.ts'

export type BankReply = { status: number; body: Record<string, unknown>; verified: boolean }
export type BankClient = (bank: BankCode, method: 'GET' | 'POST', path: string, body?: object) => Promise<BankReply>

/** A bank's side of the interface: signs over the raw bytes, verifies our reply. `now` in ms. */
export function bankClient(base: string, keys: Record<BankCode, { privateKeyPem: string }>, ownPublicKeyPem: string, now: () => number): BankClient {
  return async (bank, method, path, body) => {
    const raw = body === undefined ? '' : JSON.stringify(body)
    const timestamp = String(Math.floor(now() / 1000))
    const nonce = randomBytes(16).toString('hex').toUpperCase()
    const signature = createSign('RSA-SHA256').update(`${method}\n${path}\n${timestamp}\n${nonce}\n${raw}\n`).sign(keys[bank].privateKeyPem, 'base64')
    const headers = {
      'content-type': 'application/json',
      'X-VP-Bank': bank,
      'X-VP-Serial': `${bank}RSA01`,
      'X-VP-Timestamp': timestamp,
      'X-VP-Nonce': nonce,
      'X-VP-Signature-Type': 'SHA256-RSA2048',
      'X-VP-Signature': signature,
    }
    const reply = await send(`${base}${path}`, method, headers, raw)
    const text = `${reply.headers['x-vp-timestamp']}\n${reply.headers['x-vp-nonce']}\n${nonce}\n${reply.text}\n`
    const signed = String(reply.headers['x-vp-signature'] ?? '')
    const verified = signed !== '' && createVerify('RSA-SHA256').update(text).verify(ownPublicKeyPem, signed, 'base64')
    return { status: reply.status, body: JSON.parse(reply.text), verified }
  }
}

type Raw = { status: number; headers: Record<string, unknown>; text: string }

// node:http instead of fetch: a bank's POS keeps the bytes as they are.
function send(url: string, method: string, headers: Record<string, string>, body: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }))
      response.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}
