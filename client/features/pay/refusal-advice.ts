import type { OrderView, ProgrammeView } from '#contract/resident'
import { phoneSentence } from '#contract/refusals'
import type { IconName } from '../../art/icons'
import { dayMonth, printedDate } from '../../components/dates'

export type AdviceWay = { icon: IconName; title: string; detail: string; to?: 'shops' | 'help' | 'me' }
export type Advice = { title: string; lines: string[]; ways: AdviceWay[] }

type Programme = Pick<ProgrammeView, 'phase' | 'opensAt' | 'closesAt' | 'faceFen'>

/** What happened, that the vouchers are safe, and what to do now. `lastValid` is the end of the last voucher that can still be used. */
export function adviceFor(order: OrderView, programme: Programme, lastValid: number | null): Advice {
  const code = order.state.kind === 'refused' ? order.state.code : ''
  const face = programme.faceFen / 100
  const total = order.totalFen / 100
  const most = Math.floor(order.totalFen / programme.faceFen)
  const later: AdviceWay = { icon: 'clock', title: '这次先不用', detail: lastValid ? `${printedDate(lastValid)}前都有效` : '有效期内都能用' }
  const again: AdviceWay = { icon: 'refresh', title: '请收银员再扫一次', detail: '先点下面，重新出示付款码' }
  const otherTill: AdviceWay = { icon: 'print', title: '请换一台收银机', detail: '同一家店的另一台也可以' }
  const fewer: AdviceWay = { icon: 'edit', title: '请收银员改张数', detail: order.leftCount > 0 ? `还能用 ${order.leftCount} 张` : '现在没有能用的券' }
  const family: AdviceWay = { icon: 'swap', title: '用家人的券', detail: '出示时点“换家人”' }
  switch (code) {
    case 'AUTH_CODE_INVALID':
      return { title: '付款码没认出来', lines: ['请重新出示，券没有动。'], ways: [again, { icon: 'shield', title: '换新的付款码', detail: '付款码下面，点“试一试”' }, later] }
    case 'NOT_ENOUGH_VOUCHERS':
      return { title: '可用的券不够', lines: ['这笔没有扣券。'], ways: [fewer, family, later] }
    case 'AMOUNT_BELOW_FACE':
      return {
        title: `这笔不到 ${face} 元`,
        lines: [`满 ${face} 元才能用 1 张。`, `这笔 ${total} 元，券没有动。`],
        ways: [
          { icon: 'plus', title: `再添 ${(programme.faceFen - order.totalFen) / 100} 元`, detail: `凑满 ${face} 元，请收银员再扫一次` },
          { icon: 'swap', title: '和家人的账单合在一起', detail: `合起来满 ${face} 元就能用` },
          later,
        ],
      }
    case 'TOO_MANY_FOR_BILL':
      return { title: '张数比账单多', lines: [`账单每满 ${face} 元用 1 张，`, `这笔 ${total} 元，没有扣券。`], ways: [{ icon: 'edit', title: '请收银员改张数', detail: `这笔最多 ${most} 张` }, later] }
    case 'BILL_ALREADY_COVERED':
      return { title: '这张账单已经用满券了', lines: [`账单每满 ${face} 元用 1 张，`, '这笔没有再扣券。'], ways: [later] }
    case 'BILL_TOTAL_DIFFERS':
      return { title: '账单金额前后不同', lines: ['券没有动，请收银员核对金额。'], ways: [again, later] }
    case 'VOUCHER_EXPIRED':
      return { title: '这张券已过期', lines: ['过期的券不能再用。'], ways: [{ icon: 'doubt', title: '为什么过期', detail: '看规则，或问服务点', to: 'help' }] }
    case 'PROGRAMME_CLOSED':
      return closed(programme)
    case 'MERCHANT_NOT_ALLOWED':
      return { title: '这家店现在不收消费券', lines: ['券没有动。'], ways: [{ icon: 'shop', title: '换一家店', detail: '看看附近哪些店能用', to: 'shops' }, later] }
    case 'TERMINAL_BLOCKED':
      return { title: '这台收银机暂停收券', lines: ['请换一台，券没有动。'], ways: [otherTill, later] }
    case 'WALLET_FROZEN':
      return { title: '券已冻结', lines: ['解冻后再用，券没有动。'], ways: [{ icon: 'desk', title: '找人帮', detail: '服务点的地址和电话', to: 'help' }] }
    case 'WRONG_BANK':
      return { title: '这台机器收不了这张券', lines: ['请换一台，券没有动。'], ways: [otherTill, later] }
    case 'REQUEST_EXPIRED':
      return { title: '这次扫码超时了', lines: ['请再扫一次，券没有动。'], ways: [again, later] }
    default:
      return { title: '这笔没有扣券', lines: [phoneSentence(code)], ways: [again, later] }
  }
}

function closed({ phase, opensAt, closesAt }: Programme): Advice {
  if (phase === 'before') return { title: `${dayMonth(opensAt)}开始用`, lines: ['您的券已经备好，到那天自动可用。'], ways: [] }
  if (phase === 'after') return { title: `活动已于${dayMonth(closesAt - 1)}结束`, lines: ['没用的券已作废。'], ways: [] }
  return { title: '现在不在活动时间内', lines: ['券没有动，请稍后再用。'], ways: [] }
}

/** The same for an order that was taken back. */
export function returnedAdvice(order: OrderView, lastValid: number | null): Advice {
  if (order.state.kind === 'refunded') {
    const until = lastValid ? `${dayMonth(lastValid - 1)}前可用。` : '可以再用。'
    return { title: `已退回 ${order.state.voucherCount} 张券`, lines: [until], ways: [] }
  }
  return { title: '这笔已撤销', lines: [`${order.voucherCount} 张券已退回，可以再用。`], ways: [] }
}
