import { faultOf, increment } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'

/** Counts one more attempt and returns how many there are now. Counted first, so that parallel attempts all count. */
export async function countAttempt(ctx: Ctx, id: string): Promise<number> {
  if ((await ctx.store.update('attempts', id, { count: increment(1) })) === 0) {
    try {
      await ctx.store.add('attempts', { _id: id, count: 1 })
      return 1
    } catch (error) {
      if (faultOf(error) !== 'duplicate') throw error
      await ctx.store.update('attempts', id, { count: increment(1) })
    }
  }
  return (await ctx.store.get('attempts', id))?.count ?? 1
}
