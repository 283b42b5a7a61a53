import type { Action } from '#runtime/serve'
import { gt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { RosterImport, RosterRow, RowResult, StagedRow } from '#runtime/store'
import { officeActions } from '../actions.ts'
import { addMissing } from '../add-missing.ts'
import { classify } from './classify.ts'

// A roster comes in three steps, each of which may be repeated: begin, rows, accept. Nothing enters the roster before every
// row of the file is staged, and a step that was killed goes on where it was.

export type Operator = { kind: 'operator' }
type OfficeAction = Action<Operator>

const slice = 500

/** Opens an import, or finds the one of the same file: the hash of its bytes is its id. */
export const rosterBegin: OfficeAction = action(officeActions.rosterBegin, async (ctx: Ctx, _caller: Operator, { fileHash, fileName, rows }) => {
  const known = await ctx.store.get('rosterImports', fileHash)
  if (known) return { ok: true, data: { importId: fileHash, state: known.state } }
  await ctx.transaction(async (tx) => {
    const counter = await tx.get('counters', 'walletNo')
    const next = counter?.next ?? 1_000
    const opened: RosterImport = { _id: fileHash, fileName, rows, firstWalletNo: next, state: 'staging', cursor: '', counts: { accepted: 0, merged: 0, rejected: 0 } }
    await tx.add('rosterImports', opened)
    if (counter) await tx.update('counters', 'walletNo', { next: next + rows + 2 })
    else await tx.add('counters', { _id: 'walletNo', next: next + rows + 2 })
  })
  return { ok: true, data: { importId: fileHash, state: 'staging' as const } }
})

/** Stages rows: cleaned, checked, sealed. Sending the same rows again changes nothing. */
export const rosterRows: OfficeAction = action(officeActions.rosterRows, async (ctx: Ctx, _caller: Operator, { importId, rows }) => {
  const opened = await ctx.store.get('rosterImports', importId)
  if (!opened) return { ok: false, code: 'PARAM_ERROR' }
  if (opened.state === 'staging') await addMissing(ctx, 'rosterRows', rows.map(({ line, cells }) => stage(ctx, importId, line, cells)))
  return { ok: true, data: { staged: rows.length } }
})

function stage(ctx: Ctx, importId: string, line: number, cells: Parameters<typeof classify>[0]): StagedRow {
  const id = `${importId}:${String(line).padStart(8, '0')}`
  const result = classify(cells)
  if (!result.ok) return { _id: id, importId, line, result: 'rejected', reason: result.reason, person: null }
  const { name, idNumber, phone, township, insurance } = result.person
  const seal = (text: string, field: string) => ctx.vault.seal(text, { collection: 'rosterRows', id, field })
  const person = {
    idHash: ctx.vault.idHash(idNumber),
    name: seal(name, 'name'),
    idNumber: seal(idNumber, 'idNumber'),
    phone: phone && seal(phone, 'phone'),
    phoneHash: phone && ctx.vault.phoneHash(phone),
    township,
    insurance,
  }
  return { _id: id, importId, line, result: 'staged', reason: result.note, person }
}

/** Takes one slice of staged rows into the roster; `done` says when all are. */
export const rosterAccept: OfficeAction = action(officeActions.rosterAccept, async (ctx: Ctx, _caller: Operator, { importId }) => {
  const opened = await ctx.store.get('rosterImports', importId)
  if (!opened) return { ok: false, code: 'PARAM_ERROR' }
  if (opened.state === 'accepted') return { ok: true, data: { done: true, counts: opened.counts } }
  const rows = await ctx.store.find('rosterRows', { importId, _id: gt(opened.cursor || importId) }, { orderBy: ['_id', 'asc'], limit: slice })
  const decided = await decide(ctx, opened, rows)
  await addMissing(ctx, 'roster', decided.flatMap(({ entry }) => (entry ? [entry] : [])))
  for (const { id, insurances } of decided.flatMap(({ merge }) => (merge ? [merge] : []))) await ctx.store.update('roster', id, { insurances })
  const counts = { ...opened.counts }
  for (const { row, result, reason } of decided) {
    counts[result] += 1
    await ctx.store.update('rosterRows', row._id, { result, reason, person: null })
  }
  const cursor = rows.at(-1)?._id ?? opened.cursor
  const done = rows.length < slice
  await ctx.store.update('rosterImports', importId, { cursor, counts, state: done ? 'accepted' : 'accepting' })
  return { ok: true, data: { done, counts } }
})

type Decided = { row: StagedRow; result: RowResult; reason: string; entry?: RosterRow; merge?: { id: string; insurances: string[] } }

/** Which rows are new persons and which are somebody the roster, or an earlier row, knows already. */
async function decide(ctx: Ctx, opened: RosterImport, rows: StagedRow[]): Promise<Decided[]> {
  const hashes = [...new Set(rows.flatMap(({ person }) => (person ? [person.idHash] : [])))]
  const known = new Map<string, RosterRow>()
  for (let i = 0; i < hashes.length; i += 100) {
    for (const row of await ctx.store.find('roster', { idHash: oneOf(hashes.slice(i, i + 100)) }, { limit: 100 })) known.set(row.idHash, row)
  }
  return rows.map((row): Decided => {
    if (!row.person) return { row, result: row.result === 'staged' ? 'rejected' : row.result, reason: row.reason }
    const entry = toEntry(ctx, opened, row, row.person)
    const before = known.get(row.person.idHash)
    // A row whose own entry stands already was taken before the process was stopped.
    if (!before || before._id === entry._id) {
      known.set(entry.idHash, entry)
      return { row, result: 'accepted', reason: row.reason, entry }
    }
    if (nameOf(ctx, before) !== nameOf(ctx, entry)) return { row, result: 'rejected', reason: '身份证号与另一人相同，姓名不同' }
    const insurances = [...new Set([...before.insurances, ...entry.insurances])]
    known.set(entry.idHash, { ...before, insurances })
    return { row, result: 'merged', reason: '与已有的人合并', merge: { id: before._id, insurances } }
  })
}

const nameOf = (ctx: Ctx, row: RosterRow): string => ctx.vault.open(row.name, { collection: 'roster', id: row._id, field: 'name' })

function toEntry(ctx: Ctx, opened: RosterImport, row: StagedRow, person: NonNullable<StagedRow['person']>): RosterRow {
  const _id = String(opened.firstWalletNo + row.line)
  const move = (sealed: string, field: string) =>
    ctx.vault.seal(ctx.vault.open(sealed, { collection: 'rosterRows', id: row._id, field }), { collection: 'roster', id: _id, field })
  return {
    _id,
    idHash: person.idHash,
    name: move(person.name, 'name'),
    idNumber: move(person.idNumber, 'idNumber'),
    phone: person.phone && move(person.phone, 'phone'),
    phoneHash: person.phoneHash,
    township: person.township,
    insurances: [person.insurance],
    importId: opened._id,
  }
}

/** The row-by-row report, a page at a time. */
export const rosterReport: OfficeAction = action(officeActions.rosterReport, async (ctx: Ctx, _caller: Operator, { importId, after }) => {
  const rows = await ctx.store.find('rosterRows', { importId, _id: gt(after || importId) }, { orderBy: ['_id', 'asc'], limit: 1_000 })
  const shown = rows.map(({ line, result, reason }) => ({ line, result, reason }))
  return { ok: true, data: { rows: shown, next: rows.length < 1_000 ? null : (rows.at(-1)?._id ?? null) } }
})
