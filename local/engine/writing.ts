import type { Desk } from './desk.ts'
import { parse } from './documents.ts'
import { duplicateKey } from './errors.ts'
import { uniqueValues } from './plan.ts'
import { isUnique } from './sql.ts'
import type { Write } from './storage.ts'
import { placeOf, type Transaction } from './transactions.ts'

/** The values a stored text holds in each unique index of its collection, by the index's name. */
function valuesOf(desk: Desk, collection: string, json: string | null): Map<string, string> {
  if (json === null || !desk.hasUnique()) return new Map()
  const doc = parse(json, 0)
  return new Map(desk.storage.indexesOf(collection).filter(isUnique).map((index) => [index.name, uniqueValues(index, doc)]))
}

// A write is asked again for every one that follows it in a batch or a transaction.
const held = new WeakMap<Write, Map<string, string>>()
function valuesIn(desk: Desk, write: Write): Map<string, string> {
  const known = held.get(write) ?? valuesOf(desk, write.collection, write.json)
  held.set(write, known)
  return known
}

/** The places a write stands on: its document, and the values it takes or leaves in unique indexes. */
export function placesOf(desk: Desk, write: Write, before: string | null): string[] {
  const [left, taken] = [valuesOf(desk, write.collection, before), valuesIn(desk, write)]
  const moved = [...new Set([...left.keys(), ...taken.keys()])].filter((index) => left.get(index) !== taken.get(index))
  const values = moved.flatMap((index) => [left.get(index), taken.get(index)].filter((value) => value !== undefined).map((value) => `\u0000${index}\u0000${value}`))
  return [write.key, ...values].map((key) => placeOf(write.collection, key))
}

/**
 * Throws E11000 when a unique index holds the write's values for another document. `own` are writes that count as done. A
 * transaction hears of it from the write, not from its commit.
 */
export function checkUnique(desk: Desk, write: Write, own: ReadonlyMap<string, Write>): void {
  const { json, collection } = write
  if (json === null) return
  for (const [name, values] of valuesIn(desk, write)) {
    const committed = desk.storage.holders(collection, name, json).filter((key) => !own.has(placeOf(collection, key)))
    const written = [...own.values()].filter((other) => other.collection === collection && valuesIn(desk, other).get(name) === values)
    if ([...committed, ...written.map(({ key }) => key)].some((key) => key !== write.key)) throw duplicateKey(collection, name, JSON.parse(values))
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
