import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CloudDescription } from '../description.ts'
import { type Doc, parse, stringify } from './documents.ts'
import { findCommitted } from './find.ts'
import { arrange, matcher } from './mongo/mingo.ts'
import { planOf, type Sort } from './plan.ts'
import { Storage } from './storage.ts'

const description: Pick<CloudDescription, 'collections'> = {
  collections: {
    rows: {
      indexes: [
        { name: 'a', keys: { a: 1 } },
        { name: 'b_c', keys: { b: 1, c: -1 } },
        { name: 'deep', keys: { 'd.e': 1 } },
        { name: 'u', keys: { u: 1 }, unique: true },
      ],
    },
  },
}
let storage: Storage
beforeEach(() => {
  storage = new Storage(':memory:', description)
})
afterEach(() => storage.close())

const put = (docs: Doc[]): void => storage.apply(docs.map((doc, i) => ({ collection: 'rows', key: `s${doc._id ?? i}`, json: stringify({ _id: String(i), ...doc }) })))
const found = (query: Doc, sort: Sort | null = null): string[] => [...findCommitted(storage, 'rows', query, sort)].map(({ doc }) => String(doc._id))
const indexFor = (query: Doc, sort: Sort | null = null): string | null => {
  const plan = planOf(storage, 'rows', query, sort)
  return plan.kind === 'keys' ? '_id' : plan.index
}

describe('plan', () => {
  it('looks up `_id` by the primary key, and pages by it', () => {
    expect(planOf(storage, 'rows', { _id: { $in: ['x', 'y', 'x'] } }, null)).toEqual({ kind: 'keys', keys: ['sx', 'sy'] })
    expect(planOf(storage, 'rows', { _id: { $gt: 'x' } }, { _id: 1 })).toMatchObject({ index: '_id_', order: 'key', selects: [{ sql: 'key > ?', values: ['sx'] }] })
  })

  it('takes the index that holds most of the query', () => {
    expect(indexFor({ a: 1 })).toBe('a')
    expect(indexFor({ a: { $gt: 1 } })).toBe('a')
    expect(indexFor({ a: { $in: [1, 2] }, b: 2, c: { $lt: 3 } })).toBe('b_c')
    expect(indexFor({ $and: [{ 'd.e': { $gte: 1 } }, { 'd.e': { $lt: 5 } }] })).toBe('deep')
    expect(indexFor({ u: 'x' })).toBe('u')
    expect(indexFor({ b: 1 }, { c: -1 })).toBe('b_c')
    expect(indexFor({}, { a: -1 })).toBe('a')
    expect(indexFor({ other: 1 })).toBeNull()
    expect(indexFor({ $or: [{ a: 1 }, { b: 1 }] })).toBeNull()
  })

  it('is one that SQLite follows', () => {
    put(Array.from({ length: 50 }, (_, i) => ({ a: i, b: i % 5, c: i, u: i })))
    const explained = (query: Doc, sort: Sort | null): string => {
      const plan = planOf(storage, 'rows', query, sort)
      return plan.kind === 'keys' ? '' : plan.selects.map((where) => storage.explain('rows', where, plan.order ?? '')).join('; ')
    }
    expect(explained({ a: { $in: [1, 2] } }, null)).toContain('USING INDEX i_rows_a')
    expect(explained({ b: 1, c: { $gt: 2 } }, { c: -1 })).toContain('USING INDEX i_rows_b_c')
    expect(explained({ u: 4 }, null)).toContain('USING INDEX i_rows_u')
    expect(explained({ _id: { $gt: '3' } }, { _id: 1 })).toContain('USING PRIMARY KEY')
  })

  it('still finds documents with arrays on an indexed path', () => {
    put([{ u: 0, a: 1 }, { u: 1, a: [1, 2] }, { u: 2, d: [{ e: 5 }, { e: 6 }] }, { u: 3, d: { e: 5 } }])
    expect(found({ a: 1 })).toEqual(['0', '1'])
    expect(found({ 'd.e': 5 }).sort()).toEqual(['2', '3'])
  })
})

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'b', '中', '{'), fc.constantFrom(null, true, false), fc.constantFrom(new Date(0), new Date(-1), new Date(1_500), new Date(2_000)))
const value = fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) }, { weight: 1, arbitrary: fc.double({ noNaN: true, min: -2, max: 2 }) })
const doc = fc.record({ a: value, b: value, c: value, d: fc.oneof(fc.record({ e: value }, { requiredKeys: [] }), fc.array(fc.record({ e: scalar }), { maxLength: 2 })) }, { requiredKeys: [] })
const test = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
)
const query = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd.e'), test, { maxKeys: 3 })

describe('planned and unplanned', () => {
  it('queries bring the same documents', () => {
    fc.assert(
      fc.property(fc.array(doc, { maxLength: 12 }), fc.array(query, { minLength: 1, maxLength: 4 }), (docs, queries) => {
        storage.close()
        storage = new Storage(':memory:', description)
        put(docs.map((one, i) => ({ ...one, u: i })))
        const all = [...storage.select('rows', null)].map(({ json }) => parse(json, 0))
        for (const one of queries) expect(found(one).sort()).toEqual(all.filter(matcher(one)).map(({ _id }) => String(_id)).sort())
      }),
      { numRuns: 300 },
    )
  })

  it('orders are the same for fields of one type', () => {
    const rows = fc.array(fc.record({ a: fc.integer({ min: 0, max: 5 }), b: fc.constantFrom('x', 'y'), c: fc.date({ min: new Date(0), max: new Date(5_000), noInvalidDate: true }) }), { maxLength: 15 })
    const sort = fc.constantFrom<Sort>({ a: 1 }, { a: -1 }, { b: 1, c: -1 }, { b: -1, c: 1 }, { c: 1 })
    fc.assert(
      fc.property(rows, sort, (docs, order) => {
        storage.close()
        storage = new Storage(':memory:', description)
        put(docs.map((one, i) => ({ ...one, u: i })))
        const all = [...storage.select('rows', null)].map(({ json }) => parse(json, 0))
        expect(found({}, order)).toEqual(arrange(all, order).map(({ _id }) => String(_id)))
      }),
      { numRuns: 200 },
    )
  })
})
