import { Context } from 'mingo/core'
import { Aggregator } from 'mingo/aggregator'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { updateOne } from 'mingo/updater'
import { resolve } from 'mingo/util'
import { type Doc, isDoc } from '../documents.ts'
import { badQuery, PlatformError } from '../errors.ts'
import { expressionOperators } from './expressions.ts'
import { geoNear, geoQueryOperators } from './geo.ts'
import { schemaValidator } from './schema.ts'

// MongoDB's language by mingo, with our own operators where the two differ. What mingo cannot do is refused in the platform's words.

const boolean = new Set(['$and', '$or', '$nor'])

/** An element must be a document before its fields are asked for; mingo asks scalars too. */
function elemMatch(selector: string, criteria: Doc, given: Options): (doc: Doc) => boolean {
  const names = Object.keys(criteria)
  const onValues = names.length > 0 && names.every((name) => name.startsWith('$') && !boolean.has(name))
  const test = new Query((onValues ? { value: criteria } : criteria) as never, given)
  return (doc) => {
    const list = resolve(doc as never, selector, { unwrapArray: true })
    return Array.isArray(list) && list.some((item) => (onValues ? test.test({ value: item }) : isDoc(item) && test.test(item as never)))
  }
}

const shared =
  Context.from(
    // The first to name an operator has it.
    Context.init({ query: { $elemMatch: elemMatch, ...geoQueryOperators } as never, expression: expressionOperators as never }),
    Context.init({ accumulator, expression, pipeline, projection, query, window: windows } as never),
  )
const options = { context: shared, jsonSchemaValidator: schemaValidator } as unknown as Options

function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof PlatformError ? error : badQuery(error instanceof Error ? error.message : String(error))
  }
}

/** A query that can be asked of one document. */
export function matcher(criteria: Doc): (doc: Doc) => boolean {
  const compiled = refusing(() => new Query(criteria as never, options))
  return (doc) => refusing(() => compiled.test(doc as never))
}

const all = (docs: Doc[]) => new Query({}, options).find(docs as never)

/** The documents in order. */
export const arrange = (docs: Doc[], sort: Record<string, 1 | -1>): Doc[] => refusing(() => all(docs).sort(sort).all() as Doc[])

/** The documents with only the asked fields. */
export const project = (docs: Doc[], fields: Doc): Doc[] => refusing(() => new Query({}, options).find(docs as never, fields as never).all() as Doc[])

/** The documents after the stages. `others` reads a collection for `$lookup`. */
export function aggregate(docs: Doc[], stages: Doc[], others: (collection: string) => Doc[]): Doc[] {
  return refusing(() => {
    const [first, ...rest] = stages
    const near = first?.$geoNear as Doc | undefined
    const start = near ? geoNear(docs.filter(matcher((near.query as Doc | undefined) ?? {})), near) : docs
    return new Aggregator(near ? rest : stages, { ...options, collectionResolver: others } as never).run(start as never) as Doc[]
  })
}

/** Applies update operators to the document itself; `criteria` says which element a `$` means. */
export function applyOperators(doc: Doc, operators: Doc, criteria: Doc): void {
  const positional = JSON.stringify(operators).includes('.$')
  refusing(() => updateOne([doc], (positional ? criteria : {}) as never, operators as never, { cloneMode: 'deep' }, { context: shared } as never))
}
