/**
 * Every reason for which the programme says no. The closed registry: what is not listed here is a fault, not a refusal.
 * What is said about each, to whom and with which HTTP status, stands in contract/refusals.ts.
 */
export const redemptionRefusals = [
  'AUTH_CODE_INVALID',
  'NOT_ENOUGH_VOUCHERS',
  'AMOUNT_BELOW_FACE',
  'TOO_MANY_FOR_BILL',
  'BILL_ALREADY_COVERED',
  'BILL_TOTAL_DIFFERS',
  'VOUCHER_EXPIRED',
  'PROGRAMME_CLOSED',
  'MERCHANT_NOT_ALLOWED',
  'TERMINAL_BLOCKED',
  'WALLET_FROZEN',
  'WRONG_BANK',
  'REQUEST_EXPIRED',
] as const

/** Why a redemption is refused for good (protocol §3): stored under the order number before it is answered. */
export type RedemptionRefusal = (typeof redemptionRefusals)[number]

/** Why a resident's or an official's request is refused. */
export type ResidentRefusal =
  | 'PARAM_ERROR'
  | 'NOT_SIGNED_IN'
  | 'SESSION_EXPIRED'
  | 'TICKET_INVALID'
  | 'CONSENT_MISSING'
  | 'PHONE_QUOTA'
  | 'TOO_MANY_ATTEMPTS'
  | 'NOT_BOUND'
  | 'NOT_YOUR_WALLET'
  | 'NO_VOUCHERS_YET'
  | 'WALLET_FROZEN'
  | 'SYSTEM_BUSY'

export type Refused<Code extends string = string> = { ok: false; code: Code }
export type Outcome<T, Code extends string = string> = ({ ok: true } & T) | Refused<Code>

/** Shorthand for a refusal as a value. */
export const refuse = <Code extends string>(code: Code): Refused<Code> => ({ ok: false, code })
