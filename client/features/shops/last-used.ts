import { dayMonth } from '../../components/dates'

const dayMs = 86_400_000
const day = (at: number): number => Math.floor((at + 28_800_000) / dayMs)

export type LastUsed = { used: boolean; when: string }

/** When somebody last paid at a shop: it may have stopped taking vouchers since. `when` is 今天, 昨天, N 天前, or a date. */
export function lastUsed(date: string | null, at: number): LastUsed {
  if (!date) return { used: false, when: '' }
  const then = Date.parse(`${date}T00:00:00+08:00`)
  const ago = day(at) - day(then)
  if (ago <= 0) return { used: true, when: '今天' }
  if (ago === 1) return { used: true, when: '昨天' }
  return { used: true, when: ago <= 30 ? `${ago} 天前` : dayMonth(then) }
}

/** The same as a line of the list. */
export function lastUsedWords(date: string | null, at: number): string {
  const { used, when } = lastUsed(date, at)
  return used ? `${when}有人在这里用过` : '还没有人用过，去前先打电话'
}
