const minutesADay = 1_440
const shanghaiMinutes = (at: number): number => Math.floor((at + 28_800_000) / 60_000) % minutesADay
const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

/** Whether a shop is open now by its printed hours in Shanghai (`08:30-21:00`; past midnight when the end is before the beginning). */
export function isOpen(hours: string, at: number): boolean {
  const [from, to] = hours.split('-').map(minutes)
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return false
  const now = shanghaiMinutes(at)
  return from <= to ? from <= now && now < to : now >= from || now < to
}

/** `08:30-21:00` as it is said: “每天 8:30 至 21:00”. */
export function hoursWords(hours: string): string {
  const [from, to] = hours.split('-')
  if (!from || !to) return hours
  if (from === '00:00' && (to === '24:00' || to === '00:00')) return '每天 24 小时'
  return `每天 ${from.replace(/^0/, '')} 至 ${to.replace(/^0/, '')}`
}
