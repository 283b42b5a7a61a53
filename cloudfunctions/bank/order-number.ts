import { createHash } from 'node:crypto'
import { compactDate } from '#domain/shanghai'
import type { RedemptionBody } from './wire/schemas.ts'

export const orderId = (bank: string, outTradeNo: string): string => `${bank}:${outTradeNo}`

/** Ours: the day and 16 digits that follow from the bank's number, so that a retry of the same order finds the same. */
export function tradeNoOf(id: string, now: number): string {
  const digest = createHash('sha256').update(`trade|${id}`).digest()
  return compactDate(now) + (digest.readBigUInt64BE() % 10n ** 16n).toString().padStart(16, '0')
}

/** What makes two requests the same order (protocol §3). Not request_time: a retry is sent later. */
export const contentDigest = (body: RedemptionBody): string =>
  createHash('sha256')
    .update(JSON.stringify([body.auth_code, body.merchant_id, body.terminal_id, body.total_amount, body.bill_no ?? null, body.voucher_count]))
    .digest('base64url')
