import type { RowResult, StagedRow } from '#runtime/store'
import { type Known, merge } from './merge.ts'

/** A person the roster has already, and under which number. */
export type Entry = Known & { walletNo: string }
export type Decision = { row: StagedRow; result: RowResult; reason: string; walletNo: string; kind: 'new' | 'merge' | 'none' }

/**
 * Which staged rows are new persons and which are somebody the roster, or an earlier row, knows already. `numberOf` gives the
 * row's own number: a person already standing under it was taken before the process was stopped. Returns a decision for every
 * row and what each touched person is afterwards.
 */
export function decide(
  rows: readonly StagedRow[],
  roster: ReadonlyMap<string, Entry>,
  numberOf: (index: number) => string,
  open: (row: StagedRow) => Known,
): { decisions: Decision[]; people: Map<string, Entry> } {
  const known = new Map(roster)
  const people = new Map<string, Entry>()
  const decisions = rows.map((row, index): Decision => {
    const walletNo = numberOf(index)
    if (!row.person) return { row, result: row.result === 'staged' ? 'rejected' : row.result, reason: row.reason, walletNo, kind: 'none' }
    const { idHash } = row.person
    const person = open(row)
    const before = known.get(idHash)
    if (!before || before.walletNo === walletNo) {
      if (!before) known.set(idHash, { ...person, walletNo })
      return { row, result: 'accepted', reason: row.reason, walletNo, kind: 'new' }
    }
    const merged = merge(before, person)
    if (!merged.ok) return { row, result: 'rejected', reason: merged.reason, walletNo, kind: 'none' }
    const after = { ...merged.person, walletNo: before.walletNo }
    known.set(idHash, after)
    if (merged.changed) people.set(idHash, after)
    return { row, result: 'merged', reason: merged.reason, walletNo: before.walletNo, kind: 'merge' }
  })
  return { decisions, people }
}
