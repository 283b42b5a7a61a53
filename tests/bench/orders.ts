import { createSign, randomBytes } from 'node:crypto'
import { rfc3339 } from '#domain/shanghai'
import { type TestCity, tills } from '#tests/flows/city'
import type { BoundPhone } from './people.ts'

let serial = 0

/** A redemption of two vouchers on 85 yuan, as a till sends it. */
export const orderOf = (city: TestCity, phone: BoundPhone) => ({
  out_trade_no: `BENCH${String(++serial).padStart(8, '0')}`,
  auth_code: phone.code(),
  ...tills.ABC,
  total_amount: 8_500,
  voucher_count: 2,
  request_time: rfc3339(city.cloud.clock.now()),
})

/** The same as the event the bank function gets, signed. */
export function signedEvent(city: TestCity, phone: BoundPhone): object {
  const path = '/v1/redemptions'
  const body = JSON.stringify(orderOf(city, phone))
  const timestamp = String(Math.floor(city.cloud.clock.now() / 1000))
  const nonce = randomBytes(16).toString('hex').toUpperCase()
  const signature = createSign('RSA-SHA256').update(`POST\n${path}\n${timestamp}\n${nonce}\n${body}\n`).sign(city.keys.banks.ABC.privateKeyPem, 'base64')
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-vp-bank': 'ABC',
    'x-vp-serial': 'ABCRSA01',
    'x-vp-timestamp': timestamp,
    'x-vp-nonce': nonce,
    'x-vp-signature-type': 'SHA256-RSA2048',
    'x-vp-signature': signature,
  }
  const multiValueHeaders = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
  return { path, httpMethod: 'POST', headers, multiValueHeaders, queryStringParameters: {}, body, isBase64Encoded: false }
}
