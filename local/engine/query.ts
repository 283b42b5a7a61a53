import { Query } from 'mingo'
import type { Storage } from './storage.ts'
import { type Doc, keyOf, parse } from './documents.ts'

// Which documents a query means, without reading more than it must: by `_id`, by an index, or all of them.

type Scalar = string | number | boolean | null
const isScalar = (value: unknown): value is Scalar => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** The values a field must be one of, when the query says so plainly. */
export function valuesOf(condition: unknown): unknown[] | null {
  if (condition === undefined || condition instanceof RegExp) return null
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || '_bsontype' in condition) return [condition]
  if (Array.isArray(condition)) return null
  const entries = Object.entries(condition)
  const [operator, value] = entries[0] ?? []
  if (entries.length !== 1) return null
  if (operator === '$eq') return [value]
  return operator === '$in' && Array.isArray(value) ? value : null
}

/** Folds a plain `$and` into one object, as the SDK writes conditions. */
export function flatten(query: Doc): Doc {
  const parts = query.$and
  if (!Array.isArray(parts) || Object.keys(query).length !== 1) return query
  const merged: Doc = {}
  for (const part of parts as Doc[]) {
    for (const [name, condition] of Object.entries(part)) {
      if (name in merged || name.startsWith('$')) return query
      merged[name] = condition
    }
  }
  return merged
}

export type Found = { key: string; doc: Doc; json: string }
export type Sort = Record<string, 1 | -1>

/** Candidates for a query; `sorted` says that they come in the asked order already. */
export function candidates(storage: Storage, collection: string, query: Doc, sort: Sort | null): { rows: Iterable<{ key: string; json: string }>; sorted: boolean } {
  const flat = flatten(query)
  const ids = valuesOf(flat._id)
  if (ids) {
    const rows = [...new Set(ids.map(keyOf))].flatMap((key) => {
      const json = storage.get(collection, key)
      return json === null ? [] : [{ key, json }]
    })
    return { rows, sorted: false }
  }
  for (const index of storage.indexesOf(collection)) {
    const fields: { name: string; values: Scalar[] }[] = []
    const names = Object.keys(index.keys)
    for (const name of names) {
      const values = valuesOf(flat[name])
      if (!values?.every(isScalar) || values.length === 0 || values.includes(null)) break
      fields.push({ name, values: values as Scalar[] })
    }
    if (fields.length === 0) continue
    const next = names[fields.length]
    const [only] = sort && Object.keys(sort).length === 1 ? Object.entries(sort) : []
    const ordered = next !== undefined && only?.[0] === next
    return { rows: storage.scanIndex(collection, { fields, ...(ordered ? { order: { name: next, direction: only[1] } } : {}) }), sorted: ordered }
  }
  return { rows: storage.scan(collection), sorted: false }
}

/** A query that can be asked of one document. */
export function matcher(query: Doc): (doc: Doc) => boolean {
  const compiled = new Query(query)
  return (doc) => compiled.test(doc)
}

/** Reads a stored row. */
export const readRow = ({ key, json }: { key: string; json: string }): Found => ({ key, json, doc: parse(json, 0) })
