import { statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../testing/cloud.ts'
import { Storage } from './storage.ts'

const put = (storage: Storage, key: string, doc: object): void => storage.apply([{ collection: 'rows', key, json: JSON.stringify(doc) }])

describe('a folder', () => {
  it('belongs to one process at a time', () => {
    const data = folder()
    const first = new Storage(data, { collections: {} })
    expect(() => new Storage(data, { collections: {} })).toThrow('in use')
    first.close()
    new Storage(data, { collections: {} }).close()
  })

  it('keeps documents and made collections, and takes the indexes of a later description', () => {
    const data = folder()
    const before = new Storage(data, { collections: { rows: { indexes: [{ name: 'a', keys: { a: 1 } }, { name: 'gone', keys: { b: 1 } }] } } })
    put(before, 'sx', { a: 1, c: 1 })
    put(before, 'sy', { a: 1 })
    before.create('made')
    before.close()
    expect(() => new Storage(data, { collections: { rows: { indexes: [{ name: 'a', keys: { a: 1 }, unique: true }] } } })).toThrow('UNIQUE')
    const after = new Storage(data, { collections: { rows: { indexes: [{ name: 'a', keys: { a: 1, _id: 1 } }, { name: 'c', keys: { c: 1 }, unique: true }] } } } )
    expect(after.get('rows', 'sx')).toBe('{"a":1,"c":1}')
    expect(after.indexesOf('made')).toEqual([])
    expect(after.explain('rows', { sql: `json_extract(json, '$."a"') = ?`, values: [1] })).toContain('i_rows_a')
    after.close()
  })

  it('does not grow because a reader stopped early', () => {
    const data = folder()
    const storage = new Storage(data, { collections: { rows: {} } })
    for (let i = 0; i < 700; i++) {
      put(storage, `s${i % 200}`, { i, pad: 'x'.repeat(16_000) })
      for (const _ of storage.select('rows', null)) break
    }
    expect(statSync(path.join(data, 'documents.db-wal')).size).toBeLessThan(8_000_000)
    storage.close()
  })
})

describe('writes', () => {
  it('are all made or none', () => {
    const storage = new Storage(':memory:', { collections: { rows: { indexes: [{ name: 'u', keys: { u: 1 }, unique: true }] } } })
    put(storage, 'sa', { u: 1 })
    const writes = [{ collection: 'rows', key: 'sb', json: '{"u":2}' }, { collection: 'rows', key: 'sc', json: '{"u":1}' }]
    expect(() => storage.apply(writes)).toThrow(/E11000.*index: u/)
    expect([...storage.select('rows', null)].map(({ key }) => key)).toEqual(['sa'])
    storage.close()
  })
})
