import * as v from 'valibot'

// The banks' words (protocol §3). Nothing outside this folder speaks them.

const id = (min: number, max: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9A-Za-z_-]{${min},${max}}$`)))

/** `out_trade_no`, unique per bank for ever. */
export const outTradeNo = id(6, 32)

export const redemptionRequest = v.strictObject({
  out_trade_no: outTradeNo,
  auth_code: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  merchant_id: id(1, 32),
  terminal_id: id(1, 32),
  /** Fen. */
  total_amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000)),
  bill_no: v.optional(id(1, 64)),
  voucher_count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  /** RFC 3339 with its offset. */
  request_time: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/)),
})
export type RedemptionBody = v.InferOutput<typeof redemptionRequest>

export const reversalRequest = v.strictObject({ reason: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) })
