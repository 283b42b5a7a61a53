import { createPrivateKey, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { BankCode } from './keys.ts'

const ticketSeconds = 55

/** What a bank vouches for. */
export type Vouched = { name: string; idNumber: string; phone: string }

/** A bank's ticket for one sign-in (protocol §2): RS256, good for less than a minute, bound to our nonce. `now` in ms. */
export function signTicket(bank: BankCode, privateKeyPem: string, { name, idNumber, phone }: Vouched, nonce: string, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000)
  return new SignJWT({ nonce, name, idNumber, phone })
    .setProtectedHeader({ alg: 'RS256', kid: `${bank}RSA01` })
    .setIssuer(bank)
    .setAudience('shenmu-voucher')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ticketSeconds)
    .setJti(randomUUID())
    .sign(createPrivateKey(privateKeyPem))
}
