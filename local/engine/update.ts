import { updateOne } from 'mingo'
import type { Doc } from './documents.ts'
import { refusedUpdate } from './errors.ts'

// mingo is silent where MongoDB refuses; these guards refuse in its place, or tests would go falsely green.

const read = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value !== null && typeof value === 'object' ? (value as Doc)[name] : undefined), doc)

/** Applies update operators to a copy. Throws what MongoDB would refuse. */
export function updated(doc: Doc, operators: Doc): Doc {
  for (const [operator, fields] of Object.entries(operators)) {
    for (const path of Object.keys(fields as Doc)) guard(doc, operator, path, (fields as Doc)[path])
  }
  const copy = structuredCloneDoc(doc)
  const usable = Object.fromEntries(Object.entries(operators).filter(([, fields]) => Object.keys(fields as Doc).length > 0))
  if (Object.keys(usable).length > 0) updateOne([copy], {}, usable as never)
  return copy
}

function guard(doc: Doc, operator: string, path: string, operand: unknown): void {
  const value = read(doc, path)
  if (path === '_id') throw refusedUpdate("Performing an update on the path '_id' would modify the immutable field '_id'")
  if ((operator === '$inc' || operator === '$mul') && value !== undefined && typeof value !== 'number') {
    throw refusedUpdate(`Cannot apply ${operator} to a value of non-numeric type. {${path}} has the type ${value === null ? 'null' : typeof value}`)
  }
  if (['$push', '$pop', '$pull', '$pullAll', '$addToSet'].includes(operator) && value !== undefined && !Array.isArray(value)) {
    throw refusedUpdate(`The field '${path}' must be an array but is of type ${value === null ? 'null' : typeof value} in document`)
  }
  const parts = path.split('.')
  for (let i = 1; i < parts.length; i++) {
    const parent = read(doc, parts.slice(0, i).join('.'))
    if (parent !== undefined && (parent === null || typeof parent !== 'object') && operator !== '$unset') {
      throw refusedUpdate(`Cannot create field '${parts[i]}' in element {${parts[i - 1]}: ${JSON.stringify(parent)}}`)
    }
  }
  if (operator === '$rename' && operand === path) throw refusedUpdate('The source and target field for $rename must differ')
}

function structuredCloneDoc<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structuredCloneDoc) as T
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp || '_bsontype' in value) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, structuredCloneDoc(item)])) as T
}
