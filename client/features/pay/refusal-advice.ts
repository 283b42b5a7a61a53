import type { OrderView } from '../../../contract/resident'

export type Advice = { title: string; lines: string[]; ways: { icon: string; title: string; detail: string }[] }

const again = { icon: 'refresh', title: '请重新出示付款码', detail: '请收银员再扫一次' }
const later = { icon: 'clock', title: '这次先不用', detail: '券还在，有效期内都能用' }

/** What happened, that the vouchers are safe, and what to do now. */
export function adviceFor(order: OrderView, faceFen: number): Advice {
  const code = order.state.kind === 'refused' ? order.state.code : ''
  const face = faceFen / 100
  const total = order.totalFen / 100
  switch (code) {
    case 'AMOUNT_BELOW_FACE':
      return {
        title: `这笔不到 ${face} 元`,
        lines: [`满 ${face} 元才能用 1 张。`, `这笔 ${total} 元，券没有动。`],
        ways: [{ icon: 'bag', title: `再添 ${face - total} 元`, detail: `凑满 ${face} 元，请收银员再扫一次` }, later],
      }
    case 'NOT_ENOUGH_VOUCHERS':
      return { title: '可用的券不够', lines: ['这笔没有扣券。'], ways: [{ icon: 'swap', title: '少用几张', detail: `还能用 ${order.leftCount} 张，请收银员改张数` }, later] }
    case 'TOO_MANY_FOR_BILL':
      return { title: '张数比账单多', lines: [`账单每满 ${face} 元用 1 张，券没有动。`], ways: [{ icon: 'swap', title: '请收银员改张数', detail: `这笔 ${total} 元，最多 ${Math.floor(order.totalFen / faceFen)} 张` }, later] }
    case 'VOUCHER_EXPIRED':
      return { title: '这张券已过期', lines: ['过期的券不能再用。'], ways: [] }
    case 'WALLET_FROZEN':
      return { title: '券已冻结', lines: ['解冻后再用，券没有动。'], ways: [] }
    case 'MERCHANT_NOT_ALLOWED':
      return { title: '这家店现在不收消费券', lines: ['券没有动。'], ways: [{ icon: 'shop', title: '换一家店', detail: '“用券商户”里的店都能用' }] }
    case 'TERMINAL_BLOCKED':
    case 'WRONG_BANK':
      return { title: '这台机器收不了', lines: ['请换一台，券没有动。'], ways: [again] }
    default:
      return { title: '这笔没有扣券', lines: ['券没有动，请再试一次。'], ways: [again, later] }
  }
}
