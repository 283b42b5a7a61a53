import { type Doc, isDoc, parse } from './documents.ts'
import { distanceTo } from './mongo/geo.ts'
import { arrange, matcher } from './mongo/mingo.ts'
import { planOf, type Sort } from './plan.ts'
import type { Row, Storage } from './storage.ts'
import type { Transaction, Transactions } from './transactions.ts'

export type Found = { key: string; doc: Doc; json: string }

const read = ({ key, json }: Row): Found => ({ key, json, doc: parse(json, 0) })

/** The rows a plan leads to, perhaps too many. `sorted` says that they come in the asked order already. */
function candidates(storage: Storage, collection: string, query: Doc, sort: Sort | null): { rows: Iterable<Row>; sorted: boolean } {
  const plan = planOf(storage, collection, query, sort)
  if (plan.kind === 'keys') {
    const rows = plan.keys.flatMap((key) => {
      const json = storage.get(collection, key)
      return json === null ? [] : [{ key, json }]
    })
    return { rows, sorted: false }
  }
  const { selects, order } = plan
  return { rows: chain(selects.map((where) => storage.select(collection, where, order ?? ''))), sorted: order !== null }
}

function* chain<T>(parts: Iterable<T>[]): Iterable<T> {
  for (const part of parts) yield* part
}

/** Sorts in memory what no index could bring in order. */
function sortFound(all: Found[], sort: Sort): Found[] {
  const byDoc = new Map(all.map((one) => [one.doc, one]))
  return arrange(all.map(({ doc }) => doc), sort).flatMap((doc) => byDoc.get(doc) ?? [])
}

/** The committed documents a query means, in order, lazily where an index allows it. */
export function* findCommitted(storage: Storage, collection: string, query: Doc, sort: Sort | null): Iterable<Found> {
  const { rows, sorted } = candidates(storage, collection, query, sort)
  const matches = matcher(query)
  const found = function* (): Iterable<Found> {
    for (const row of rows) {
      const one = read(row)
      if (matches(one.doc)) yield one
    }
  }
  const near = nearSort(query)
  if (near) yield* [...found()].sort((a, b) => near(a.doc) - near(b.doc))
  else if (sort && !sorted) yield* sortFound([...found()], sort)
  else yield* found()
}

/** What a query finds inside a transaction: its own writes, then its snapshot, which may hold what is gone or changed by now. */
export function findIn(transactions: Transactions, storage: Storage, transaction: Transaction, collection: string, query: Doc, sort: Sort | null): Found[] {
  const plan = planOf(storage, collection, query, null)
  const rows = plan.kind === 'keys' ? plan.keys : [...candidates(storage, collection, query, null).rows].map(({ key }) => key)
  const keys = plan.kind === 'keys' ? rows : [...new Set([...rows, ...transactions.differing(transaction, collection)])].sort()
  const matches = matcher(query)
  const all = keys.flatMap((key) => {
    const json = transactions.read(transaction, collection, key)
    const one = json === null ? null : read({ key, json })
    return one && matches(one.doc) ? [one] : []
  })
  return sort ? sortFound(all, sort) : all
}

/** `$near` and `$nearSphere` bring the nearest first. */
function nearSort(query: Doc): ((doc: Doc) => number) | null {
  for (const [path, condition] of Object.entries(query)) {
    const near = isDoc(condition) ? (condition.$nearSphere ?? condition.$near) : undefined
    if (near) return (doc) => distanceTo(near, doc, path)
    if (path === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        const found = nearSort(part as Doc)
        if (found) return found
      }
    }
  }
  return null
}
