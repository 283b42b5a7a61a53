import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Env } from './env.ts'

// Personal data at rest (protocol §2): looked up by HMAC with a secret pepper, kept in AES-256-GCM bound to its place.

export type Sealed = string

/** Where a sealed value lives; a value moved elsewhere does not open. */
export type Place = { collection: string; id: string; field: string }

export type Vault = ReturnType<typeof openVault>

const keyId = 'f1'

/** The vault of a function: it opens only what the function's own keys open. */
export function openVault({ keys }: Env) {
  const key = (name: string): Uint8Array => {
    const bytes = keys[name]
    if (!bytes) throw new Error(`this function has no KEY_${name}`)
    return bytes
  }
  const aad = (place: Place) => Buffer.from(`${keyId}|${place.collection}|${place.id}|${place.field}`)
  const lookup = (kind: string, value: string): string => createHmac('sha256', key('PEPPER')).update(`${kind}|${value}`).digest('base64url')
  return {
    key,
    /** What an ID number is found by. */
    idHash: (idNumber: string) => lookup('id', idNumber),
    phoneHash: (phone: string) => lookup('phone', phone),
    seal(text: string, place: Place, keyName = 'FIELD'): Sealed {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(keyName), iv).setAAD(aad(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${keyId}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    /** Throws when the value was changed, moved, or sealed with another key. */
    open(sealed: Sealed, place: Place, keyName = 'FIELD'): string {
      const bytes = Buffer.from(sealed.slice(keyId.length + 1), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key(keyName), bytes.subarray(0, 12)).setAAD(aad(place))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
