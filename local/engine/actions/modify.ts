import type { Desk } from '../desk.ts'
import { type Doc, keyOf, newId, parse, stringify, toWire } from '../documents.ts'
import type { Found } from '../find.ts'
import type { Write } from '../storage.ts'
import { inserted, updated } from '../update.ts'
import { placesOf, save, whenFree } from '../writing.ts'

type Change = (found: Found) => Doc | null

/** Looks for what the query means, changes it and saves, with nothing in between. */
function change(desk: Desk, multi: boolean, next: Change, missing: () => Write[]): Promise<{ found: Found[]; writes: Write[] }> {
  const transaction = desk.transaction()
  const work = () => {
    const all = [...desk.find(transaction)]
    const found = multi ? all : all.slice(0, 1)
    const before = new Map(found.map(({ key, json }) => [key, json]))
    const changed = found.map((one) => ({ collection: desk.collection, key: one.key, json: toJson(next(one)) })).filter(({ key, json }) => json !== before.get(key))
    return { found, before, writes: found.length > 0 ? changed : missing() }
  }
  return whenFree(desk, () => {
    const { found, before, writes } = work()
    // A document that stays as it is waits for nobody either: MongoDB writes it all the same.
    const touched = found.length > 0 ? found.map(({ key, json }) => writes.find((write) => write.key === key) ?? { collection: desk.collection, key, json }) : writes
    if (!transaction && touched.some((write) => desk.transactions.lockedBy(placesOf(desk, write, before.get(write.key) ?? null)))) return null
    save(desk, transaction, writes)
    return { found, writes }
  })
}

const toJson = (doc: Doc | null): string | null => (doc === null ? null : stringify(doc))

/** `database.modifyDocument`: operators (`merge`), or a whole new document. */
export async function modify(desk: Desk): Promise<Doc> {
  const { merge = false, upsert = false, multi = false, data } = desk.params
  const given = desk.read(data as string)
  const id = desk.query._id ?? newId()
  const next: Change = ({ doc }) => (merge ? updated(doc, given, desk.query, desk.now()) : { _id: doc._id, ...given })
  const made = (): Write[] => {
    if (!upsert) return []
    const doc = merge ? inserted(desk.query, given, desk.now()) : given
    return [{ collection: desk.collection, key: keyOf(id), json: stringify({ ...doc, _id: id }) }]
  }
  const { found, writes } = await change(desk, multi, next, made)
  if (found.length === 0 && writes.length > 0) return { data: { updated: 0, upsert_id: id } }
  // A replacement counts also when it changes nothing; operators count what they changed.
  return { data: { updated: merge ? writes.length : found.length, upsert_id: null } }
}

/** `database.modifyAndReturnDoc`: one document, as it is afterwards. */
export async function modifyAndReturn(desk: Desk): Promise<Doc> {
  const operators = desk.read(desk.params.data as string)
  const { found, writes } = await change(desk, false, ({ doc }) => updated(doc, operators, desk.query, desk.now()), () => [])
  const [one] = found
  return { data: { updated: found.length, doc: one ? toWire(parse(writes[0]?.json ?? one.json, 0)) : null } }
}

/** `database.removeDocument`. */
export async function remove(desk: Desk): Promise<Doc> {
  const { multi = false, queryType } = desk.params
  const { found } = await change(desk, multi && queryType !== 'DOC', () => null, () => [])
  return { data: { deleted: found.length } }
}
