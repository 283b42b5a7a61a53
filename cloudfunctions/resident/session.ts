import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import { residentActions } from '#contract/resident'
import { isIdNumber, normaliseIdNumber } from '#domain/id-number'
import { normaliseName, normalisePhone } from '#domain/person'
import type { Ctx } from '#runtime/ctx'
import { faultOf } from '#runtime/cloud'
import { action } from '#runtime/serve'
import { type Caller, sessionId } from './caller.ts'

const nonceMs = 120_000
const sessionMs = 12 * 3_600_000
const audience = 'shenmu-voucher'

/** A nonce for the bank's ticket: random, 120 s, good once. */
export const ticketNonce = action(residentActions.ticketNonce, async (ctx: Ctx, _caller: Caller) => {
  const nonce = ctx.random(18).toString('base64url')
  const expiresAt = ctx.now + nonceMs
  await ctx.store.add('nonces', { _id: nonce, expiresAt, usedAt: null })
  return { ok: true, data: { nonce, expiresAt } }
})

/**
 * Exchanges a bank's signed ticket for a session (protocol §2). The algorithm is fixed by the bank's key record, never by the
 * ticket; `jti` and our nonce are good once. Fails as TICKET_INVALID whatever was wrong.
 */
export const session = action(residentActions.session, async (ctx: Ctx, _caller: Caller, { ticket }) => {
  const claims = await verifyTicket(ctx, ticket)
  if (!claims || !(await spend(ctx, claims))) return { ok: false, code: 'TICKET_INVALID' }

  const token = ctx.random(32).toString('base64url')
  const id = sessionId(token)
  const idHash = ctx.vault.idHash(claims.idNumber)
  const seal = (field: 'name' | 'phone' | 'idNumber') => ctx.vault.seal(claims[field], { collection: 'sessions', id, field })
  const expiresAt = ctx.now + sessionMs
  await ctx.store.add('sessions', {
    _id: id,
    login: `bank:${claims.bank}:${idHash}`,
    expiresAt,
    bank: claims.bank,
    name: seal('name'),
    idNumber: seal('idNumber'),
    phone: seal('phone'),
  })
  return { ok: true, data: { session: token, expiresAt } }
})

type Claims = { bank: string; jti: string; nonce: string; name: string; idNumber: string; phone: string }

async function verifyTicket(ctx: Ctx, ticket: string): Promise<Claims | null> {
  try {
    const header = JSON.parse(Buffer.from(ticket.split('.')[0] ?? '', 'base64url').toString('utf8'))
    const claimed = JSON.parse(Buffer.from(ticket.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const keyId = `${String(claimed.iss)}:${String(header.kid)}`
    const record = await ctx.cached(`key:${keyId}`, () => ctx.store.get('keys', keyId))
    if (!record || record.bank === 'OWN' || record.revoked || record.algorithm !== 'SHA256-RSA2048' || ctx.now < record.from || ctx.now >= record.to) return null
    const { payload } = await jwtVerify(ticket, createPublicKey(record.publicKeyPem), {
      algorithms: ['RS256'],
      audience,
      issuer: record.bank,
      maxTokenAge: 60,
      clockTolerance: 5,
      requiredClaims: ['iat', 'exp', 'jti', 'nonce', 'name', 'idNumber', 'phone'],
      currentDate: new Date(ctx.now),
    })
    const idNumber = normaliseIdNumber(String(payload.idNumber))
    const phone = normalisePhone(String(payload.phone))
    if (!isIdNumber(idNumber) || !phone) return null
    return { bank: record.bank, jti: String(payload.jti), nonce: String(payload.nonce), name: normaliseName(String(payload.name)), idNumber, phone }
  } catch (error) {
    if (faultOf(error) === 'timeout' || faultOf(error) === 'rate') throw error
    return null
  }
}

/** Both the nonce and the ticket's own id are used up; false when either was before. */
async function spend(ctx: Ctx, { nonce, bank, jti }: Claims): Promise<boolean> {
  const issued = await ctx.store.get('nonces', nonce)
  if (!issued || issued.expiresAt <= ctx.now) return false
  if ((await ctx.store.update('nonces', { _id: nonce, usedAt: null }, { usedAt: ctx.now })) !== 1) return false
  try {
    await ctx.store.add('nonces', { _id: `jti:${bank}:${jti}`, expiresAt: ctx.now + nonceMs, usedAt: ctx.now })
    return true
  } catch (error) {
    if (faultOf(error) === 'duplicate') return false
    throw error
  }
}
