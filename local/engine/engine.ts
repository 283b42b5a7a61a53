import type { Clock } from '../clock.ts'
import type { CloudDescription } from '../description.ts'
import { aggregate } from './actions/aggregate.ts'
import { count, get } from './actions/get.ts'
import { insert } from './actions/insert.ts'
import { modify, modifyAndReturn, remove } from './actions/modify.ts'
import { Desk, type Params } from './desk.ts'
import type { Doc } from './documents.ts'
import { invalidParameter, PlatformError } from './errors.ts'
import { Storage } from './storage.ts'
import { type Isolation, Transactions } from './transactions.ts'

export type { Params } from './desk.ts'
export type EngineOptions = { description: Pick<CloudDescription, 'collections'>; /** A folder, or `:memory:`. */ data: string; clock: Pick<Clock, 'now'>; isolation?: Isolation }

const sweepMs = 200
const actions: Record<string, (desk: Desk) => Doc | Promise<Doc>> = {
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.calculateDocument': count,
  'database.modifyDocument': modify,
  'database.removeDocument': remove,
  'database.modifyAndReturnDoc': modifyAndReturn,
  'database.aggregateDocuments': aggregate,
}

/** CloudBase's document database, in process: the actions of its wire protocol without the wire. */
export class Engine {
  private readonly storage: Storage
  private readonly transactions: Transactions
  private readonly sweep: NodeJS.Timeout

  constructor(private readonly options: EngineOptions) {
    this.storage = new Storage(options.data, options.description)
    this.transactions = new Transactions(this.storage, () => options.clock.now(), options.isolation ?? 'snapshot')
    this.sweep = setInterval(() => this.transactions.expire(), sweepMs)
    this.sweep.unref()
  }

  /** Runs `database.<name>`. Throws a PlatformError in the platform's words; one inside a transaction ends the transaction. */
  async call(action: string, params: Params): Promise<Doc> {
    const { transactionId = '' } = params
    switch (action) {
      case 'database.addCollection':
        if (!params.collectionName) throw invalidParameter('collectionName is required')
        this.storage.create(params.collectionName)
        return {}
      case 'database.startTransaction':
        return { transactionId: this.transactions.start() }
      case 'database.commitTransaction':
        this.transactions.commit(transactionId)
        return { transactionId }
      case 'database.abortTransaction':
        this.transactions.abort(transactionId)
        return { transactionId }
    }
    const handler = actions[action]
    if (!handler) throw new PlatformError('ACTION_NOT_SUPPORTED', `action ${action} is not supported`)
    try {
      return await handler(new Desk(this.storage, this.transactions, this.options.clock, params))
    } catch (error) {
      this.transactions.fail(transactionId)
      throw error
    }
  }

  close(): void {
    clearInterval(this.sweep)
    this.storage.close()
  }
}
