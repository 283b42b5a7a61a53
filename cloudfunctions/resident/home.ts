import { createHash } from 'node:crypto'
import { residentActions } from '#contract/resident'
import { maskName, maskPhone } from '#domain/person'
import type { Ctx } from '#runtime/ctx'
import { oneOf } from '#runtime/cloud'
import { action } from '#runtime/serve'
import type { Login } from '#runtime/store'
import { caseNoOf } from './case.ts'
import type { Caller } from './caller.ts'
import { programmeView, walletView } from './views.ts'

/** Everything the first screen needs, in one call and at most two reads; “unchanged” to a phone that has it already. */
export const home = action(residentActions.home, async (ctx: Ctx, caller: Caller, { known }) => {
  const programme = await programmeView(ctx)
  if (caller.kind === 'nobody') return { ok: true, data: { kind: 'not-bound' as const, programme, vouchedBy: null, pendingCase: null } }
  const login = await ctx.store.get('logins', caller.login)
  if (!login) return { ok: true, data: { kind: 'not-bound' as const, programme, vouchedBy: vouchedBy(ctx, caller), pendingCase: await pendingCase(ctx, caller) } }

  const wallets = await walletsOf(ctx, login)
  const data = { kind: 'bound' as const, programme, wallets }
  const version = createHash('sha256').update(JSON.stringify([programme.phase, wallets])).digest('base64url').slice(0, 16)
  return known === version ? { ok: true, data: { kind: 'unchanged' as const, programme } } : { ok: true, data: { ...data, version } }
})

async function walletsOf(ctx: Ctx, login: Login) {
  const found = await ctx.store.find('wallets', { _id: oneOf(login.wallets.map((held) => held.walletNo)) })
  return login.wallets.map((held) => walletView(held, found.find((wallet) => wallet._id === held.walletNo) ?? null, ctx.programme, ctx.now))
}

function vouchedBy(ctx: Ctx, caller: Caller) {
  if (caller.kind !== 'bank') return null
  const { session } = caller
  const place = (field: string) => ({ collection: 'sessions', id: session._id, field })
  return {
    bank: session.bank,
    name: maskName(ctx.vault.open(session.name, place('name'))),
    phone: maskPhone(ctx.vault.open(session.phone, place('phone'))),
  }
}

async function pendingCase(ctx: Ctx, caller: Exclude<Caller, { kind: 'nobody' }>) {
  const [latest] = await ctx.store.find('cases', { login: caller.login }, { orderBy: ['at', 'desc'], limit: 1 })
  return latest?.state === 'open' ? { caseNo: caseNoOf(latest._id), since: latest.at } : null
}
