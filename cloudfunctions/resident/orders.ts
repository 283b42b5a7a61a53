import { residentActions } from '#contract/resident'
import { gt, lt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { Caller } from './caller.ts'
import { orderView } from './views.ts'

const pageSize = 30

/** The newest order on a code of this phone since a moment. Asked often, so it is one read: the order itself names its holder. */
export const orderResult = action(residentActions.orderResult, async (ctx: Ctx, caller: Caller, { since }) => {
  if (caller.kind === 'nobody') return { ok: false, code: 'NOT_SIGNED_IN' }
  const [order] = await ctx.store.find('orders', { holder: caller.login, at: gt(since) }, { orderBy: ['at', 'desc'], limit: 1 })
  return { ok: true, data: { order: order ? orderView(order) : null } }
})

/** What was paid, refused and reversed, newest first, of one wallet or of all this login holds. */
export const history = action(residentActions.history, async (ctx: Ctx, caller: Caller, { walletNo, before }) => {
  if (caller.kind === 'nobody') return { ok: false, code: 'NOT_SIGNED_IN' }
  const login = await ctx.store.get('logins', caller.login)
  if (!login) return { ok: false, code: 'NOT_BOUND' }
  const held = login.wallets.map((wallet) => wallet.walletNo)
  if (walletNo && !held.includes(walletNo)) return { ok: false, code: 'NOT_YOUR_WALLET' }
  const where = { walletNo: walletNo ?? oneOf(held), ...(before === undefined ? {} : { at: lt(before) }) }
  const orders = await ctx.store.find('orders', where, { orderBy: ['at', 'desc'], limit: pageSize + 1 })
  return { ok: true, data: { orders: orders.slice(0, pageSize).map(orderView), more: orders.length > pageSize } }
})
