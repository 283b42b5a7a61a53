import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { signTicket } from './ticket.ts'

test('a ticket names bank, key and person, is bound to the nonce and good for less than a minute', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  const now = Date.parse('2023-01-21T12:03:00+08:00')
  const person = { name: '王秀兰', idNumber: '990101195703160007', phone: '19900000000' }
  const ticket = await signTicket('ABC', privateKey, person, 'a-nonce', now)
  const { payload, protectedHeader } = await jwtVerify(ticket, createPublicKey(publicKey), { issuer: 'ABC', audience: 'shenmu-voucher', currentDate: new Date(now), algorithms: ['RS256'] })
  expect(protectedHeader).toEqual({ alg: 'RS256', kid: 'ABCRSA01' })
  expect(payload).toMatchObject({ ...person, nonce: 'a-nonce', iat: now / 1000 })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(60)
  expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/)
})
