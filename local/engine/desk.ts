import type { Clock } from '../clock.ts'
import { type Doc, parse } from './documents.ts'
import { invalidParameter } from './errors.ts'
import { findCommitted, findIn, type Found } from './find.ts'
import type { Sort } from './plan.ts'
import { isUnique } from './sql.ts'
import type { Storage } from './storage.ts'
import type { Transaction, Transactions } from './transactions.ts'

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

/** What every action works with: one request read into documents, and the store it is put to. */
export class Desk {
  readonly collection: string
  readonly query: Doc
  readonly sort: Sort | null

  constructor(
    readonly storage: Storage,
    readonly transactions: Transactions,
    private readonly clock: Pick<Clock, 'now'>,
    readonly params: Params,
  ) {
    if (!params.collectionName) throw invalidParameter('collectionName is required')
    this.collection = params.collectionName
    this.storage.indexesOf(this.collection)
    this.query = this.read(params.query)
    this.sort = params.order ? (this.read(params.order) as Sort) : null
  }

  read(text: string | undefined): Doc {
    return text ? parse(text, this.clock.now()) : {}
  }

  now(): number {
    return this.clock.now()
  }

  /** The transaction the request belongs to, if any. */
  transaction(): Transaction | null {
    return this.params.transactionId ? this.transactions.use(this.params.transactionId) : null
  }

  /** What the query means: in a transaction what it sees, else what is committed. */
  find(transaction: Transaction | null): Iterable<Found> {
    return transaction
      ? findIn(this.transactions, this.storage, transaction, this.collection, this.query, this.sort)
      : findCommitted(this.storage, this.collection, this.query, this.sort)
  }

  hasUnique(): boolean {
    return this.storage.indexesOf(this.collection).some(isUnique)
  }
}
