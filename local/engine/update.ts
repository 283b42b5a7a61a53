import { clone, type Doc, isDoc, valueAt } from './documents.ts'
import { refusedUpdate } from './errors.ts'
import { applyOperators } from './mongo/mingo.ts'

// mingo is silent where MongoDB refuses; these guards refuse in its place, or tests would go falsely green.

const onArrays = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet'])

/** Applies update operators to a copy. Throws what MongoDB would refuse. */
export function updated(doc: Doc, operators: Doc, query: Doc, now: number): Doc {
  const copy = clone(doc)
  const usable: Record<string, Doc> = {}
  for (const [operator, fields] of entriesOf(operators)) {
    for (const [path, operand] of Object.entries(fields)) {
      guard(doc, operator, path, operand)
      // Sorting and slicing begin with an empty array; mingo would skip both.
      if (operator === '$push' && isDoc(operand) && '$each' in operand && valueAt(copy, path) === undefined) applyOperators(copy, { $set: { [path]: [] } }, query)
    }
    // The instant is the database's, and that is our clock.
    if (operator === '$currentDate') usable.$set = { ...usable.$set, ...Object.fromEntries(Object.keys(fields).map((path) => [path, new Date(now)])) }
    else if (operator !== '$setOnInsert' && Object.keys(fields).length > 0) usable[operator] = { ...usable[operator], ...fields }
  }
  guardPaths(operators)
  if (Object.keys(usable).length > 0) applyOperators(copy, usable, query)
  return copy
}

/** The document an upsert makes: what the query says plainly, then the operators. */
export function inserted(query: Doc, operators: Doc, now: number): Doc {
  const plain = Object.entries(query).filter(([name, value]) => !name.startsWith('$') && (!isDoc(value) || !Object.keys(value).some((key) => key.startsWith('$'))))
  const { $setOnInsert, ...rest } = operators as Record<string, Doc>
  return updated(Object.fromEntries(plain), { ...rest, $set: { ...rest.$set, ...$setOnInsert } }, {}, now)
}

function entriesOf(operators: Doc): [string, Doc][] {
  return Object.entries(operators).map(([operator, fields]) => {
    if (!operator.startsWith('$')) throw refusedUpdate(`Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`)
    if (!isDoc(fields)) throw refusedUpdate(`Modifiers operate on fields but we found type ${typeName(fields)} instead`)
    return [operator, fields]
  })
}

function guard(doc: Doc, operator: string, path: string, operand: unknown): void {
  const value = valueAt(doc, path)
  if (path === '_id' || path.startsWith('_id.')) throw refusedUpdate("Performing an update on the path '_id' would modify the immutable field '_id'")
  if (operator === '$inc' || operator === '$mul') {
    if (typeof operand !== 'number') throw refusedUpdate(`Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`)
    if (value !== undefined && typeof value !== 'number') throw refusedUpdate(`Cannot apply ${operator} to a value of non-numeric type. {${path}} has the field of non-numeric type ${typeName(value)}`)
  }
  if (onArrays.has(operator) && value !== undefined && !Array.isArray(value)) {
    throw refusedUpdate(`The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${JSON.stringify(doc._id)}}`)
  }
  if (operator === '$rename' && operand === path) throw refusedUpdate(`The source and target field for $rename must differ: ${path}`)
  if (operator !== '$unset') guardParents(doc, path)
}

/** A field cannot be made inside a scalar. */
function guardParents(doc: Doc, path: string): void {
  const parts = path.split('.')
  for (let i = 1; i < parts.length; i++) {
    const parent = valueAt(doc, parts.slice(0, i).join('.'))
    const part = parts[i] ?? ''
    const inside = parent === undefined || isDoc(parent) || (Array.isArray(parent) && /^(\d+|\$.*)$/.test(part))
    if (!inside) throw refusedUpdate(`Cannot create field '${part}' in element {${parts[i - 1]}: ${JSON.stringify(parent)}}`)
  }
}

/** Two operators may not change the same field, nor one inside what the other changes. */
function guardPaths(operators: Doc): void {
  const seen: string[] = []
  for (const path of Object.values(operators).flatMap((fields) => Object.keys(fields as Doc))) {
    if (seen.some((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))) throw refusedUpdate(`Updating the path '${path}' would create a conflict at '${path}'`)
    seen.push(path)
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
