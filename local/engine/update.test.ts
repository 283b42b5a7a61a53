import { describe, expect, it } from 'vitest'
import type { Doc } from './documents.ts'
import { inserted, updated } from './update.ts'

const now = Date.parse('2026-01-19T12:00:00+08:00')
const applied = (doc: Doc, operators: Doc, query: Doc = {}): Doc => updated(doc, operators, query, now)

describe('what MongoDB refuses', () => {
  it.each<[string, Doc, Doc, string]>([
    ['$inc on null', { n: null }, { $inc: { n: 1 } }, 'non-numeric type null'],
    ['$inc on a text', { n: '1' }, { $inc: { n: 1 } }, 'non-numeric type string'],
    ['$inc by a text', { n: 1 }, { $inc: { n: '1' } }, 'non-numeric argument'],
    ['$push on a number', { list: 1 }, { $push: { list: 1 } }, 'must be an array but is of type number'],
    ['$addToSet on null', { list: null }, { $addToSet: { list: 1 } }, 'must be an array but is of type null'],
    ['$set through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
    ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['a name inside an array', { a: [] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['a change of _id', { _id: 'x' }, { $set: { _id: 'y' } }, 'immutable field'],
    ['two changes of one field', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 'would create a conflict'],
    ['a change inside a changed field', { a: {} }, { $set: { a: {} }, $inc: { 'a.b': 1 } }, 'would create a conflict'],
    ['an unknown operator', { a: 1 }, { $add: { a: 1 } }, '$add'],
    ['a field where an operator should be', { a: 1 }, { a: 2 }, 'Unknown modifier'],
  ])('%s', (_, doc, operators, words) => {
    expect(() => applied({ _id: 'x', ...doc }, operators)).toThrow(words)
  })
})

describe('what MongoDB does', () => {
  it('leaves the document it was given alone', () => {
    const doc = { a: { b: [1] } }
    expect(applied(doc, { $push: { 'a.b': 2 } })).toEqual({ a: { b: [1, 2] } })
    expect(doc).toEqual({ a: { b: [1] } })
  })

  it('makes what is missing', () => {
    expect(applied({}, { $inc: { n: 2 }, $mul: { m: 2 }, $push: { list: 1 }, $set: { 'a.b': 1 } })).toEqual({ n: 2, m: 0, list: [1], a: { b: 1 } })
  })

  it('sorts and slices also what is pushed onto a missing field', () => {
    expect(applied({}, { $push: { list: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } })).toEqual({ list: [1, 2] })
    expect(applied({ list: [9] }, { $push: { list: { $each: [3, 1], $sort: -1, $slice: -2 } } })).toEqual({ list: [3, 1] })
  })

  it('knows which element a $ means', () => {
    expect(applied({ rows: [{ k: 1 }, { k: 2 }] }, { $set: { 'rows.$.done': true } }, { 'rows.k': 2 })).toEqual({ rows: [{ k: 1 }, { k: 2, done: true }] })
  })

  it('takes the time from the database', () => {
    expect(applied({}, { $currentDate: { at: true } })).toEqual({ at: new Date(now) })
  })

  it('sets $setOnInsert only on insert', () => {
    expect(applied({ a: 1 }, { $setOnInsert: { b: 1 }, $set: { a: 2 } })).toEqual({ a: 2 })
    expect(inserted({ k: 'x', n: { $gt: 1 } }, { $setOnInsert: { b: 1 }, $inc: { n: 1 } }, now)).toEqual({ k: 'x', b: 1, n: 1 })
  })
})
