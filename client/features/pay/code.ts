import type { PhoneKey } from '#contract/resident'
import { composeCode, dayOf, otpFrom, parseCode, stepBytes, stepOf } from '#domain/payment-code'
import { callResident } from '../../cloud/call'
import { serverNow } from '../../cloud/server-clock'
import { forgetSecrets, keepSecret, openSecret } from '../../platform/secret'
import { forget, readStored, store } from '../../platform/storage'

/** What of a slot's key is kept beside its secret. */
type Companion = Pick<PhoneKey, 'prefix' | 'epoch' | 'firstDay' | 'aliases'>
export type Code = { ok: true; digits: string; drawnAt: number } | { ok: false; reason: 'none' | 'too-old' }

const prefix = 'slot-'
const slotName = (walletNo: string): string => prefix + walletNo
/** Set before a new key is asked for: if the answer is lost, the cloud has changed the secret and this phone has not. */
const askedName = (walletNo: string): string => `asked-${walletNo}`
/** With fewer days of aliases left, the phone fetches new ones when it is online anyhow. */
const renewDays = 21

/** The 20 digits for a moment (server time, ms), from what is stored alone. */
export async function makeCode(walletNo: string, at: number): Promise<Code> {
  const kept = await openSecret<Companion>(slotName(walletNo))
  if (!kept) return { ok: false, reason: 'none' }
  const { prefix, epoch, firstDay, aliases } = kept.companion
  const step = stepOf(at)
  const alias = aliases[dayOf(step) - firstDay]
  if (!alias) return { ok: false, reason: 'too-old' }
  const otp = otpFrom(await kept.mac(stepBytes(step)))
  return { ok: true, digits: composeCode({ prefix, epoch, alias, otp }), drawnAt: at }
}

const running = new Map<string, Promise<string | null>>()

/**
 * Sees to it that this phone has a key of the wallet that lasts a while, asking for one where it must. Returns the refusal's code,
 * or null when all is well. One question a wallet at a time.
 */
export function ensureKey(walletNo: string, force = false): Promise<string | null> {
  const already = running.get(walletNo)
  if (already) return already
  const work = ensure(walletNo, force).finally(() => running.delete(walletNo))
  running.set(walletNo, work)
  return work
}

async function ensure(walletNo: string, force: boolean): Promise<string | null> {
  const kept = await openSecret<Companion>(slotName(walletNo))
  const daysLeft = kept ? kept.companion.firstDay + kept.companion.aliases.length - dayOf(stepOf(serverNow())) : 0
  if (daysLeft > renewDays && !force && !readStored<boolean>(askedName(walletNo))) return null
  store(askedName(walletNo), true)
  const reply = await callResident('activatePhone', { walletNo, platform: process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5' })
  if (!reply.ok) {
    // Without an answer it is not known whether the secret was changed: the next time online it is asked for again.
    if (reply.code !== 'OFFLINE' && reply.code !== 'SYSTEM_BUSY') forget(askedName(walletNo))
    return reply.code
  }
  const { secret, algorithm, prefix, epoch, firstDay, aliases } = reply.data.key
  try {
    await keepSecret<Companion>(slotName(walletNo), secret, algorithm, { prefix, epoch, firstDay, aliases })
  } catch {
    return 'KEY_NOT_KEPT'
  }
  forget(askedName(walletNo))
  return null
}

/** Forgets the keys of wallets that are no longer this resident's. */
export const forgetOtherKeys = (walletNos: readonly string[]): Promise<void> => forgetSecrets(prefix, walletNos.map(slotName))

/** Whether a shown code is whole, and is the one this phone's key makes for its moment. */
export async function codeChecks(walletNo: string, code: Code | null): Promise<boolean> {
  if (!code?.ok || !parseCode(code.digits, code.digits.slice(0, 2))) return false
  const again = await makeCode(walletNo, code.drawnAt)
  return again.ok && again.digits === code.digits
}
