import type { Desk } from './desk.ts'
import { type Doc, parse } from './documents.ts'
import { duplicateKey } from './errors.ts'
import { uniqueValues } from './plan.ts'
import { isUnique } from './sql.ts'
import type { Write } from './storage.ts'
import { placeOf, type Transaction } from './transactions.ts'

const docOf = (json: string | null): Doc | null => (json === null ? null : parse(json, 0))

/** The places a write stands on: its document, and the values it takes or leaves in unique indexes. */
export function placesOf(desk: Desk, write: Write, before: string | null): string[] {
  const places = [placeOf(write.collection, write.key)]
  if (!desk.hasUnique()) return places
  for (const index of desk.storage.indexesOf(write.collection).filter(isUnique)) {
    const values = [before, write.json].map(docOf).map((doc) => doc && uniqueValues(index, doc))
    if (values[0] === values[1]) continue
    for (const value of values) if (value !== null) places.push(placeOf(write.collection, `\u0000${index.name}\u0000${value}`))
  }
  return places
}

/**
 * Throws E11000 when a unique index holds the write's values for another document. `own` are writes that count as done. A
 * transaction hears of it from the write, not from its commit.
 */
export function checkUnique(desk: Desk, write: Write, own: ReadonlyMap<string, Write>): void {
  const { json, collection } = write
  if (json === null || !desk.hasUnique()) return
  const doc = parse(json, 0)
  for (const index of desk.storage.indexesOf(collection).filter(isUnique)) {
    const values = uniqueValues(index, doc)
    const committed = desk.storage.holders(collection, index, json).filter((key) => !own.has(placeOf(collection, key)))
    const written = [...own.values()].filter((other) => other.collection === collection && other.json !== null && uniqueValues(index, parse(other.json, 0)) === values)
    if ([...committed, ...written.map(({ key }) => key)].some((key) => key !== write.key)) throw duplicateKey(collection, index.name, JSON.parse(values))
  }
}

/** Writes inside the transaction, or at once. The caller of a plain write has seen that nothing is locked. */
export function save(desk: Desk, transaction: Transaction | null, writes: Write[]): void {
  if (!transaction) {
    if (writes.length > 0) desk.transactions.applyAll(writes)
    return
  }
  for (const write of writes) {
    const before = desk.transactions.read(transaction, write.collection, write.key)
    const places = placesOf(desk, write, before)
    // Another open writer comes first: whether its value will stay is not known yet.
    if (!desk.transactions.lockedBy(places, transaction)) checkUnique(desk, write, transaction.writes)
    desk.transactions.write(transaction, write, places)
  }
}

/**
 * Runs a write when nothing it would touch is locked by an open transaction; until then it waits, as on the platform. `attempt`
 * looks and writes in one go, so that no other request comes between: it answers null when it met a lock.
 */
export async function whenFree<T>(desk: Desk, attempt: () => T | null): Promise<T> {
  for (;;) {
    desk.transactions.expire()
    const done = attempt()
    if (done !== null) return done
    await desk.transactions.released()
  }
}
