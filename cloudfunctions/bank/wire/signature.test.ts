import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vector from '../../../tests/vectors/signed-rsa.json'
import { contractPath } from './request.ts'
import { replyText, requestText, signRsa, verifyRsa } from './signature.ts'

const { method, path, body, headers } = vector.request

describe('signatures over raw bytes', () => {
  it('accept the published request and reply', () => {
    const request = requestText(method, path, headers['X-VP-Timestamp'], headers['X-VP-Nonce'], Buffer.from(body))
    expect(request.toString()).toBe(vector.request.canonical)
    expect(verifyRsa(vector.public_pem, request, headers['X-VP-Signature'])).toBe(true)
    const reply = replyText(vector.reply.headers['X-VP-Timestamp'], vector.reply.headers['X-VP-Nonce'], headers['X-VP-Nonce'], Buffer.from(vector.reply.body))
    expect(reply.toString()).toBe(vector.reply.canonical)
    expect(verifyRsa(vector.public_pem, reply, vector.reply.headers['X-VP-Signature'])).toBe(true)
  })

  it('refuse the published request with any one byte changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: body.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(body)
        changed[at] = ((changed[at] ?? 0) + by) % 256
        const text = requestText(method, path, headers['X-VP-Timestamp'], headers['X-VP-Nonce'], changed)
        expect(verifyRsa(vector.public_pem, text, headers['X-VP-Signature'])).toBe(false)
      }),
    )
  })

  it('verify what was signed, and nothing that is no signature', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const text = Buffer.from('GET\n/v1/ping\n1674100000\nnonce\n\n')
    expect(verifyRsa(pem, text, signRsa(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), text))).toBe(true)
    for (const nonsense of ['', 'AAAA', '<script>', 'é']) expect(verifyRsa(pem, text, nonsense)).toBe(false)
  })

  it('are over the contract’s path, wherever the gateway mounts it', () => {
    expect([contractPath('/bank/v1/ping'), contractPath('/v1/ping'), contractPath('/other')]).toEqual(['/v1/ping', '/v1/ping', '/other'])
  })
})
