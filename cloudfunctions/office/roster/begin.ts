import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { RosterImport } from '#runtime/store'
import { officeActions } from '../actions.ts'
import type { Operator } from '../operator.ts'
import { takeRange } from '../take-range.ts'

const firstWalletNo = 1_000
/** A slot is walletNo × 10 + device and has nine digits (protocol §1). */
const lastWalletNo = 99_999_999

/** Opens an import and hands out its wallet numbers, or finds the import of the same file: the hash of its bytes is its id. */
export const rosterBegin = action(officeActions.rosterBegin, async (ctx: Ctx, _caller: Operator, { fileHash, fileName, rows }) => {
  const known = await ctx.store.get('rosterImports', fileHash)
  if (known) return { ok: true, data: { importId: fileHash, state: known.state } }
  await ctx.transaction(async (tx) => {
    const first = await takeRange(tx, 'walletNo', rows, firstWalletNo)
    if (first + rows - 1 > lastWalletNo) throw new RangeError('wallet numbers are used up')
    const counts = { accepted: 0, merged: 0, rejected: 0 }
    const opened: RosterImport = { _id: fileHash, fileName, rows, firstWalletNo: first, state: 'staging', cursor: '', counts }
    await tx.add('rosterImports', opened)
  })
  return { ok: true, data: { importId: fileHash, state: 'staging' as const } }
})
