import { dammDigit, isDamm } from './damm.ts'

// The 20 digits of 消费券付款码 (protocol §1): prefix 2, key epoch 1, alias 9, OTP 7, check digit 1. Whatever needs a key or a
// cipher is given in from outside, so that the same lines run on an old phone and in the cloud.

const stepSeconds = 30
const shanghaiOffsetSeconds = 28_800

export type PaymentCode = { prefix: string; epoch: number; alias: string; otp: string }

/** The 30-second step an instant (ms) lies in. */
export const stepOf = (ms: number): number => Math.floor(ms / (stepSeconds * 1000))

/** The first instant (ms) of a step. */
export const startOfStep = (step: number): number => step * stepSeconds * 1000

/** The Shanghai day (days since 1970) whose alias a step wears. */
export const dayOf = (step: number): number => Math.floor((step * stepSeconds + shanghaiOffsetSeconds) / 86_400)

/** A step as the HOTP counter: 8 bytes, big-endian. */
export function stepBytes(step: number): Uint8Array {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(step / 2 ** 32))
  view.setUint32(4, step % 2 ** 32)
  return bytes
}

/** Dynamic truncation of RFC 4226 §5.3 to 7 digits. `mac` has at least 20 bytes. */
export function otpFrom(mac: Uint8Array): string {
  const offset = (mac[mac.length - 1] ?? 0) & 0x0f
  const value = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff
  return String(value % 10_000_000).padStart(7, '0')
}

/** The 20 digits. */
export function composeCode({ prefix, epoch, alias, otp }: PaymentCode): string {
  const body = `${prefix}${epoch}${alias}${otp}`
  return body + dammDigit(body)
}

/** The parts of what a till scanned, or null when it is no whole code of this environment. */
export function parseCode(text: string, prefix: string): PaymentCode | null {
  if (!/^\d{20}$/.test(text) || !text.startsWith(prefix) || !isDamm(text)) return null
  return { prefix, epoch: Number(text[2]), alias: text.slice(3, 12), otp: text.slice(12, 19) }
}

/** `slot = walletNo × 10 + device`. */
export const slotOf = (walletNo: string, device: number): number => Number(walletNo) * 10 + device
export const walletNoOf = (slot: number): string => String(Math.floor(slot / 10))
export const deviceOf = (slot: number): number => slot % 10

/** What FF1 is tweaked with: the alias changes every Shanghai day, so that a shop cannot follow a person. */
export const aliasTweak = (env: string, day: number): string => `alias|v1|${env}|${day}`

/** What the slot's secret is derived from. Raising `gen` kills every code of that phone. */
export const secretMessage = (env: string, slot: number, gen: number): string => `otp|v1|${env}|${slot}|${gen}`
