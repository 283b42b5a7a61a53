// China has kept one time zone and no summer time since 1992, so Shanghai's calendar is plain arithmetic on +08:00 and never
// depends on the zone of the host.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

const offsetMs = 8 * 3_600_000
const dayMs = 86_400_000

/** Days since 1970-01-01 in Shanghai. */
export const shanghaiDay = (at: Instant): number => Math.floor((at + offsetMs) / dayMs)

/** First instant of a Shanghai day. */
export const startOfShanghaiDay = (day: number): Instant => day * dayMs - offsetMs

/** `2023-01-19`. */
export const shanghaiDate = (at: Instant): string => new Date(at + offsetMs).toISOString().slice(0, 10)

/** The first instant of a printed date. Throws a RangeError when it is no date. */
export function startOfDate(date: string): Instant {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00+08:00`) : Number.NaN
  if (Number.isNaN(at) || shanghaiDate(at) !== date) throw new RangeError(`not a date: ${date}`)
  return at
}

/** The first instant after a printed date: a voucher “till 31 May” is good in that day's last second. */
export const endOfDate = (date: string): Instant => startOfDate(date) + dayMs

/** RFC 3339 in Shanghai time with whole seconds: `2023-01-19T11:46:40+08:00`. */
export const rfc3339 = (at: Instant): string => `${new Date(at + offsetMs).toISOString().slice(0, 19)}+08:00`

/** `20230119`. */
export const compactDate = (at: Instant): string => shanghaiDate(at).replaceAll('-', '')

/** The end of the Shanghai day after the one `at` lies in (D3: reversal until then). */
export const endOfNextShanghaiDay = (at: Instant): Instant => startOfShanghaiDay(shanghaiDay(at) + 2)
