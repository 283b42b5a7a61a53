import { aggregate, find } from 'mingo'
import type { CloudDescription } from '../description.ts'
import type { Clock } from '../clock.ts'
import { type Doc, keyOf, newId, parse, stringify } from './documents.ts'
import { duplicateKey, invalidParameter, PlatformError } from './errors.ts'
import { candidates, type Found, matcher, readRow, type Sort, valuesOf } from './query.ts'
import { Storage, type Write } from './storage.ts'
import { type Isolation, type Transaction, Transactions } from './transactions.ts'
import { updated } from './update.ts'

/** A request as the SDK sends it: texts inside are EJSON. */
export type Params = {
  collectionName?: string
  query?: string
  queryType?: 'WHERE' | 'DOC'
  data?: string | string[]
  order?: string
  offset?: number
  limit?: number
  projection?: string
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  transactionId?: string
  stages?: { stageKey: string; stageValue: string }[]
}
export type EngineOptions = { description: Pick<CloudDescription, 'collections'>; data: string; clock: Clock; isolation?: Isolation }

const defaultLimit = 100
const maxLimit = 1_000
const aggregateLimit = 20

/** CloudBase's document database, in process. Each public method is one action of its wire protocol. */
export class Engine {
  private readonly storage: Storage
  private readonly transactions: Transactions
  private readonly sweep: NodeJS.Timeout

  constructor(private readonly options: EngineOptions) {
    this.storage = new Storage(options.data, options.description)
    this.transactions = new Transactions(this.storage, () => options.clock.now(), options.isolation ?? 'snapshot')
    this.sweep = setInterval(() => this.transactions.expire(), 500)
    this.sweep.unref()
  }

  /** Runs `database.<name>`. Throws a PlatformError in the platform's words. */
  async call(action: string, params: Params): Promise<Doc> {
    const handler = this.actions[action]
    if (!handler) throw new PlatformError('ACTION_NOT_SUPPORTED', `action ${action} is not supported`)
    return handler(params)
  }

  close(): void {
    clearInterval(this.sweep)
    this.storage.close()
  }

  private readonly actions: Record<string, (params: Params) => Doc | Promise<Doc>> = {
    'database.addCollection': (params) => {
      this.storage.create(collectionOf(params))
      return {}
    },
    'database.startTransaction': () => ({ transactionId: this.transactions.start() }),
    'database.commitTransaction': ({ transactionId = '' }) => {
      this.transactions.commit(transactionId)
      return { transactionId }
    },
    'database.abortTransaction': ({ transactionId = '' }) => {
      this.transactions.abort(transactionId)
      return { transactionId }
    },
    'database.insertDocument': (params) => this.insert(params),
    'database.getDocument': (params) => this.getDocuments(params),
    'database.calculateDocument': (params) => ({ data: { total: this.match(params).length } }),
    'database.modifyDocument': (params) => this.modify(params),
    'database.removeDocument': (params) => this.removeDocuments(params),
    'database.modifyAndReturnDoc': (params) => this.modifyAndReturn(params),
    'database.aggregateDocuments': (params) => this.aggregateDocuments(params),
  }

  private parse(text: string | undefined): Doc {
    return text ? parse(text, this.options.clock.now()) : {}
  }

  private transactionOf(params: Params): Transaction | null {
    return params.transactionId ? this.transactions.use(params.transactionId) : null
  }

  private async insert(params: Params): Promise<Doc> {
    const collection = collectionOf(params)
    const indexes = this.storage.indexesOf(collection)
    const docs = (Array.isArray(params.data) ? params.data : [params.data ?? '{}']).map((text) => {
      const doc = this.parse(text)
      return '_id' in doc && doc._id !== null && doc._id !== undefined && doc._id !== '' ? doc : { ...doc, _id: newId() }
    })
    const writes = docs.map((doc) => ({ collection, key: keyOf(doc._id), json: stringify(doc) }))
    const transaction = this.transactionOf(params)
    if (!transaction) await this.untilUnlocked(() => writes)
    const seen = new Set<string>()
    for (const write of writes) {
      const there = transaction ? this.transactions.read(transaction, collection, write.key) : this.storage.get(collection, write.key)
      if (there !== null || seen.has(write.key)) throw duplicateKey(collection, '_id_', write.key.slice(1))
      seen.add(write.key)
    }
    if (transaction) {
      for (const write of writes) {
        if (indexes.some((index) => index.unique)) this.checkUnique(collection, write)
        this.transactions.write(transaction, write)
      }
    } else this.transactions.applyAll(writes)
    return { data: { insertedIds: docs.map((doc) => doc._id) } }
  }

  /** A unique index is also asked at once, so that a transaction hears of E11000 from the write and not from its commit. */
  private checkUnique(collection: string, write: Write): void {
    const doc = this.parse(write.json ?? undefined)
    for (const index of this.storage.indexesOf(collection)) {
      if (!index.unique) continue
      const query = Object.fromEntries(Object.keys(index.keys).map((name) => [name, doc[name] ?? null]))
      if (this.matching(collection, query, null).some((found) => found.key !== write.key)) throw duplicateKey(collection, index.name, query)
    }
  }

  private *found(collection: string, query: Doc, sort: Sort | null): Iterable<Found> {
    const { rows, sorted } = candidates(this.storage, collection, query, sort)
    const matches = matcher(query)
    if (sort && !sorted) {
      const all = [...rows].map(readRow).filter(({ doc }) => matches(doc))
      const ordered = find(all.map(({ doc }) => doc), {}).sort(sort).all() as Doc[]
      const byDoc = new Map(all.map((one) => [one.doc, one]))
      for (const doc of ordered) yield byDoc.get(doc) ?? { key: keyOf(doc._id), doc, json: stringify(doc) }
      return
    }
    for (const row of rows) {
      const one = readRow(row)
      if (matches(one.doc)) yield one
    }
  }

