import { gt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { Merchant, Terminal } from '#runtime/store'
import { officeActions, type MerchantRow } from './actions.ts'
import { addMissing } from './add-missing.ts'
import type { Operator } from './roster/import.ts'

/** Takes merchants and their terminals from a bank's list, approved by the bureau of their class (R6). Known ones stay. */
export const merchantsImport = action(officeActions.merchantsImport, async (ctx: Ctx, _caller: Operator, { rows }) => {
  const merchants = rows.map((row): Merchant => {
    const { id, terminals, ...rest } = row
    return { _id: id, ...rest, state: 'approved', bureau: ctx.programme.categories[row.category].bureau }
  })
  const terminals = rows.flatMap(({ id, terminals: list }) =>
    list.map(({ bank, terminalId }): Terminal => ({ _id: `${bank}:${terminalId}`, bank, terminalId, merchantId: id })),
  )
  await addMissing(ctx, 'merchants', merchants)
  await addMissing(ctx, 'terminals', terminals)
  return { ok: true, data: { merchants: merchants.length, terminals: terminals.length } }
})

const pageSize = 100

/** Approved merchants with their terminals, a page at a time: what is published to the phones. */
export const merchantList = action(officeActions.merchantList, async (ctx: Ctx, _caller: Operator, { after }) => {
  const page = await ctx.store.find('merchants', { state: 'approved', _id: gt(after) }, { orderBy: ['_id', 'asc'], limit: pageSize })
  const terminals = await ctx.store.find('terminals', { merchantId: oneOf(page.map((merchant) => merchant._id)) }, { limit: 1_000 })
  const merchants = page.map(({ _id, name, category, icon, township, address, phone, hours, lat, lng }) => ({
    id: _id,
    name,
    category,
    icon: icon as MerchantRow['icon'],
    township,
    address,
    phone,
    hours,
    lat,
    lng,
    terminals: terminals.filter((terminal) => terminal.merchantId === _id).map(({ bank, terminalId }) => ({ bank, terminalId })),
  }))
  return { ok: true, data: { merchants, next: page.length < pageSize ? null : (page.at(-1)?._id ?? null) } }
})
