import type { StoreTx } from '#runtime/store'
import { guarded } from '#runtime/transaction'

/**
 * Takes `size` numbers from a counter, for good, and returns the first. Two takers who read the same counter collide on the
 * document that names where they began, whatever the isolation of the database; the later one is run again.
 */
export async function takeRange(tx: StoreTx, counter: string, size: number, start: number): Promise<number> {
  const known = await tx.get('counters', counter)
  const first = known?.next ?? start
  const next = first + size
  await guarded(() => tx.add('counters', { _id: `${counter}:${first}`, next }))
  if (known) await tx.update('counters', counter, { next })
  else await guarded(() => tx.add('counters', { _id: counter, next }))
  return first
}
