import { BSONRegExp, EJSON, ObjectId } from 'bson'

// Documents travel and are stored as EJSON text. In memory they are plain objects with Dates, RegExps and ObjectIds.

export type Doc = Record<string, unknown>

/** Reads EJSON text. The database's own clock fills in server dates. */
export function parse(text: string, now: number): Doc {
  return settle(EJSON.parse(text) as Doc, now) as Doc
}

/** Stored text: relaxed, so that numbers stay numbers for SQLite's indexes. */
export const stringify = (value: unknown): string => EJSON.stringify(value as Doc, { relaxed: true })

/** What a document's `_id` is in the store: text that differs for 1 and '1'. */
export const keyOf = (id: unknown): string => (typeof id === 'string' ? `s${id}` : `j${stringify({ id })}`)

/** A fresh id, as the platform makes them: 32 hex digits. */
export const newId = (): string => new ObjectId().toHexString() + new ObjectId().toHexString().slice(-8)

function settle(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => settle(item, now))
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options)
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof ObjectId || '_bsontype' in value) return value
  const server = (value as { $tcb_server_date?: { offset?: number } }).$tcb_server_date
  if (server) return new Date(now + (server.offset ?? 0))
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, settle(item, now)]))
}
