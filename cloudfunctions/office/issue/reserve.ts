import type { Ctx } from '#runtime/ctx'
import type { Batch } from '#runtime/store'
import { takeRange } from '../take-range.ts'

/**
 * Sets packs of the city's money aside for one slice, once, before they are issued; false when the money does not last (R4).
 * A slice that was killed and comes again has its packs set aside already. A pack somebody else issues meanwhile stays set
 * aside: the limit may be reached early, never passed.
 */
export async function reservePacks(ctx: Ctx, batch: Batch, packs: number): Promise<boolean> {
  if (packs === 0 || ctx.programme.funds[batch.fundId]?.kind !== 'city') return true
  const slice = `slice:${batch._id}:${batch.cursor}`
  return ctx
    .transaction(async (tx) => {
      const known = await tx.get('counters', slice)
      if (known && known.next >= packs) return true
      const more = packs - (known?.next ?? 0)
      const first = await takeRange(tx, `packs:${batch.fundId}`, more, 0)
      if (first + more > ctx.programme.maxPacks) throw new MoneySpent()
      if (known) await tx.update('counters', slice, { next: packs })
      else await tx.add('counters', { _id: slice, next: packs })
      return true
    })
    .catch((error: unknown) => {
      if (error instanceof MoneySpent) return false
      throw error
    })
}

/** Ends the transaction, so that nothing of it is kept. */
class MoneySpent extends Error {}
