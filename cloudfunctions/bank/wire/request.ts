import type { Ctx } from '#runtime/ctx'
import type { HttpEvent } from '#runtime/serve'
import type { KeyRecord } from '#runtime/store'
import { requestText, verifyRsa } from './signature.ts'

/** A request whose signature was verified over its raw bytes; nothing of it has been parsed yet. */
export type SignedRequest = { bank: string; method: string; path: string; nonce: string; body: Buffer; key: KeyRecord }

const maxBodyBytes = 65_536
const headerNames = ['x-vp-bank', 'x-vp-serial', 'x-vp-timestamp', 'x-vp-nonce', 'x-vp-signature-type', 'x-vp-signature'] as const
type HeaderName = (typeof headerNames)[number]

type Refusal = { code: 'SIGN_ERROR' | 'SERIAL_UNKNOWN' | 'TIMESTAMP_SKEW' | 'ALG_MISMATCH' | 'BODY_TOO_LARGE' }

/**
 * Decodes and verifies (protocol §3): size, headers once each, known key that belongs to the bank and is valid now, its own
 * algorithm, time within ±300 s, signature. Nothing is parsed or stored before that.
 */
export async function readSigned(ctx: Ctx, event: HttpEvent): Promise<SignedRequest | Refusal> {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (body.length > maxBodyBytes) return { code: 'BODY_TOO_LARGE' }
  const headers = readHeaders(event)
  if (!headers) return { code: 'SIGN_ERROR' }

  const key = await loadKey(ctx, headers['x-vp-bank'], headers['x-vp-serial'])
  if (!key) return { code: 'SERIAL_UNKNOWN' }
  if (key.algorithm !== headers['x-vp-signature-type']) return { code: 'ALG_MISMATCH' }
  if (!withinSkew(headers['x-vp-timestamp'], ctx)) return { code: 'TIMESTAMP_SKEW' }

  const method = event.httpMethod.toUpperCase()
  const path = contractPath(event.path)
  const text = requestText(method, path, headers['x-vp-timestamp'], headers['x-vp-nonce'], body)
  if (!verifyRsa(key.publicKeyPem, text, headers['x-vp-signature'])) return { code: 'SIGN_ERROR' }
  return { bank: key.bank, method, path, nonce: headers['x-vp-nonce'], body, key }
}

/** Each header exactly once; a duplicate shows only among the multi-value headers. */
function readHeaders(event: HttpEvent): Record<HeaderName, string> | null {
  const single = new Map<string, string>()
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    if (single.has(name.toLowerCase())) return null
    single.set(name.toLowerCase(), String(value))
  }
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    if (name.toLowerCase().startsWith('x-vp-') && Array.isArray(values) && values.length !== 1) return null
  }
  const found = {} as Record<HeaderName, string>
  for (const name of headerNames) {
    const value = single.get(name)
    if (!value) return null
    found[name] = value
  }
  const wellFormed = /^[0-9A-Za-z]{16,64}$/.test(found['x-vp-nonce']) && /^\d{9,11}$/.test(found['x-vp-timestamp'])
  return wellFormed && /^[0-9A-Za-z_-]{1,32}$/.test(found['x-vp-serial']) ? found : null
}

async function loadKey(ctx: Ctx, bank: string, serial: string): Promise<KeyRecord | null> {
  if (!Object.hasOwn(ctx.programme.banks, bank)) return null
  const id = `${bank}:${serial}`
  const key = await ctx.cached(`key:${id}`, () => ctx.store.get('keys', id))
  if (!key || key.revoked || ctx.now < key.from || ctx.now >= key.to) return null
  return key
}

const withinSkew = (timestamp: string, ctx: Ctx): boolean =>
  Math.abs(ctx.now / 1000 - Number(timestamp)) <= ctx.programme.bank.clockSkewSeconds

/** The contract's path, whatever the gateway mounts it under. */
export const contractPath = (path: string): string => {
  const at = path.indexOf('/v1/')
  return at < 0 ? path : path.slice(at)
}
