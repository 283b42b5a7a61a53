import type { Desk } from '../desk.ts'
import { type Doc, toWire } from '../documents.ts'
import { project } from '../mongo/mingo.ts'

const defaultLimit = 100
const maxLimit = 1_000

/** `database.getDocument`. */
export function get(desk: Desk): Doc {
  const { projection, offset = 0 } = desk.params
  const limit = Math.min(desk.params.limit ?? defaultLimit, maxLimit)
  const list: Doc[] = []
  let skipped = 0
  for (const { doc } of desk.find(desk.transaction())) {
    if (skipped++ < offset) continue
    list.push(doc)
    if (list.length >= limit) break
  }
  const shown = projection ? project(list, desk.read(projection)) : list
  return { data: { list: shown.map(toWire), limit, offset } }
}

/** `database.calculateDocument`. Never inside a transaction, as on the platform. */
export function count(desk: Desk): Doc {
  let total = 0
  for (const _ of desk.find(null)) total++
  return { data: { total } }
}
