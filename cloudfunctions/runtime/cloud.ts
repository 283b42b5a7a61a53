import cloudSdk from 'wx-server-sdk'

// The one importer of wx-server-sdk, and the one place that knows what its errors mean. Everything else speaks of Database.

export type Fault = 'duplicate' | 'conflict' | 'rate' | 'timeout' | 'unknown'
export type Where = Record<string, unknown>
type Fields = Record<string, unknown>

/** Operations inside one transaction, one after another (never in parallel: the platform answers TransactionBusy). */
export type Tx = {
  get(collection: string, id: string): Promise<Fields | null>
  add(collection: string, doc: Fields): Promise<void>
  /** Sets only the fields named; `a.b` reaches inside. */
  update(collection: string, id: string, fields: Fields): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

export type Database = {
  get(collection: string, id: string): Promise<Fields | null>
  find(collection: string, where: Where, options?: { orderBy?: [string, 'asc' | 'desc']; limit?: number }): Promise<Fields[]>
  add(collection: string, doc: Fields): Promise<void>
  addMany(collection: string, docs: Fields[]): Promise<void>
  /** How many documents changed. */
  update(collection: string, where: Where | string, fields: Fields): Promise<number>
  remove(collection: string, where: Where | string): Promise<number>
  begin(): Promise<Tx>
}

const requestTimeoutMs = 2_000

/** What went wrong, from the platform's own words. `unknown` means: the outcome is unknown, read before you answer. */
export function faultOf(error: unknown): Fault {
  const text = error instanceof Error ? error.message : JSON.stringify(error ?? '')
  const words = `${text} ${String((error as { errMsg?: string } | null)?.errMsg ?? '')}`
  if (/E11000/.test(words)) return 'duplicate'
  if (/TransactionConflict|TransactionBusy|WriteConflict/.test(words)) return 'conflict'
  if (/EXCEED_RATELIMIT|RATELIMIT/.test(words)) return 'rate'
  if (/timeout|timed out|ETIMEDOUT|ESOCKETTIMEDOUT/i.test(words)) return 'timeout'
  return 'unknown'
}

// The SDK's own types leave out `timeout`, `keepalive` and `throwOnNotFound`, which its run time reads.
const sdk = cloudSdk as unknown as {
  init(config: object): void
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's chained builders are not worth a second set of types
  database(): any
  getWXContext(): { OPENID?: string }
  callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>
  openapi: { phonenumber: { getPhoneNumber(options: { code: string }): Promise<{ phoneInfo?: { purePhoneNumber?: string } }> } }
}

let started = false
function start(): void {
  if (started) return
  sdk.init({ env: process.env.TCB_ENV, keepalive: true, timeout: requestTimeoutMs, throwOnNotFound: false })
  started = true
}

/** The openid of whoever calls, by the platform's word; null over HTTP and from the server side. Ask it first thing. */
export function callerOpenid(): string | null {
  return sdk.getWXContext().OPENID || null
}

/** The verified phone number behind the code of WeChat's phone button. Throws with `errCode` 1400001 when the quota is spent. */
export async function wechatPhone(code: string): Promise<string> {
  start()
  const reply = await sdk.openapi.phonenumber.getPhoneNumber({ code })
  const phone = reply.phoneInfo?.purePhoneNumber
  if (!phone) throw new Error('getPhoneNumber gave no number')
  return phone
}

/** Calls another function from the server side (the officials' command line). */
export async function callFunction(name: string, data: object): Promise<unknown> {
  start()
  return (await sdk.callFunction({ name, data })).result
}

/** The database of the environment. */
export function openDatabase(): Database {
  start()
  const db = sdk.database()
  // `_.set` keeps the SDK from flattening objects into dotted paths: a value given is the value stored.
  const setting = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value === undefined ? db.command.remove() : isPlain(value) ? db.command.set(value) : value]),
    )
  return {
    async get(collection, id) {
      return (await db.collection(collection).doc(id).get()).data ?? null
    },
    async find(collection, where, { orderBy, limit = 100 } = {}) {
      let query = db.collection(collection).where(where)
      if (orderBy) query = query.orderBy(orderBy[0], orderBy[1])
      return (await query.limit(limit).get()).data
    },
    async add(collection, doc) {
      await db.collection(collection).add({ data: doc })
    },
    async addMany(collection, docs) {
      await db.collection(collection).add({ data: docs })
    },
    async update(collection, where, fields) {
      const target = typeof where === 'string' ? db.collection(collection).doc(where) : db.collection(collection).where(where)
      return (await target.update({ data: setting(fields) })).stats.updated
    },
    async remove(collection, where) {
      const target = typeof where === 'string' ? db.collection(collection).doc(where) : db.collection(collection).where(where)
      return (await target.remove()).stats.removed
    },
    async begin() {
      const tx = await db.startTransaction()
      return {
        get: async (collection, id) => (await tx.collection(collection).doc(id).get()).data ?? null,
        add: async (collection, doc) => {
          await tx.collection(collection).add({ data: doc })
        },
        update: async (collection, id, fields) => {
          await tx.collection(collection).doc(id).update({ data: setting(fields) })
        },
        commit: async () => {
          await tx.commit()
        },
        rollback: async () => {
          await tx.rollback()
        },
      }
    },
  }
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && value.constructor === Object

// biome-ignore lint/suspicious/noExplicitAny: the SDK's own command builder
function command(): any {
  start()
  return sdk.database().command
}

/** An atomic change of a number, as a value for `update`. */
export const increment = (by: number): unknown => command().inc(by)

/** Comparisons for `find`. */
export const gt = (value: unknown): unknown => command().gt(value)
export const lt = (value: unknown): unknown => command().lt(value)
export const oneOf = (values: readonly unknown[]): unknown => command().in(values)
