import { type Doc, isDoc, keyOf, stringify, valueAt } from './documents.ts'
import { field } from './sql.ts'
import type { Condition, SqlValue, Storage } from './storage.ts'
import { arrays } from './sql.ts'
import type { IndexDescription } from '../description.ts'

// Which documents a query may mean, without reading more than it must: by `_id`, by an index, or all of them. What comes out is
// asked again by the matcher, so a plan may bring too many documents and never too few.

export type Sort = Record<string, 1 | -1>
export type Plan =
  | { kind: 'keys'; keys: string[] }
  | { kind: 'select'; selects: (Condition | null)[]; /** SQL order; null when rows must be sorted afterwards. */ order: string | null; index: string | null }

type Test = { operator: string; value: unknown }
const ranges: Record<string, string> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** Plans a query on a collection. */
export function planOf(storage: Storage, collection: string, query: Doc, sort: Sort | null): Plan {
  const tests = testsOf(query)
  const ids = equalTo(tests.get('_id'))
  if (ids) return { kind: 'keys', keys: [...new Set(ids.map(keyOf))] }
  const primary: IndexDescription = { name: '_id_', keys: { _id: 1 } }
  const plans = [...storage.indexesOf(collection), primary].map((index) => planBy(storage, collection, index, tests, sort))
  plans.sort((a, b) => b.worth - a.worth)
  const [best] = plans
  if (best && best.worth > 0) return best.plan
  return { kind: 'select', selects: [null], order: sort ? null : '', index: null }
}

/** The tests a query puts to each field at its top. Those under `$or` and the like are left to the matcher. */
function testsOf(query: Doc, into = new Map<string, Test[]>()): Map<string, Test[]> {
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(condition)) for (const part of condition) testsOf(part as Doc, into)
    if (name.startsWith('$')) continue
    const operators = isDoc(condition) && Object.keys(condition).some((key) => key.startsWith('$')) ? Object.entries(condition) : [['$eq', condition] as const]
    into.set(name, [...(into.get(name) ?? []), ...operators.map(([operator, value]) => ({ operator, value }))])
  }
  return into
}

/** The values a field must be one of, when the tests say so plainly. */
function equalTo(tests: Test[] = []): unknown[] | null {
  for (const { operator, value } of tests) {
    if (operator === '$eq' && !(value instanceof RegExp) && !Array.isArray(value)) return [value]
    if (operator === '$in' && Array.isArray(value) && !value.some((item) => item instanceof RegExp || Array.isArray(item))) return value
  }
  return null
}

/** How a value stands in an index; undefined when it has no single place there. */
function sqlValue(path: string, value: unknown): SqlValue | undefined {
  if (path === '_id') return typeof value === 'string' ? keyOf(value) : undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'boolean') return Number(value)
  return value instanceof Date ? stringify(value) : undefined
}

function equality(path: string, values: unknown[]): Condition | null {
  const filled = values.filter((value) => value !== null && value !== undefined)
  const inSql = filled.map((value) => sqlValue(path, value))
  if (values.length === 0 || inSql.includes(undefined)) return null
  const parts = [...(inSql.length > 0 ? [`${field(path)} IN (${inSql.map(() => '?').join(', ')})`] : []), ...(filled.length < values.length ? [`${field(path)} IS NULL`] : [])]
  return { sql: `(${parts.join(' OR ')})`, values: inSql as SqlValue[] }
}

function range(path: string, tests: Test[] = []): Condition | null {
  const parts: string[] = []
  const values: SqlValue[] = []
  for (const { operator, value } of tests) {
    const sign = ranges[operator]
    const inSql = sign ? sqlValue(path, value) : undefined
    if (inSql === undefined) continue
    parts.push(`${field(path)} ${sign} ?`)
    values.push(inSql)
    // Mongo compares within one type: numbers end where texts begin.
    if (typeof inSql === 'number') parts.push(`${field(path)} < ''`)
  }
  return parts.length > 0 ? { sql: parts.join(' AND '), values } : null
}

function planBy(storage: Storage, collection: string, index: IndexDescription, tests: Map<string, Test[]>, sort: Sort | null): { worth: number; plan: Plan } {
  const conditions: Condition[] = []
  let worth = 0
  for (const path of Object.keys(index.keys)) {
    const values = equalTo(tests.get(path))
    const equal = values && equality(path, values)
    const ranged = equal ? null : range(path, tests.get(path))
    if (!equal && !ranged) break
    conditions.push(equal ?? (ranged as Condition))
    worth += equal ? 4 : 2
    if (ranged) break
  }
  const manyValued = storage.hasArrays(collection, index)
  const order = manyValued || (index.name === '_id_' && storage.hasOddIds(collection)) ? null : orderBy(index, sort)
  if (order) worth += 1
  const where = conditions.length > 0 ? { sql: conditions.map(({ sql }) => sql).join(' AND '), values: conditions.flatMap(({ values }) => values) } : null
  if (!manyValued || !where) return { worth: manyValued ? 0 : worth, plan: { kind: 'select', selects: [where], order, index: worth > 0 ? index.name : null } }
  // A document with an array has many values here: those few are all brought, beside the ones the index finds.
  const plain = { sql: `(${where.sql}) AND NOT (${arrays(index)})`, values: where.values }
  return { worth, plan: { kind: 'select', selects: [plain, { sql: arrays(index), values: [] }], order: sort ? null : '', index: index.name } }
}

/** The SQL for an order that an index can give; null when it cannot, empty when none is asked. */
function orderBy(index: IndexDescription, sort: Sort | null): string | null {
  if (!sort) return ''
  const paths = Object.entries(sort)
  return paths.every(([path]) => path in index.keys || path === '_id') ? paths.map(([path, direction]) => `${field(path)}${direction === -1 ? ' DESC' : ''}`).join(', ') : null
}

/** The values of a unique index in a document, as one text. */
export const uniqueValues = (index: IndexDescription, doc: Doc): string => stringify(Object.keys(index.keys).map((path) => valueAt(doc, path) ?? null))
