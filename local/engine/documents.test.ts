import { EJSON, ObjectId } from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, newId, parse, stringify, toWire } from './documents.ts'

// The SDK itself writes -0 as 0.
const double = fc.double({ noNaN: true }).map((n) => (n === 0 ? 0 : n))
const leaf = fc.oneof(fc.string(), fc.integer(), double, fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }), fc.constant(new ObjectId('65a1b2c3d4e5f60718293a4b')))
const { doc } = fc.letrec((tie) => ({
  doc: fc.dictionary(fc.stringMatching(/^[a-z_]{1,4}$/), tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('doc')),
}))

describe('documents', () => {
  it('are read as the SDK writes them', () => {
    fc.assert(fc.property(doc, (one) => {
      expect(parse(EJSON.stringify(one as object, { relaxed: false }), 0)).toEqual(one)
    }))
  })

  it('come back from the store as they were, and the SDK reads them', () => {
    fc.assert(fc.property(doc, (one) => {
      expect(parse(stringify(one), 0)).toEqual(one)
      expect(EJSON.parse(stringify(one))).toEqual(one)
    }))
  })

  it('hold instants in one width, so that texts sort as times do', () => {
    const at = (ms: number): string => stringify(new Date(ms))
    expect(at(1_000)).toBe('{"$date":"1970-01-01T00:00:01.000Z"}')
    expect([1_500, -1, 1_000].map(at).sort()).toEqual([-1, 1_000, 1_500].map(at))
  })

  it('take patterns and the database\'s own time', () => {
    expect(parse('{"a":{"$regularExpression":{"pattern":"^x","options":"i"}},"b":{"$tcb_server_date":{"offset":{"$numberInt":"5"}}}}', 10)).toEqual({ a: /^x/i, b: new Date(15) })
  })

  it('show ObjectIds as texts on the wire alone', () => {
    const one = { a: new ObjectId('65a1b2c3d4e5f60718293a4b') }
    expect([stringify(one), toWire(one)]).toEqual(['{"a":{"$oid":"65a1b2c3d4e5f60718293a4b"}}', '{"a":"65a1b2c3d4e5f60718293a4b"}'])
  })

  it('have ids that differ by type', () => {
    expect(keyOf(1)).not.toBe(keyOf('1'))
    expect(newId()).toMatch(/^[0-9a-f]{32}$/)
  })
})
