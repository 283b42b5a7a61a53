import { shanghaiDay } from '#domain/shanghai'
import { dayMonthTime, time } from '../../components/dates'

/** `截至 12:03`, `截至昨天 20:15`, `截至1月18日 20:15`: as of when what is shown was true. */
export function asOf(at: number, now: number): string {
  const days = shanghaiDay(now) - shanghaiDay(at)
  if (days <= 0) return `截至 ${time(at)}`
  return days === 1 ? `截至昨天 ${time(at)}` : `截至${dayMonthTime(at)}`
}
