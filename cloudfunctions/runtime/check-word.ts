import { createHash } from 'node:crypto'
import { checkWordFrom } from '#domain/check-word'

/** The two characters that stand on the phone and on the till for one trade number. */
export const checkWordOf = (tradeNo: string): string => checkWordFrom(createHash('sha256').update(`check|${tradeNo}`).digest())
