import { createPublicKey } from 'node:crypto'
import { faultOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { KeyRecord } from '#runtime/store'
import { officeActions } from './actions.ts'
import type { Operator } from './operator.ts'

/**
 * Adds a key record; one that is there is never changed, only followed by another or revoked. A serial that stands for another
 * key already, a key that is not of its algorithm, or a period that ends before it begins is refused.
 */
export const keyAdd = action(officeActions.keyAdd, async (ctx: Ctx, _caller: Operator, input) => {
  if (!isKeyOf(input.algorithm, input.publicKeyPem) || input.from >= input.to) return { ok: false, code: 'PARAM_ERROR' }
  const { privateSealed, ...rest } = input
  const record: KeyRecord = { _id: `${input.bank}:${input.serial}`, ...rest, ...(privateSealed ? { privateSealed } : {}), revoked: false }
  try {
    await ctx.store.add('keys', record)
    return { ok: true, data: { added: true } }
  } catch (error) {
    if (faultOf(error) !== 'duplicate') throw error
    const there = await ctx.store.get('keys', record._id)
    const same = there?.publicKeyPem === record.publicKeyPem && there.algorithm === record.algorithm
    return same ? { ok: true, data: { added: false } } : { ok: false, code: 'PARAM_ERROR' }
  }
})

/** The object identifier of the SM2 curve, as it stands in a public key (GB/T 32918). */
const sm2Curve = Buffer.from('06082a811ccf5501822d', 'hex')

/** Whether a PEM holds a public key of the algorithm: RSA of at least 2048 bits, or a point of the SM2 curve. */
export function isKeyOf(algorithm: KeyRecord['algorithm'], pem: string): boolean {
  if (algorithm === 'SM2-WITH-SM3') return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64').includes(sm2Curve)
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  } catch {
    return false
  }
}
