import type { OrderView } from '../../../contract/resident'
import { phoneSentence } from '../../../contract/refusals'
import { dayMonthTime } from '../../components/dates'

export type HistoryWords = { title: string; amount: string; detail: string }

/** One line of the history: where, how much, when, and what became of it. */
export function historyWords(order: OrderView): HistoryWords {
  const title = order.shop || '没有记下店名'
  const when = dayMonthTime(order.at)
  switch (order.state.kind) {
    case 'paid':
      return { title, amount: `用了 ${order.voucherCount} 张，${order.voucherFen / 100} 元`, detail: `${when}　核对字 ${order.state.checkWord}` }
    case 'refused':
      return { title, amount: '没有扣券', detail: `${when}　${phoneSentence(order.state.code)}` }
    case 'reversed':
      return { title, amount: `已撤销，${order.voucherCount} 张已退回`, detail: when }
    case 'refunded':
      return { title, amount: `已退回 ${order.state.voucherCount} 张`, detail: when }
  }
}
