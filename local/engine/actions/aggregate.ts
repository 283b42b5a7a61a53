import type { Desk } from '../desk.ts'
import { type Doc, toWire } from '../documents.ts'
import { findCommitted } from '../find.ts'
import { aggregate as run } from '../mongo/mingo.ts'

const defaultLimit = 20

/** `database.aggregateDocuments`. Never inside a transaction, as on the platform. Without a `$limit` it gives 20. */
export function aggregate(desk: Desk): Doc {
  const stages = (desk.params.stages ?? []).map(({ stageKey, stageValue }) => ({ [stageKey]: desk.read(`{"v":${stageValue}}`).v }) as Doc)
  // A leading `$match` may use an index.
  const first = stages[0]?.$match as Doc | undefined
  const docsOf = (collection: string, query: Doc): Doc[] => [...findCommitted(desk.storage, collection, query, null)].map(({ doc }) => doc)
  const list = run(docsOf(desk.collection, first ?? {}), first ? stages.slice(1) : stages, (name) => docsOf(name, {}))
  const limited = stages.some((stage) => '$limit' in stage) ? list : list.slice(0, defaultLimit)
  return { data: { list: limited.map(toWire) } }
}
