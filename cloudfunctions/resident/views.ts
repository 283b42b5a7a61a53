import type { OrderView, ProgrammeView, VoucherView, WalletView } from '#contract/resident'
import { checkWordOf } from '#runtime/check-word'
import type { Ctx } from '#runtime/ctx'
import type { Order } from '#domain/order'
import { closesAt, opensAt, phaseAt, type Programme } from '#domain/programme'
import type { Instant } from '#domain/shanghai'
import { deadFrom, isExpired, spendingOrder, type Voucher } from '#domain/voucher'
import { usableVouchers, type Wallet } from '#domain/wallet'

/** What the resident is told of the programme. */
export async function programmeView(ctx: Ctx): Promise<ProgrammeView> {
  const { programme, now } = ctx
  const settings = await ctx.cached('settings', () => ctx.store.get('settings', 'programme'))
  const phase = phaseAt(programme, now)
  return {
    name: programme.name,
    phase: phase === 'running' && settings?.paused ? 'paused' : phase,
    opensAt: opensAt(programme),
    closesAt: closesAt(programme),
    faceFen: programme.pack.faceFen,
    demo: programme.demo,
  }
}

function voucherState(voucher: Voucher, now: Instant): VoucherView['state'] {
  const { state } = voucher
  if (state.kind === 'used') return { kind: 'used', at: state.at, shop: state.shop }
  if (state.kind === 'revoked') return { kind: 'revoked' }
  if (isExpired(voucher, now)) return { kind: 'expired' }
  return state.returnedAt ? { kind: 'returned', at: state.returnedAt } : { kind: 'usable' }
}

const voucherView = (voucher: Voucher, programme: Programme, now: Instant): VoucherView => ({
  no: voucher.no,
  faceFen: voucher.faceFen,
  fund: { id: voucher.fundId, kind: voucher.fundKind, label: programme.funds[voucher.fundId]?.label ?? '企业资金' },
  validUntil: deadFrom(voucher),
  state: voucherState(voucher, now),
})

/** A wallet as its holder sees it: usable vouchers first, then the used ones, newest first. */
export function walletView(
  held: { walletNo: string; relation: WalletView['relation']; name: string },
  wallet: Wallet | null,
  programme: Programme,
  now: Instant,
): WalletView {
  const usable = wallet ? usableVouchers(wallet, now) : []
  const rest = (wallet?.vouchers ?? []).filter((voucher) => !usable.includes(voucher)).sort((a, b) => usedAt(b) - usedAt(a) || spendingOrder(a, b))
  return {
    ...held,
    frozen: Boolean(wallet?.frozen),
    issued: wallet !== null,
    usableCount: usable.length,
    usableFen: usable.reduce((sum, voucher) => sum + voucher.faceFen, 0),
    vouchers: [...usable, ...rest].map((voucher) => voucherView(voucher, programme, now)),
  }
}

const usedAt = (voucher: Voucher): number => (voucher.state.kind === 'used' ? voucher.state.at : 0)

function orderState(order: Order): OrderView['state'] {
  switch (order.state.kind) {
    case 'SUCCESS':
      return { kind: 'paid', checkWord: checkWordOf(order.tradeNo) }
    case 'FAILED':
      return { kind: 'refused', code: order.state.code }
    case 'REVERSED':
      return { kind: 'reversed', at: order.state.at }
  }
}

/** An order as the wallet's holder sees it. */
export const orderView = (order: Order): OrderView => ({
  tradeNo: order.tradeNo,
  state: orderState(order),
  walletNo: order.walletNo ?? '1',
  voucherCount: order.state.kind === 'FAILED' ? order.wanted : order.vouchers.length,
  voucherFen: order.amountFen,
  totalFen: order.totalFen,
  shop: order.shop,
  at: order.at,
  leftCount: order.leftCount,
  leftFen: order.leftFen,
})