  private matching(collection: string, query: Doc, sort: Sort | null): Found[] {
    return [...this.found(collection, query, sort)]
  }

  private match(params: Params): Found[] {
    return this.matching(collectionOf(params), this.parse(params.query), null)
  }

  private getDocuments(params: Params): Doc {
    const collection = collectionOf(params)
    const transaction = this.transactionOf(params)
    const projection = params.projection ? this.parse(params.projection) : null
    const sort = params.order ? (this.parse(params.order) as Sort) : null
    const offset = params.offset ?? 0
    const limit = Math.min(params.limit ?? defaultLimit, maxLimit)
    const list: Doc[] = []
    const seen = transaction ? this.seenBy(transaction, collection, this.parse(params.query)) : this.found(collection, this.parse(params.query), sort)
    let skipped = 0
    for (const { doc } of seen) {
      if (skipped++ < offset) continue
      list.push(doc)
      if (list.length >= limit) break
    }
    const shown = projection ? (find(list, {}, projection as never).all() as Doc[]) : list
    return { data: { list: shown.map(stringify), limit, offset } }
  }

  /** What a query finds inside a transaction: by `_id` in one look, else among all that it can see. */
  private seenBy(transaction: Transaction, collection: string, query: Doc): Found[] {
    const ids = valuesOf(query._id)
    const keys = ids ? ids.map(keyOf) : [...new Set([...[...this.storage.scan(collection)].map(({ key }) => key), ...this.transactions.writtenIn(transaction, collection)])]
    const matches = matcher(query)
    return keys.flatMap((key) => {
      const json = this.transactions.read(transaction, collection, key)
      const doc = json === null ? null : this.parse(json)
      return json !== null && doc && matches(doc) ? [{ key, json, doc }] : []
    })
  }

  /** Waits until none of the documents a plain write will touch is locked; asked again after each wait, since they change. */
  private async untilUnlocked(touched: () => { collection: string; key: string }[]): Promise<void> {
    while (touched().some(({ collection, key }) => this.transactions.isLocked(collection, key))) await this.transactions.released()
  }

  /** The documents a write means: inside a transaction the one named, else all that match. */
  private async targets(params: Params, transaction: Transaction | null): Promise<Found[]> {
    const collection = collectionOf(params)
    if (transaction) return this.seenBy(transaction, collection, this.parse(params.query))
    await this.untilUnlocked(() => this.match(params).map(({ key }) => ({ collection, key })))
    const all = this.match(params)
    return params.multi ? all : all.slice(0, 1)
  }

  private save(transaction: Transaction | null, writes: Write[]): void {
    if (!transaction) this.transactions.applyAll(writes)
    else for (const write of writes) this.transactions.write(transaction, write)
  }

  private async modify(params: Params): Promise<Doc> {
    const collection = collectionOf(params)
    const transaction = this.transactionOf(params)
    const change = this.parse(params.data as string)
    const targets = await this.targets(params, transaction)
    const writes = targets.flatMap(({ key, doc, json }) => {
      const next = stringify(params.merge ? updated(doc, change) : { ...change, _id: doc._id })
      return next === json ? [] : [{ collection, key, json: next }]
    })
    if (targets.length === 0 && params.upsert) {
      const doc = { ...change, _id: this.parse(params.query)._id ?? newId() }
      this.save(transaction, [{ collection, key: keyOf(doc._id), json: stringify(doc) }])
      return { data: { updated: 0, upsert_id: doc._id } }
    }
    if (writes.length > 0) this.save(transaction, writes)
    return { data: { updated: writes.length, upsert_id: null } }
  }

  private async removeDocuments(params: Params): Promise<Doc> {
    const collection = collectionOf(params)
    const transaction = this.transactionOf(params)
    const targets = await this.targets({ ...params, multi: params.queryType === 'DOC' ? false : params.multi }, transaction)
    const writes = targets.map(({ key }) => ({ collection, key, json: null }))
    if (writes.length > 0) this.save(transaction, writes)
    return { data: { deleted: writes.length } }
  }

  private async modifyAndReturn(params: Params): Promise<Doc> {
    const transaction = this.transactionOf(params)
    const [target] = await this.targets({ ...params, multi: false }, transaction)
    if (!target) return { data: { updated: 0, doc: null } }
    const json = stringify(updated(target.doc, this.parse(params.data as string)))
    if (json !== target.json) this.save(transaction, [{ collection: collectionOf(params), key: target.key, json }])
    return { data: { updated: json === target.json ? 0 : 1, doc: json } }
  }

  private aggregateDocuments(params: Params): Doc {
    const collection = collectionOf(params)
    const docs = [...this.storage.scan(collection)].map((row) => readRow(row).doc)
    const stages = (params.stages ?? []).map(({ stageKey, stageValue }) => ({ [stageKey]: this.parse(`{"v":${stageValue}}`).v }))
    const list = aggregate(docs, stages as never, { collectionResolver: (name: string) => [...this.storage.scan(name)].map((row) => readRow(row).doc) } as never)
    const limited = stages.some((stage) => '$limit' in stage) ? list : list.slice(0, aggregateLimit)
    return { data: { list: limited.map(stringify) } }
  }
}

function collectionOf(params: Params): string {
  if (!params.collectionName) throw invalidParameter('collectionName is required')
  return params.collectionName
}
