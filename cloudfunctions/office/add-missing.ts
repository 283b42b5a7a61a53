import { faultOf, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import type { Collections } from '#runtime/store'

const batch = 100

/**
 * Inserts documents in batches of 100; those that are there already are left as they are. So a step that was killed can be
 * repeated, and half an inserted batch is completed.
 */
export async function addMissing<C extends keyof Collections>(ctx: Ctx, name: C, docs: Collections[C][]): Promise<void> {
  for (let i = 0; i < docs.length; i += batch) {
    const part = docs.slice(i, i + batch)
    try {
      await ctx.store.addMany(name, part)
    } catch (error) {
      if (faultOf(error) !== 'duplicate') throw error
      const found = await ctx.store.find(name, { _id: oneOf(part.map((doc) => doc._id)) }, { limit: batch })
      const there = new Set(found.map((doc) => doc._id))
      const missing = part.filter((doc) => !there.has(doc._id))
      if (missing.length > 0) await ctx.store.addMany(name, missing)
    }
  }
}
