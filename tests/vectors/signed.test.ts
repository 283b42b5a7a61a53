import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { replyText, requestText, verifyRsa } from '#cloudfunctions/bank/wire/signature'

// Messages signed by others, verified with the code that verifies the banks' requests.

type Signed = { body: string; headers: Record<string, string> }
type Vector = { request: Signed & { method: string; path: string }; reply: Signed }

const read = <T>(name: string): Vector & T => JSON.parse(readFileSync(path.join(__dirname, name), 'utf8'))
const header = ({ headers }: Signed, name: string): string => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? ''

const requestHolds = ({ request }: Vector, publicKeyPem: string, body = request.body): boolean => {
  const text = requestText(request.method, request.path, header(request, 'x-vp-timestamp'), header(request, 'x-vp-nonce'), Buffer.from(body))
  return verifyRsa(publicKeyPem, text, header(request, 'x-vp-signature'))
}
const replyHolds = ({ request, reply }: Vector, publicKeyPem: string, body = reply.body): boolean => {
  const text = replyText(header(reply, 'x-vp-timestamp'), header(reply, 'x-vp-nonce'), header(request, 'x-vp-nonce'), Buffer.from(body))
  return verifyRsa(publicKeyPem, text, header(reply, 'x-vp-signature'))
}

const given = read<{ public_pem: string }>('signed-rsa.json')
const interop = read<{ bankPublicKey: string; ownPublicKey: string }>('interop-rsa.json')

test.each([
  ['the given vector', given, given.public_pem, given.public_pem],
  ['what openssl signed and what we answered it', interop, interop.bankPublicKey, interop.ownPublicKey],
])('%s verifies, and not with one byte changed', (_name, vector, bankKey, ownKey) => {
  expect(requestHolds(vector, bankKey)).toBe(true)
  expect(requestHolds(vector, bankKey, vector.request.body.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10)))).toBe(false)
  expect(replyHolds(vector, ownKey)).toBe(true)
  expect(replyHolds(vector, ownKey, `${vector.reply.body} `)).toBe(false)
})

test('openssl’s request was accepted', () => {
  expect(JSON.parse(interop.reply.body)).toMatchObject({ code: 'SUCCESS', voucher_count: 2, payable_amount: 500 })
})
