import { Ajv, type ValidateFunction } from 'ajv'
import { type Doc, isDoc } from '../documents.ts'

const ajv = new Ajv({ strict: false })
const types: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  int: Number.isInteger,
  long: Number.isInteger,
  double: (value) => typeof value === 'number',
  number: (value) => typeof value === 'number',
  array: Array.isArray,
  object: isDoc,
  date: (value) => value instanceof Date,
  null: (value) => value === null,
}
ajv.addKeyword({ keyword: 'bsonType', validate: (wanted: string | string[], value: unknown) => [wanted].flat().some((name) => types[name]?.(value) ?? false) })

/** What `$jsonSchema` asks of a document. */
export function schemaValidator(schema: Doc): (doc: Doc) => boolean {
  const validate: ValidateFunction = ajv.compile(schema)
  return (doc) => validate(doc) === true
}
