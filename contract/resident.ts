import * as v from 'valibot'

// What a resident's phone may ask and what it is answered. The same schemas check the form, the request and the reply.

const consents = v.object({ match: v.literal(true), share: v.literal(true) })
const walletNo = v.pipe(v.string(), v.regex(/^[1-9]\d{0,7}$/))
/** An instant in milliseconds since 1970. */
const instant = v.pipe(v.number(), v.integer())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const fund = v.object({ id: v.string(), kind: v.picklist(['city', 'enterprise']), label: v.string() })

const voucherView = v.object({
  no: v.string(),
  faceFen: count,
  fund,
  /** First instant at which it is dead; the printed date is the Shanghai day before it. */
  validUntil: instant,
  state: v.variant('kind', [
    v.object({ kind: v.literal('usable') }),
    v.object({ kind: v.literal('returned'), at: instant }),
    v.object({ kind: v.literal('used'), at: instant, shop: v.string() }),
    v.object({ kind: v.literal('expired') }),
    v.object({ kind: v.literal('revoked') }),
  ]),
})

const walletView = v.object({
  walletNo,
  relation: v.picklist(['self', 'child', 'parent', 'spouse', 'other']),
  /** Masked: `*秀兰`. */
  name: v.string(),
  frozen: v.boolean(),
  /** False until the pack is credited: “券还没有到账”. */
  issued: v.boolean(),
  usableCount: count,
  usableFen: count,
  /** Usable first (earliest expiry first), then used and expired. */
  vouchers: v.array(voucherView),
})

const programmeView = v.object({
  name: v.string(),
  phase: v.picklist(['before', 'running', 'paused', 'after']),
  opensAt: instant,
  closesAt: instant,
  faceFen: count,
  demo: v.boolean(),
})

const orderView = v.object({
  tradeNo: v.string(),
  state: v.variant('kind', [
    v.object({ kind: v.literal('paid'), checkWord: v.string() }),
    v.object({ kind: v.literal('refused'), code: v.string() }),
    v.object({ kind: v.literal('reversed'), at: instant }),
    v.object({ kind: v.literal('refunded'), at: instant, voucherCount: count }),
  ]),
  walletNo,
  voucherCount: count,
  voucherFen: count,
  totalFen: count,
  shop: v.string(),
  at: instant,
  leftCount: count,
  leftFen: count,
})

/** What the phone keeps to make codes without the network (protocol §1). One epoch: key digit, algorithm, secret, aliases. */
const phoneKey = v.object({
  env: v.string(),
  prefix: v.string(),
  epoch: v.number(),
  algorithm: v.picklist(['HMAC-SHA256', 'HMAC-SM3']),
  /** 32 bytes, hex. Given once, kept in encrypted storage. */
  secret: v.string(),
  /** Shanghai day (days since 1970) of the first alias; then one a day. */
  firstDay: v.number(),
  aliases: v.array(v.string()),
})

/** Each action: what goes in, what comes out. */
export const residentActions = {
  home: {
    input: v.object({ known: v.optional(v.string()) }),
    output: v.variant('kind', [
      v.object({ kind: v.literal('unchanged'), programme: programmeView }),
      v.object({
        kind: v.literal('not-bound'),
        programme: programmeView,
        /** On H5 the bank has vouched for the person: only the consents are still missing. */
        vouchedBy: v.nullable(v.object({ bank: v.string(), name: v.string(), phone: v.string() })),
        /** The latest open case: pending at the desk. */
        pendingCase: v.nullable(v.object({ caseNo: v.string(), since: instant })),
      }),
      v.object({ kind: v.literal('bound'), version: v.string(), programme: programmeView, wallets: v.array(walletView) }),
    ]),
  },
  ticketNonce: { input: v.object({}), output: v.object({ nonce: v.string(), expiresAt: instant }) },
  session: {
    input: v.object({ ticket: v.pipe(v.string(), v.maxLength(4096)) }),
    output: v.object({ session: v.string(), expiresAt: instant }),
  },
  bind: {
    /** weapp: name, ID number and the code of WeChat's phone button. H5: nothing but the consents, the ticket said the rest. */
    input: v.object({
      consents,
      typed: v.optional(
        v.object({
          name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
          idNumber: v.pipe(v.string(), v.maxLength(40)),
          phoneCode: v.pipe(v.string(), v.maxLength(200)),
        }),
      ),
    }),
    output: v.variant('kind', [
      v.object({ kind: v.literal('bound') }),
      /** One answer for every mismatch. `cause` only when the verified phone is the row's own. */
      v.object({
        kind: v.literal('case'),
        caseNo: v.string(),
        attemptsLeft: count,
        cause: v.nullable(v.picklist(['name-differs'])),
      }),
    ]),
  },
  activatePhone: {
    input: v.object({ walletNo, /** H5 secrets live in WebCrypto, which has no SM3. */ platform: v.picklist(['weapp', 'h5']) }),
    output: v.object({ device: v.number(), key: phoneKey }),
  },
  /** The newest order of a code shown by this phone since `since`; null while there is none. One call, one read. */
  orderResult: { input: v.object({ since: instant }), output: v.object({ order: v.nullable(orderView) }) },
  history: {
    input: v.object({ walletNo: v.optional(walletNo), before: v.optional(instant) }),
    output: v.object({ orders: v.array(orderView), more: v.boolean() }),
  },
} as const

export type ResidentAction = keyof typeof residentActions
export type ResidentInput<A extends ResidentAction> = v.InferOutput<(typeof residentActions)[A]['input']>
export type ResidentOutput<A extends ResidentAction> = v.InferOutput<(typeof residentActions)[A]['output']>

export type VoucherView = v.InferOutput<typeof voucherView>
export type WalletView = v.InferOutput<typeof walletView>
export type ProgrammeView = v.InferOutput<typeof programmeView>
export type OrderView = v.InferOutput<typeof orderView>
export type PhoneKey = v.InferOutput<typeof phoneKey>

/**
 * The envelope on both doors. weapp: wx.cloud.callFunction({name: 'resident', data: request}); H5: POST {base}/functions/resident
 * with the same JSON. The openid comes from the platform, never from here; `session` is H5's.
 */
export type ResidentRequest<A extends ResidentAction = ResidentAction> = { action: A; input: ResidentInput<A>; session?: string }
/** `serverTime` in ms lets every answer set the phone's clock offset. */
export type ResidentReply<A extends ResidentAction = ResidentAction> =
  | { ok: true; data: ResidentOutput<A>; serverTime: number }
  | { ok: false; code: string; message: string; retryAfterSeconds?: number; serverTime: number }
