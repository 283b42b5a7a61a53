import type { OrderView } from '#contract/resident'
import { phoneSentence } from '#contract/refusals'
import { shanghaiDay } from '#domain/shanghai'
import { dayMonth, time } from '../../components/dates'

export type OrderWords = { mark: 'done' | 'refused' | 'back'; title: string; what: string; detail: string }

/** One order of the history: where, what became of it, and when. */
export function orderWords(order: OrderView): OrderWords {
  const title = order.shop || '没有记下店名'
  const at = time(order.at)
  const yuan = order.voucherFen / 100
  switch (order.state.kind) {
    case 'paid':
      return { mark: 'done', title, what: `用了 ${order.voucherCount} 张，抵扣 ${yuan} 元`, detail: `${at}　核对字 ${order.state.checkWord}` }
    case 'refused':
      return { mark: 'refused', title, what: '没有扣券', detail: `${at}　${phoneSentence(order.state.code)}` }
    case 'reversed':
      return { mark: 'back', title, what: `已撤销，${order.voucherCount} 张券已退回`, detail: at }
    case 'refunded':
      return { mark: 'back', title, what: `已退回 ${order.state.voucherCount} 张券`, detail: `${at}　用了 ${order.voucherCount} 张` }
  }
}

export type HistoryDay = { day: number; label: string; orders: OrderView[] }

/** Orders by their Shanghai day, newest first, as the cloud sends them. */
export function byDay(orders: readonly OrderView[], now: number): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const order of orders) {
    const day = shanghaiDay(order.at)
    const last = days[days.length - 1]
    if (last?.day === day) last.orders.push(order)
    else days.push({ day, label: dayLabel(order.at, now), orders: [order] })
  }
  return days
}

function dayLabel(at: number, now: number): string {
  const ago = shanghaiDay(now) - shanghaiDay(at)
  return ago === 0 ? '今天' : ago === 1 ? '昨天' : dayMonth(at)
}
