import type { VoucherView } from '../../contract/resident'
import { dayMonth, dayMonthTime, printedDate } from './dates'

export type NoteWords = { title: string; detail: string; soon: boolean; stamp: '已用' | '过期' | '作废' | null }

const dayMs = 86_400_000
const soonDays = 10

/** What stands on a note. Expiry within ten days is said in words. */
export function noteWords(voucher: VoucherView, now: number): NoteWords {
  const face = `${voucher.faceFen / 100} 元消费券`
  const { state } = voucher
  switch (state.kind) {
    case 'used':
      return { title: state.shop, detail: `${dayMonthTime(state.at)} 用过`, soon: false, stamp: '已用' }
    case 'expired':
      return { title: face, detail: `${dayMonth(voucher.validUntil - 1)}到期`, soon: false, stamp: '过期' }
    case 'revoked':
      return { title: face, detail: '已作废', soon: false, stamp: '作废' }
    case 'returned':
      return { title: face, detail: `${dayMonth(state.at)}退回，可再用`, soon: false, stamp: null }
    case 'usable': {
      const days = Math.ceil((voucher.validUntil - now) / dayMs)
      return days <= soonDays
        ? { title: face, detail: days <= 1 ? '今天到期' : `还有 ${days} 天到期`, soon: true, stamp: null }
        : { title: face, detail: `${printedDate(voucher.validUntil)}前有效`, soon: false, stamp: null }
    }
  }
}
