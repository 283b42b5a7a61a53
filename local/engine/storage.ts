import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { CloudDescription, IndexDescription } from '../description.ts'
import { collectionExists, collectionNotExist, duplicateKey } from './errors.ts'
import { ownFolder } from './owner.ts'
import { arrays, dropIndex, field, fieldsOf, indexStatements, table } from './sql.ts'

/** One change of one document; `json` null deletes it. */
export type Write = { collection: string; key: string; json: string | null }
export type Row = { key: string; json: string }
export type SqlValue = string | number
/** A piece of SQL and what fills its question marks. */
export type Condition = { sql: string; values: SqlValue[] }

// The module declares its statements as `any`.
type Statement = { get(...values: SqlValue[]): unknown; all(...values: SqlValue[]): unknown[]; run(...values: SqlValue[]): unknown }

const firstBatch = 128
const largestBatch = 65_536

const selection = (collection: string, where: Condition | null, order: string): string =>
  `SELECT key, json FROM ${table(collection)}${where ? ` WHERE ${where.sql}` : ''} ORDER BY ${order ? `${order}, ` : ''}key`

/** Documents in SQLite, on disk or in memory, with the described indexes. One process owns a folder. */
export class Storage {
  private readonly db: Database.Database
  private readonly giveBack: () => void
  private readonly indexes = new Map<string, IndexDescription[]>()
  private readonly statements = new Map<string, Statement>()

  constructor(data: string, description: Pick<CloudDescription, 'collections'>) {
    if (data !== ':memory:') mkdirSync(data, { recursive: true })
    this.giveBack = data === ':memory:' ? () => undefined : ownFolder(data)
    this.db = new Database(data === ':memory:' ? data : path.join(data, 'documents.db'))
    try {
      this.open(description)
    } catch (error) {
      this.close()
      throw error
    }
  }

  private open(description: Pick<CloudDescription, 'collections'>): void {
    // FULL: what was acknowledged survives a power cut, not only a killed process.
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
    const made = this.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'c!_%' ESCAPE '!'").all() as { name: string }[]
    for (const { name } of made) this.indexes.set(name.slice(2), [])
    for (const [name, { indexes = [] }] of Object.entries(description.collections)) {
      if (!this.indexes.has(name)) this.create(name)
      this.indexes.set(name, indexes)
    }
    this.settleIndexes()
  }

  /** Adds a collection. Refuses, in the platform's words, one that is there. */
  create(name: string): void {
    if (this.indexes.has(name)) throw collectionExists(name)
    this.db.exec(`CREATE TABLE ${table(name)} (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID`)
    this.indexes.set(name, [])
  }

  /** Makes the indexes those of the description: a folder may have been written under an earlier one. */
  private settleIndexes(): void {
    const wanted = new Map([...this.indexes].flatMap(([collection, indexes]) => indexes.flatMap((index) => [...indexStatements(collection, index)])))
    const there = this.db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all() as { name: string; sql: string }[]
    for (const { name, sql } of there) {
      if (wanted.get(name) === sql) wanted.delete(name)
      else this.db.exec(dropIndex(name))
    }
    for (const sql of wanted.values()) this.db.exec(sql)
  }

  /** The indexes of a collection. Throws, in the platform's words, when there is no such collection. */
  indexesOf(collection: string): IndexDescription[] {
    const indexes = this.indexes.get(collection)
    if (!indexes) throw collectionNotExist(collection)
    return indexes
  }

  private prepare(sql: string): Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const made = this.db.prepare(sql) as Statement
    this.statements.set(sql, made)
    return made
  }

  get(collection: string, key: string): string | null {
    this.indexesOf(collection)
    return (this.prepare(`SELECT json FROM ${table(collection)} WHERE key = ?`).get(key) as { json: string } | undefined)?.json ?? null
  }

  /**
   * The documents for which `where` holds, by `order` (by key where it leaves a choice). Read in growing batches: stop when you
   * have enough. An open cursor would be left behind by whoever stops, and hold back SQLite's checkpoints.
   */
  *select(collection: string, where: Condition | null, order = ''): Iterable<Row> {
    this.indexesOf(collection)
    const statement = this.prepare(`${selection(collection, where, order)} LIMIT ? OFFSET ?`)
    let offset = 0
    for (let size = firstBatch; ; size = Math.min(size * 4, largestBatch)) {
      const rows = statement.all(...(where?.values ?? []), size, offset) as Row[]
      yield* rows
      if (rows.length < size) return
      offset += rows.length
    }
  }

  /** How SQLite would read a selection, in its own words. */
  explain(collection: string, where: Condition | null, order = ''): string {
    const steps = this.db.prepare(`EXPLAIN QUERY PLAN ${selection(collection, where, order)}`).all(...(where?.values ?? [])) as { detail: string }[]
    return steps.map(({ detail }) => detail).join('; ')
  }

  /** Whether some document has an array where this index reads. */
  hasArrays(collection: string, index: IndexDescription): boolean {
    if (fieldsOf(index).length === 0) return false
    return this.prepare(`SELECT 1 FROM ${table(collection)} WHERE ${arrays(index)} LIMIT 1`).get() !== undefined
  }

  /** Whether some `_id` is not a text; then the order of the keys is not the order of the ids. */
  hasOddIds(collection: string): boolean {
    return this.prepare(`SELECT 1 FROM ${table(collection)} WHERE key < 's' LIMIT 1`).get() !== undefined
  }

  /** The keys of the documents that hold in a unique index the values this text holds. */
  holders(collection: string, index: string, json: string): string[] {
    const described = this.indexesOf(collection).find(({ name }) => name === index)
    const fields = described ? fieldsOf(described) : []
    const same = fields.map((name) => `${field(name)} IS (SELECT ${field(name)} FROM (SELECT ? AS json))`)
    return (this.prepare(`SELECT key FROM ${table(collection)} WHERE ${same.join(' AND ')}`).all(...fields.map(() => json)) as Row[]).map(({ key }) => key)
  }

  /** Writes all or nothing, durably. A unique index that is hurt undoes everything and throws E11000. */
  apply(writes: readonly Write[]): void {
    this.prepare('BEGIN IMMEDIATE').run()
    try {
      for (const { collection, key, json } of writes) {
        this.indexesOf(collection)
        if (json === null) this.prepare(`DELETE FROM ${table(collection)} WHERE key = ?`).run(key)
        else this.put(collection, key, json)
      }
      this.prepare('COMMIT').run()
    } catch (error) {
      this.prepare('ROLLBACK').run()
      throw error
    }
  }

  private put(collection: string, key: string, json: string): void {
    try {
      this.prepare(`INSERT INTO ${table(collection)} (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json`).run(key, json)
    } catch (error) {
      const [, index] = /UNIQUE constraint failed: index '[in]_(.+)'/.exec(String(error)) ?? []
      if (index) throw duplicateKey(collection, index.slice(collection.length + 1), key)
      throw error
    }
  }

  close(): void {
    this.db.close()
    this.giveBack()
  }
}
