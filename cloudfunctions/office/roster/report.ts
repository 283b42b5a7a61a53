import { gt } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import { officeActions } from '../actions.ts'
import type { Operator } from '../operator.ts'

const pageSize = 1_000

/** The row-by-row report, a page at a time. It holds nothing of a person. */
export const rosterReport = action(officeActions.rosterReport, async (ctx: Ctx, _caller: Operator, { importId, after }) => {
  const rows = await ctx.store.find('rosterRows', { importId, _id: gt(after || importId) }, { orderBy: ['_id', 'asc'], limit: pageSize })
  const shown = rows.map(({ line, result, reason }) => ({ line, result, reason }))
  return { ok: true, data: { rows: shown, next: rows.length < pageSize ? null : (rows.at(-1)?._id ?? null) } }
})
