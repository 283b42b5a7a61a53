import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { CloudDescription, IndexDescription } from '../description.ts'
import { collectionExists, collectionNotExist, duplicateKey } from './errors.ts'

/** One change of one document; `json` null deletes it. */
export type Write = { collection: string; key: string; json: string | null }
export type Row = { key: string; json: string }

/** Equality or membership on the first fields of an index, and perhaps its order. */
export type IndexScan = { fields: { name: string; values: (string | number | boolean | null)[] }[]; order?: { name: string; direction: 1 | -1 } }

const table = (collection: string): string => `"c_${collection.replaceAll('"', '""')}"`
const field = (name: string): string => `json_extract(json, '$."${name.replaceAll("'", "''").split('.').join('"."')}"')`
// SQLite takes NULLs as different from one another; the platform takes a missing field as one value.
const unique = (name: string): string => `ifnull(${field(name)}, char(0))`

/** Documents in SQLite, on disk or in memory, with the described indexes. One process owns a folder. */
export class Storage {
  private readonly db: Database.Database
  private readonly indexes = new Map<string, IndexDescription[]>()
  // biome-ignore lint/suspicious/noExplicitAny: the statements' types come from an untyped module
  private readonly statements = new Map<string, any>()

  constructor(data: string, description: Pick<CloudDescription, 'collections'>) {
    if (data !== ':memory:') mkdirSync(data, { recursive: true })
    this.db = new Database(data === ':memory:' ? data : path.join(data, 'documents.db'))
    // FULL: what was acknowledged survives a power cut, not only a killed process.
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
    for (const row of this.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'c!_%' ESCAPE '!'").all() as { name: string }[]) {
      this.indexes.set(row.name.slice(2), [])
    }
    for (const [name, { indexes = [] }] of Object.entries(description.collections)) {
      if (!this.indexes.has(name)) this.create(name)
      this.indexes.set(name, indexes)
      for (const index of indexes) this.createIndex(name, index)
    }
  }

  /** Adds a collection. Refuses, in the platform's words, one that is there. */
  create(name: string): void {
    if (this.indexes.has(name)) throw collectionExists(name)
    this.db.exec(`CREATE TABLE ${table(name)} (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID`)
    this.indexes.set(name, [])
  }

  indexesOf(collection: string): IndexDescription[] {
    const indexes = this.indexes.get(collection)
    if (!indexes) throw collectionNotExist(collection)
    return indexes
  }

  private createIndex(collection: string, index: IndexDescription): void {
    const columns = Object.entries(index.keys).map(([name, direction]) => `${index.unique ? unique(name) : field(name)} ${direction === 1 ? 'ASC' : 'DESC'}`)
    this.db.exec(`CREATE ${index.unique ? 'UNIQUE' : ''} INDEX IF NOT EXISTS "i_${collection}_${index.name}" ON ${table(collection)} (${columns.join(', ')})`)
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  private prepare(sql: string): any {
    const known = this.statements.get(sql)
    if (known) return known
    const made = this.db.prepare(sql)
    this.statements.set(sql, made)
    return made
  }

  get(collection: string, key: string): string | null {
    this.indexesOf(collection)
    return (this.prepare(`SELECT json FROM ${table(collection)} WHERE key = ?`).get(key) as { json: string } | undefined)?.json ?? null
  }

  /** All documents, by key. */
  *scan(collection: string): Iterable<Row> {
    this.indexesOf(collection)
    yield* this.prepare(`SELECT key, json FROM ${table(collection)} ORDER BY key`).iterate() as Iterable<Row>
  }

  /** The documents an index leads to, in its order if asked. */
  *scanIndex(collection: string, scan: IndexScan): Iterable<Row> {
    const where = scan.fields.map(({ name, values }) => `${field(name)} IN (${values.map(() => '?').join(', ')})`)
    const order = scan.order ? ` ORDER BY ${field(scan.order.name)} ${scan.order.direction === 1 ? 'ASC' : 'DESC'}` : ''
    const parameters = scan.fields.flatMap(({ values }) => values.map((value) => (typeof value === 'boolean' ? Number(value) : value)))
    yield* this.prepare(`SELECT key, json FROM ${table(collection)} WHERE ${where.join(' AND ')}${order}`).iterate(...parameters) as Iterable<Row>
  }

  /** Writes all or nothing, durably. A unique index that is hurt undoes everything and throws E11000. */
  apply(writes: readonly Write[]): void {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      for (const { collection, key, json } of writes) {
        this.indexesOf(collection)
        if (json === null) this.prepare(`DELETE FROM ${table(collection)} WHERE key = ?`).run(key)
        else this.put(collection, key, json)
      }
      this.db.exec('COMMIT')
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw error
    }
  }

  private put(collection: string, key: string, json: string): void {
    try {
      this.prepare(`INSERT INTO ${table(collection)} (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json`).run(key, json)
    } catch (error) {
      if (/UNIQUE constraint failed/.test(String(error))) throw duplicateKey(collection, /i_\w+/.exec(String(error))?.[0] ?? 'unique', key)
      throw error
    }
  }

  close(): void {
    this.db.close()
  }
}
