import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { StagedRow } from '#runtime/store'
import { officeActions } from '../actions.ts'
import { addMissing } from '../add-missing.ts'
import type { Operator } from '../operator.ts'
import { classify, type RosterCells } from './classify.ts'

/** Stages rows: cleaned, checked, sealed. Sending the same rows again changes nothing. */
export const rosterRows = action(officeActions.rosterRows, async (ctx: Ctx, _caller: Operator, { importId, rows }) => {
  const opened = await ctx.store.get('rosterImports', importId)
  if (!opened) return { ok: false, code: 'PARAM_ERROR' }
  if (opened.state === 'staging')
    await addMissing(
      ctx,
      'rosterRows',
      rows.map(({ line, cells }) => stage(ctx, importId, line, cells)),
    )
  return { ok: true, data: { staged: rows.length } }
})

function stage(ctx: Ctx, importId: string, line: number, cells: RosterCells): StagedRow {
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
