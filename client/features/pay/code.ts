import type { PhoneKey } from '../../../contract/resident'
import { composeCode, dayOf, otpFrom, stepBytes, stepOf } from '../../../domain/payment-code'
import { callResident } from '../../cloud/call'
import { offsetAge, serverNow } from '../../cloud/server-clock'
import { macWith, saveSecret } from '../../platform/secret'
import { readStored, store } from '../../platform/storage'

/** What of a slot's key is no secret. */
type KeptKey = Omit<PhoneKey, 'secret'>
export type Code = { ok: true; digits: string; drawnAt: number; unsure: boolean } | { ok: false; reason: 'none' | 'too-old' }

const keyName = (walletNo: string): string => `key-${walletNo}`
const secretName = (walletNo: string): string => `secret-${walletNo}`
const dayMs = 86_400_000
/** With fewer days of aliases left, the phone fetches new ones when it is online anyhow. */
const renewDays = 10

/** The 20 digits for a moment (server time, ms), from what is stored alone. */
export async function makeCode(walletNo: string, at: number): Promise<Code> {
  const key = readStored<KeptKey>(keyName(walletNo))
  if (!key) return { ok: false, reason: 'none' }
  const step = stepOf(at)
  const alias = key.aliases[dayOf(step) - key.firstDay]
  if (!alias) return { ok: false, reason: 'too-old' }
  const mac = await macWith(secretName(walletNo), stepBytes(step))
  if (!mac) return { ok: false, reason: 'none' }
  const digits = composeCode({ prefix: key.prefix, epoch: key.epoch, alias, otp: otpFrom(mac) })
  return { ok: true, digits, drawnAt: at, unsure: offsetAge() > dayMs }
}

let renewing: Promise<string | null> | null = null

/** Fetches a key for this phone when it has none, or its aliases run out. Returns the refusal's code, or null. One at a time. */
export function ensureKey(walletNo: string): Promise<string | null> {
  const key = readStored<KeptKey>(keyName(walletNo))
  const daysLeft = key ? key.firstDay + key.aliases.length - dayOf(stepOf(serverNow())) : 0
  if (daysLeft > renewDays) return Promise.resolve(null)
  renewing ??= renew(walletNo).finally(() => {
    renewing = null
  })
  return renewing
}

async function renew(walletNo: string): Promise<string | null> {
  const reply = await callResident('activatePhone', { walletNo, platform: process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5' })
  if (!reply.ok) return reply.code
  const { secret, ...key } = reply.data.key
  await saveSecret(secretName(walletNo), secret)
  store(keyName(walletNo), key)
  return null
}
