import * as v from 'valibot'

// What the officials' tools may ask of the office function, and what it answers.

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const cell = v.pipe(v.string(), v.maxLength(200))
const cells = v.object({ name: cell, idNumber: cell, phone: cell, township: cell, insurance: cell })
const counts = v.object({ accepted: count, merged: count, rejected: count })
const bank = v.picklist(['SPDB', 'ABC'])

/** One row of a bank's list. The command line checks it too, so that it can say which row breaks a rule. */
export const merchantRow = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,32}$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  category: v.picklist(['dining', 'retail', 'culture']),
  icon: v.picklist(['noodles', 'hotpot', 'restaurant', 'lodging', 'retail', 'culture']),
  township: v.pipe(v.string(), v.minLength(1), v.maxLength(30)),
  address: v.pipe(v.string(), v.maxLength(200)),
  phone: v.pipe(v.string(), v.maxLength(40)),
  hours: v.pipe(v.string(), v.regex(/^\d\d:\d\d-\d\d:\d\d$/)),
  /** GCJ-02, around Shenmu: swapped columns are noticed. */
  lat: v.pipe(v.number(), v.minValue(37), v.maxValue(41)),
  lng: v.pipe(v.number(), v.minValue(108), v.maxValue(113)),
  terminals: v.array(v.object({ bank, terminalId: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,32}$/)) })),
})
const merchantResult = v.picklist(['added', 'known', 'rejected'])
export type MerchantRow = v.InferOutput<typeof merchantRow>

export const officeActions = {
  rosterBegin: {
    input: v.object({ fileHash: hash, fileName: v.pipe(v.string(), v.maxLength(200)), rows: v.pipe(count, v.minValue(1)) }),
    output: v.object({ importId: hash, state: v.picklist(['staging', 'accepting', 'accepted']) }),
  },
  rosterRows: {
    input: v.object({ importId: hash, rows: v.pipe(v.array(v.object({ line: count, cells })), v.maxLength(500)) }),
    output: v.object({ staged: count }),
  },
  rosterAccept: { input: v.object({ importId: hash }), output: v.object({ done: v.boolean(), counts }) },
  rosterReport: {
    input: v.object({ importId: hash, after: v.optional(v.string(), '') }),
    output: v.object({ rows: v.array(v.object({ line: count, result: v.string(), reason: v.string() })), next: v.nullable(v.string()) }),
  },
  merchantsImport: {
    input: v.object({ rows: v.pipe(v.array(merchantRow), v.maxLength(200)) }),
    output: v.object({ merchants: count, terminals: count, rows: v.array(v.object({ id: v.string(), result: merchantResult, reason: v.string() })) }),
  },
  batchIssue: {
    input: v.object({
      batchId: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,32}$/)),
      bank,
      fundId: v.string(),
      /** None: all. */ townships: v.optional(v.pipe(v.array(v.string()), v.maxLength(100)), []),
    }),
    output: v.object({ done: v.boolean(), issued: count, /** The city's money is set aside to the last pack (R4). */ moneySpent: v.boolean() }),
  },
  keyAdd: {
    input: v.object({
      bank: v.picklist(['SPDB', 'ABC', 'OWN']),
      serial: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,32}$/)),
      algorithm: v.picklist(['SHA256-RSA2048', 'SM2-WITH-SM3']),
      publicKeyPem: v.pipe(v.string(), v.startsWith('-----BEGIN PUBLIC KEY-----'), v.maxLength(2_000)),
      /** Our own key's private half, wrapped before it was sent. */
      privateSealed: v.optional(v.string()),
      from: v.number(),
      to: v.number(),
    }),
    output: v.object({ added: v.boolean() }),
  },
  merchantList: {
    input: v.object({ after: v.optional(v.string(), '') }),
    output: v.object({
      merchants: v.array(v.object({ ...merchantRow.entries, terminals: v.array(v.object({ bank: v.string(), terminalId: v.string() })) })),
      next: v.nullable(v.string()),
    }),
  },
} as const

export type OfficeActions = typeof officeActions
export type OfficeInput<A extends keyof OfficeActions> = v.InferInput<OfficeActions[A]['input']>
export type OfficeOutput<A extends keyof OfficeActions> = v.InferOutput<OfficeActions[A]['output']>
