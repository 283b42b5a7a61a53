import { gt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { Merchant, Terminal } from '#runtime/store'
import { officeActions, type MerchantRow } from './actions.ts'
import { addMissing, findByIds } from './add-missing.ts'
import type { Operator } from './operator.ts'

/**
 * Takes merchants and their terminals from a bank's list, approved by the bureau of their class (R6), and says what became of
 * each row. Known merchants stay as they are: a struck one is not approved again by a list. A terminal that belongs to another
 * shop refuses its row, else one shop's money would go to the other.
 */
export const merchantsImport = action(officeActions.merchantsImport, async (ctx: Ctx, _caller: Operator, { rows }) => {
  const owners = await terminalOwners(ctx, rows)
  const results = rows.map((row) => {
    const foreign = row.terminals.find((terminal) => (owners.get(terminalKey(terminal)) ?? row.id) !== row.id)
    for (const terminal of foreign ? [] : row.terminals) owners.set(terminalKey(terminal), row.id)
    return { row, foreign }
  })
  const taken = results.flatMap(({ row, foreign }) => (foreign ? [] : [row]))
  const known = new Set((await addMissing(ctx, 'merchants', uniqueById(taken.map((row) => toMerchant(ctx, row))))).map(({ _id }) => _id))
  const terminals = uniqueById(
    taken.flatMap(({ id, terminals: list }) => list.map((terminal): Terminal => ({ _id: terminalKey(terminal), ...terminal, merchantId: id }))),
  )
  await addMissing(ctx, 'terminals', terminals)
  const report = results.map(({ row: { id }, foreign }) => {
    if (foreign) return { id, result: 'rejected' as const, reason: `终端 ${foreign.terminalId} 已属于另一商户` }
    return known.has(id) ? { id, result: 'known' as const, reason: '商户已有，没有改动' } : { id, result: 'added' as const, reason: '' }
  })
  return { ok: true, data: { merchants: taken.length, terminals: terminals.length, rows: report } }
})

const terminalKey = ({ bank, terminalId }: { bank: string; terminalId: string }): string => `${bank}:${terminalId}`

/** The first of each id. */
const uniqueById = <T extends { _id: string }>(docs: T[]): T[] => [...new Map([...docs].reverse().map((doc) => [doc._id, doc])).values()].reverse()

const toMerchant = (ctx: Ctx, { id, terminals: _, ...rest }: MerchantRow): Merchant => ({
  _id: id,
  ...rest,
  state: 'approved',
  bureau: ctx.programme.categories[rest.category].bureau,
})

/** Which shop each of the rows' terminals belongs to already. */
async function terminalOwners(ctx: Ctx, rows: MerchantRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ terminals }) => terminals.map(terminalKey))
  return new Map((await findByIds(ctx, 'terminals', ids)).map(({ _id, merchantId }) => [_id, merchantId]))
}

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
