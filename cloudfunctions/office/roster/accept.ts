import { gt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { RosterImport, RosterRow, StagedRow } from '#runtime/store'
import { officeActions } from '../actions.ts'
import { addMissing } from '../add-missing.ts'
import type { Operator } from '../operator.ts'
import { type Decision, decide, type Entry } from './decide.ts'
import { moveSealed, openEntry, openStaged } from './sealed-rows.ts'

// A slice is small enough to answer within the two seconds the SDK waits; the caller asks until `done`.
const slice = 200
const checkSlice = 1_000

/**
 * Takes staged rows into the roster, a slice a call; `done` says when all are. Nothing enters the roster before every row of the
 * file is staged. Killed anywhere, the next call goes on: numbers depend on a row's place in the file alone.
 */
export const rosterAccept = action(officeActions.rosterAccept, async (ctx: Ctx, _caller: Operator, { importId }) => {
  const opened: RosterImport | null = await ctx.store.get('rosterImports', importId)
  if (!opened) return { ok: false, code: 'PARAM_ERROR' }
  if (opened.state === 'accepted') return { ok: true, data: { done: true, counts: opened.counts } }
  if (opened.state === 'staging')
    return (await checkWhole(ctx, opened)) ? { ok: true, data: { done: false, counts: opened.counts } } : { ok: false, code: 'PARAM_ERROR' }

  const rows = await pageOf(ctx, opened, slice)
  const before = opened.counts.accepted + opened.counts.merged + opened.counts.rejected
  const roster = await rosterOf(ctx, rows)
  const { decisions, people } = decide(
    rows,
    roster,
    (index) => String(opened.firstWalletNo + before + index),
    (row) => openStaged(ctx.vault, row),
  )
  const entries = decisions.flatMap((decision) => (decision.kind === 'new' ? [toEntry(ctx, importId, decision)] : []))
  await addEntries(ctx, entries)
  for (const entry of people.values()) await saveMerged(ctx, entry)
  await settleRows(ctx, decisions)

  const counts = { ...opened.counts }
  for (const { result } of decisions) counts[result] += 1
  const done = rows.length < slice
  await ctx.store.update('rosterImports', importId, { cursor: rows.at(-1)?._id ?? opened.cursor, counts, state: done ? 'accepted' : 'accepting' })
  return { ok: true, data: { done, counts } }
})

const pageOf = (ctx: Ctx, opened: RosterImport, limit: number): Promise<StagedRow[]> =>
  ctx.store.find('rosterRows', { importId: opened._id, _id: gt(opened.cursor || opened._id) }, { orderBy: ['_id', 'asc'], limit })

/** One page of the check that every row is staged; false when the file ended too early, and then it begins anew. */
async function checkWhole(ctx: Ctx, opened: RosterImport): Promise<boolean> {
  const page = await pageOf(ctx, opened, checkSlice)
  const checked = (opened.checked ?? 0) + page.length
  const ended = page.length < checkSlice
  const whole = checked === opened.rows
  const next = ended ? { cursor: '', checked: 0, state: whole ? 'accepting' : 'staging' } : { cursor: page.at(-1)?._id ?? '', checked }
  await ctx.store.update('rosterImports', opened._id, next)
  return !ended || whole
}

/** Who of these rows the roster has, by the hash of the ID number. */
async function rosterOf(ctx: Ctx, rows: StagedRow[]): Promise<Map<string, Entry>> {
  const hashes = [...new Set(rows.flatMap(({ person }) => (person ? [person.idHash] : [])))]
  const known = new Map<string, Entry>()
  for (let i = 0; i < hashes.length; i += 100) {
    for (const row of await ctx.store.find('roster', { idHash: oneOf(hashes.slice(i, i + 100)) }, { limit: 100 }))
      known.set(row.idHash, openEntry(ctx.vault, row))
  }
  return known
}

/** Adds new persons. Throws when a number stands for somebody else: better no one is taken in than one taken for another. */
async function addEntries(ctx: Ctx, entries: RosterRow[]): Promise<void> {
  const hashes = new Map(entries.map(({ _id, idHash }) => [_id, idHash]))
  const there = await addMissing(ctx, 'roster', entries)
  if (there.some(({ _id, idHash }) => hashes.get(_id) !== idHash)) throw new Error('a wallet number stands for another person')
}

function toEntry(ctx: Ctx, importId: string, { row, walletNo }: Decision): RosterRow {
  const { person } = row
  if (!person) throw new Error('a new entry without a person')
  const move = (sealed: string, field: string) => moveSealed(ctx.vault, sealed, row._id, walletNo, field)
  return {
    _id: walletNo,
    idHash: person.idHash,
    name: move(person.name, 'name'),
    idNumber: move(person.idNumber, 'idNumber'),
    phone: person.phone && move(person.phone, 'phone'),
    phoneHash: person.phoneHash,
    township: person.township,
    insurances: [person.insurance],
    importId,
  }
}

async function saveMerged(ctx: Ctx, { walletNo, insurances, phone }: Entry): Promise<void> {
  const sealed = phone && { phone: ctx.vault.seal(phone, { collection: 'roster', id: walletNo, field: 'phone' }), phoneHash: ctx.vault.phoneHash(phone) }
  await ctx.store.update('roster', walletNo, { insurances, ...(sealed || {}) })
}

/** Writes the results and forgets the staged persons; rows with the same result are written together. */
async function settleRows(ctx: Ctx, decisions: Decision[]): Promise<void> {
  const groups = new Map<string, { result: string; reason: string; ids: string[] }>()
  for (const { row, result, reason } of decisions) {
    if (!row.person && row.result !== 'staged') continue
    const group = groups.get(`${result}|${reason}`) ?? { result, reason, ids: [] }
    groups.set(`${result}|${reason}`, { ...group, ids: [...group.ids, row._id] })
  }
  for (const { result, reason, ids } of groups.values()) {
    for (let i = 0; i < ids.length; i += 100) await ctx.store.update('rosterRows', { _id: oneOf(ids.slice(i, i + 100)) }, { result, reason, person: null })
  }
}
