import dayjs from 'dayjs'

// Every date is Shanghai's, whatever zone the phone is set to: the offset is added and the result read as if it were UTC.
const offsetMinutes = 480
const shanghai = (at: number) => dayjs(at + (offsetMinutes + new Date(at).getTimezoneOffset()) * 60_000)

/** `12:03` */
export const time = (at: number): string => shanghai(at).format('HH:mm')
/** `1月20日` */
export const dayMonth = (at: number): string => shanghai(at).format('M月D日')
/** `1月20日 18:42` */
export const dayMonthTime = (at: number): string => shanghai(at).format('M月D日 HH:mm')
/** `2023年1月21日 12:03` */
export const fullTime = (at: number): string => shanghai(at).format('YYYY年M月D日 HH:mm')
/** The last day before an end that is itself excluded: `2023年5月31日`. */
export const printedDate = (end: number): string => shanghai(end - 1).format('YYYY年M月D日')
