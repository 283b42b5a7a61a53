import { faultOf, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import type { Collections } from '#runtime/store'

const batch = 100

/**
 * Inserts documents in batches of 100 and returns those that were there already, as they are stored; they are left alone. So
 * a step that was killed can be repeated, and half an inserted batch is completed.
 */
export async function addMissing<C extends keyof Collections>(ctx: Ctx, name: C, docs: Collections[C][]): Promise<Collections[C][]> {
  const there: Collections[C][] = []
  for (let i = 0; i < docs.length; i += batch) {
    const part = docs.slice(i, i + batch)
    try {
      await ctx.store.addMany(name, part)
    } catch (error) {
      if (faultOf(error) !== 'duplicate') throw error
      const found = await findByIds(
        ctx,
        name,
        part.map((doc) => doc._id),
      )
      const known = new Set(found.map((doc) => doc._id))
      const missing = part.filter((doc) => !known.has(doc._id))
      if (missing.length > 0) await ctx.store.addMany(name, missing)
      there.push(...found)
    }
  }
  return there
}

/** The documents of these ids that exist, asked for in batches of 100. */
export async function findByIds<C extends keyof Collections>(ctx: Ctx, name: C, ids: string[]): Promise<Collections[C][]> {
  const found: Collections[C][] = []
  for (let i = 0; i < ids.length; i += batch) {
    found.push(...(await ctx.store.find(name, { _id: oneOf(ids.slice(i, i + batch)) }, { limit: batch })))
  }
  return found
}
