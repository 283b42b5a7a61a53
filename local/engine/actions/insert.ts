import type { Desk } from '../desk.ts'
import { type Doc, keyOf, newId, stringify } from '../documents.ts'
import { duplicateKey } from '../errors.ts'
import type { Write } from '../storage.ts'
import { placeOf, type Transaction } from '../transactions.ts'
import { checkUnique, placesOf, save, whenFree } from '../writing.ts'

/** `database.insertDocument`: one document or many, in order. */
export async function insert(desk: Desk): Promise<Doc> {
  const { data } = desk.params
  const docs = (Array.isArray(data) ? data : [data]).map((text) => withId(desk.read(text)))
  const writes = docs.map((doc) => ({ collection: desk.collection, key: keyOf(doc._id), json: stringify(doc) }))
  const transaction = desk.transaction()
  if (transaction) insertInto(desk, transaction, writes)
  else await insertPlain(desk, writes)
  return { data: { insertedIds: docs.map((doc) => doc._id) } }
}

const withId = (doc: Doc): Doc => (doc._id === undefined || doc._id === null || doc._id === '' ? { ...doc, _id: newId() } : doc)

function insertInto(desk: Desk, transaction: Transaction, writes: Write[]): void {
  for (const write of writes) {
    if (desk.transactions.read(transaction, desk.collection, write.key) !== null) throw duplicateKey(desk.collection, '_id_', write.key.slice(1))
    save(desk, transaction, [write])
  }
}

/** As in MongoDB, what comes before the first duplicate stays inserted. */
function insertPlain(desk: Desk, writes: Write[]): Promise<true> {
  return whenFree(desk, () => {
    if (writes.some((write) => desk.transactions.lockedBy(placesOf(desk, write, null)))) return null
    const good = new Map<string, Write>()
    try {
      for (const write of writes) {
        const place = placeOf(desk.collection, write.key)
        if (good.has(place) || desk.storage.get(desk.collection, write.key) !== null) throw duplicateKey(desk.collection, '_id_', write.key.slice(1))
        checkUnique(desk, write, good)
        good.set(place, write)
      }
    } finally {
      save(desk, null, [...good.values()])
    }
    return true
  })
}
