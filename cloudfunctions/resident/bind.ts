import { residentActions, type ResidentInput } from '#contract/resident'
import { isIdNumber, normaliseIdNumber } from '#domain/id-number'
import { maskName, normaliseName, normalisePhone } from '#domain/person'
import { shanghaiDay } from '#domain/shanghai'
import { faultOf, wechatPhone } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { RosterRow } from '#runtime/store'
import { countAttempt } from './attempts.ts'
import type { Caller } from './caller.ts'
import { openCase, type Person } from './case.ts'

/**
 * Binds a phone to the person on the roster (protocol §2): at once only if ID number, name and the roster's phone agree, or a
 * bank vouches for ID and name. Every other outcome is one answer with a case number, whether or not the row exists.
 */
export const bind = action(residentActions.bind, async (ctx: Ctx, caller: Caller, input) => {
  if (caller.kind === 'nobody') return { ok: false, code: 'NOT_SIGNED_IN' }
  const person = await personOf(ctx, caller, input)
  if ('code' in person) return { ok: false, code: person.code }

  const left = await attemptsLeft(ctx, caller.login, person)
  if (left < 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS' }

  const [row] = await ctx.store.find('roster', { idHash: ctx.vault.idHash(person.idNumber) }, { limit: 1 })
  const cause = mismatch(ctx, row ?? null, person, caller.kind === 'bank')
  if (row && cause === null) {
    await saveLogin(ctx, caller.login, row, person.name)
    return { ok: true, data: { kind: 'bound' as const } }
  }
  const caseNo = await openCase(ctx, caller.login, person, cause ?? 'not-on-roster', row?._id ?? null)
  return { ok: true, data: { kind: 'case' as const, caseNo, attemptsLeft: left, cause: cause === 'name-differs' ? cause : null } }
})

async function personOf(ctx: Ctx, caller: Exclude<Caller, { kind: 'nobody' }>, input: ResidentInput<'bind'>): Promise<Person | { code: string }> {
  if (caller.kind === 'bank') {
    const { session } = caller
    const open = (field: 'name' | 'phone' | 'idNumber', sealed: string) => ctx.vault.open(sealed, { collection: 'sessions', id: session._id, field })
    return { name: open('name', session.name), phone: open('phone', session.phone), idNumber: open('idNumber', session.idNumber) }
  }
  if (!input.typed) return { code: 'PARAM_ERROR' }
  const idNumber = normaliseIdNumber(input.typed.idNumber)
  if (!isIdNumber(idNumber)) return { code: 'PARAM_ERROR' }
  try {
    const phone = normalisePhone(await wechatPhone(input.typed.phoneCode))
    return phone ? { name: normaliseName(input.typed.name), idNumber, phone } : { code: 'PARAM_ERROR' }
  } catch (error) {
    if (/1400001/.test(JSON.stringify(error))) return { code: 'PHONE_QUOTA' }
    throw error
  }
}

/** How many more tries today; below zero when one of the three limits is passed. */
async function attemptsLeft(ctx: Ctx, login: string, person: Person): Promise<number> {
  const day = shanghaiDay(ctx.now)
  const { perAccountADay, perPhoneADay, perIdNumber } = ctx.programme.binding
  const account = await countAttempt(ctx, `bind:${login}:${day}`)
  const phone = await countAttempt(ctx, `bind:${ctx.vault.phoneHash(person.phone)}:${day}`)
  const id = await countAttempt(ctx, `bind:${ctx.vault.idHash(person.idNumber)}`)
  return Math.min(perAccountADay - account, perPhoneADay - phone, perIdNumber - id)
}

type Cause = 'not-on-roster' | 'name-differs' | 'phone-differs' | 'no-phone-on-roster'

/** Why not, for the clerk; the resident learns `name-differs` alone, and only because the verified phone is the row's own. */
function mismatch(ctx: Ctx, row: RosterRow | null, person: Person, vouched: boolean): Cause | null {
  if (!row) return 'not-on-roster'
  const phoneAgrees = row.phoneHash !== null && row.phoneHash === ctx.vault.phoneHash(person.phone)
  const rosterName = ctx.vault.open(row.name, { collection: 'roster', id: row._id, field: 'name' })
  const nameAgrees = normaliseName(rosterName) === normaliseName(person.name)
  if (vouched) return nameAgrees ? null : phoneAgrees ? 'name-differs' : 'phone-differs'
  if (!phoneAgrees) return row.phoneHash === null ? 'no-phone-on-roster' : 'phone-differs'
  return nameAgrees ? null : 'name-differs'
}

async function saveLogin(ctx: Ctx, login: string, row: RosterRow, name: string): Promise<void> {
  const own = { walletNo: row._id, relation: 'self' as const, name: maskName(name) }
  const consents = { match: ctx.now, share: ctx.now }
  try {
    await ctx.store.add('logins', { _id: login, wallets: [own], boundAt: ctx.now, consents })
  } catch (error) {
    // Bound before, or by the same tap sent twice. A login that holds somebody else's wallet as its own does not change here.
    if (faultOf(error) !== 'duplicate') throw error
  }
}
