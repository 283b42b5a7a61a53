import { BSONRegExp, EJSON, ObjectId } from 'bson'

// Documents travel and are stored as EJSON text. In memory they are plain objects with Dates, RegExps and ObjectIds.

export type Doc = Record<string, unknown>

/** Reads EJSON text. The database's own clock fills in server dates. */
export const parse = (text: string, now: number): Doc => settle(JSON.parse(text), now) as Doc

/** Stored text: relaxed EJSON with every instant in one width, so that SQLite's indexes order numbers and dates rightly. */
export const stringify = (value: unknown): string => JSON.stringify(toJson(value, false))

/** A document as it goes to the SDK, which cannot show ObjectIds: the platform hands them out as texts. */
export const toWire = (value: unknown): string => JSON.stringify(toJson(value, true))

/** What a document's `_id` is in the store: text that differs for 1 and '1'. */
export const keyOf = (id: unknown): string => (typeof id === 'string' ? `s${id}` : `j${stringify({ id })}`)

/** A fresh id, as the platform makes them: 32 hex digits. */
export const newId = (): string => new ObjectId().toHexString() + new ObjectId().toHexString().slice(-8)

/** A value inside a document, by its dotted path. Arrays are reached by position alone. */
export function valueAt(doc: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value !== null && typeof value === 'object' ? (value as Doc)[name] : undefined), doc)
}

/** A plain object of ours, not an instant, a pattern or a BSON type. */
export const isDoc = (value: unknown): value is Doc =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp) && !('_bsontype' in value)

/** A copy that shares nothing changeable. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T
  return isDoc(value) ? (Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clone(item)])) as T) : value
}

function toJson(value: unknown, plainIds: boolean): unknown {
  if (value === undefined) return null
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (Array.isArray(value)) return value.map((item) => toJson(item, plainIds))
  if (value instanceof Date) {
    const year = value.getUTCFullYear()
    return { $date: year >= 0 && year <= 9999 ? value.toISOString() : { $numberLong: String(value.getTime()) } }
  }
  if (isDoc(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item, plainIds)]))
  if (plainIds && value instanceof ObjectId) return value.toHexString()
  return EJSON.serialize({ value }, { relaxed: true }).value
}

// The wrappers that carry almost every value are read here, five times faster than by the library, which reads the others.
const readers: Record<string, (value: unknown) => unknown> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $date: (value) => new Date(typeof value === 'string' ? value : Number(isDoc(value) ? value.$numberLong : value)),
  $oid: (value) => new ObjectId(String(value)),
}
const others = new Set(['$numberDecimal', '$binary', '$regularExpression', '$regex', '$timestamp', '$minKey', '$maxKey', '$uuid', '$symbol', '$undefined', '$code'])

function settle(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => settle(item, now))
  if (value === null || typeof value !== 'object') return value
  const names = Object.keys(value)
  const [first = ''] = names
  if (first.startsWith('$')) {
    const inner = (value as Doc)[first]
    const reader = names.length === 1 && Object.hasOwn(readers, first) ? readers[first] : undefined
    if (reader) return reader(inner)
    if (first === '$tcb_server_date') return new Date(now + Number((settle(inner, now) as { offset?: number }).offset ?? 0))
    if (others.has(first)) {
      const { read } = EJSON.deserialize({ read: value } as Doc, { relaxed: true }) as { read: unknown }
      return read instanceof BSONRegExp ? new RegExp(read.pattern, read.options) : read
    }
  }
  const settled: Doc = {}
  for (const name of names) settled[name] = settle((value as Doc)[name], now)
  return settled
}
