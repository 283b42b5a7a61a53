import { faultOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { KeyRecord } from '#runtime/store'
import { officeActions } from './actions.ts'
import type { Operator } from './roster/import.ts'

/** Adds a key record; one that is there is never changed, only followed by another or revoked. */
export const keyAdd = action(officeActions.keyAdd, async (ctx: Ctx, _caller: Operator, input) => {
  const { privateSealed, ...rest } = input
  const record: KeyRecord = { _id: `${input.bank}:${input.serial}`, ...rest, ...(privateSealed ? { privateSealed } : {}), revoked: false }
  try {
    await ctx.store.add('keys', record)
    return { ok: true, data: { added: true } }
  } catch (error) {
    if (faultOf(error) !== 'duplicate') throw error
    return { ok: true, data: { added: false } }
  }
})
