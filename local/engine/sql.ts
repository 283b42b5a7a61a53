import type { IndexDescription } from '../description.ts'

// The SQL that documents and their indexes become. Names are ours to quote; values always travel as parameters.

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const name = (value: string): string => `"${value.replaceAll('"', '""')}"`
const pathOf = (field: string): string => text(`$.${field.split('.').map((part) => `"${part}"`).join('.')}`)

/** The table of a collection. */
export const table = (collection: string): string => name(`c_${collection}`)

/** A field as SQLite orders it: null and missing, numbers, texts. */
export const field = (path: string): string => (path === '_id' ? 'key' : `json_extract(json, ${pathOf(path)})`)

/** True for documents with an array on the way to one of an index's fields; there one document has many values. */
export function arrays(index: IndexDescription): string {
  const paths = new Set<string>()
  for (const path of fieldsOf(index)) {
    const parts = path.split('.')
    for (let i = 1; i <= parts.length; i++) paths.add(parts.slice(0, i).join('.'))
  }
  return [...paths].map((path) => `json_type(json, ${pathOf(path)}) IS 'array'`).join(' OR ') || '0'
}

/** Whether the index holds its documents apart; one with `_id` in it does so by itself. */
export const isUnique = (index: IndexDescription): boolean => index.unique === true && !('_id' in index.keys)

/** The fields of an index without `_id`, which is the primary key. */
export const fieldsOf = (index: IndexDescription): string[] => Object.keys(index.keys).filter((path) => path !== '_id')

/**
 * The statements that make an index, by the name each gets. SQLite takes NULLs as different from one another and the platform
 * takes a missing field as one value, so a unique index has a second, nearly empty one for the documents that lack a field.
 */
export function indexStatements(collection: string, index: IndexDescription): Map<string, string> {
  const on = table(collection)
  const columns = Object.entries(index.keys).map(([path, direction]) => `${field(path)}${direction === 1 ? '' : ' DESC'}`)
  const statements = new Map([
    [`i_${collection}_${index.name}`, `${isUnique(index) ? 'UNIQUE ' : ''}INDEX * ON ${on} (${columns.join(', ')})`],
    [`a_${collection}_${index.name}`, `INDEX * ON ${on} (key) WHERE ${arrays(index)}`],
  ])
  if (isUnique(index)) {
    const paths = fieldsOf(index)
    const filled = paths.map((path) => `ifnull(${field(path)}, char(0))`)
    statements.set(`n_${collection}_${index.name}`, `UNIQUE INDEX * ON ${on} (${filled.join(', ')}) WHERE ${paths.map((path) => `${field(path)} IS NULL`).join(' OR ')}`)
  }
  return new Map([...statements].map(([key, sql]) => [key, `CREATE ${sql.replace('*', name(key))}`]))
}

export const dropIndex = (index: string): string => `DROP INDEX ${name(index)}`
