import { randomUUID } from 'node:crypto'
import { transactionConflict, transactionNotExist } from './errors.ts'
import type { Storage, Write } from './storage.ts'

export type Isolation = 'snapshot' | 'read-committed'

type Change = { seq: number; before: string | null }
export type Transaction = {
  id: string
  startedAt: number
  /** What was committed when it first touched something; null until then. */
  snapshot: number | null
  writes: Map<string, Write>
}

const limitMs = 30_000
const place = (collection: string, key: string): string => `${collection}\u0000${key}`

/**
 * Transactions over the store: snapshot at the first operation, first writer wins, conflicts at once, 30 s. Old versions are
 * kept only while somebody may still read them.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, string>()
  private readonly changes = new Map<string, Change[]>()
  private waiting: (() => void)[] = []
  private seq = 0

  constructor(
    private readonly storage: Storage,
    private readonly now: () => number,
    private readonly isolation: Isolation,
  ) {}

  start(): string {
    const id = randomUUID()
    this.open.set(id, { id, startedAt: this.now(), snapshot: null, writes: new Map() })
    return id
  }

  /** The transaction, with its snapshot taken. Gone after commit, abort, a conflict, or 30 s. */
  use(id: string): Transaction {
    this.expire()
    const transaction = this.open.get(id)
    if (!transaction) throw transactionNotExist()
    transaction.snapshot ??= this.seq
    return transaction
  }

  /** What the transaction sees of a document: its own writes, then its snapshot. */
  read(transaction: Transaction, collection: string, key: string): string | null {
    const own = transaction.writes.get(place(collection, key))
    if (own) return own.json
    const current = this.storage.get(collection, key)
    if (this.isolation === 'read-committed') return current
    const later = this.changes.get(place(collection, key))?.find((change) => change.seq > (transaction.snapshot ?? this.seq))
    return later ? later.before : current
  }

  /** The keys of a collection the transaction has written itself. */
  writtenIn(transaction: Transaction, collection: string): string[] {
    return [...transaction.writes.values()].filter((write) => write.collection === collection).map(({ key }) => key)
  }

  /** Takes the lock and remembers the write. Somebody else's lock, or a change since the snapshot, ends the transaction. */
  write(transaction: Transaction, write: Write): void {
    const at = place(write.collection, write.key)
    const holder = this.locks.get(at)
    const changed = this.isolation === 'snapshot' && this.changes.get(at)?.some((change) => change.seq > (transaction.snapshot ?? this.seq))
    if ((holder && holder !== transaction.id) || changed) {
      this.end(transaction)
      throw transactionConflict()
    }
    this.locks.set(at, transaction.id)
    transaction.writes.set(at, write)
  }

  commit(id: string): void {
    const transaction = this.use(id)
    const writes = [...transaction.writes.values()]
    try {
      if (writes.length > 0) this.applyAll(writes)
    } finally {
      this.end(transaction)
    }
  }

  abort(id: string): void {
    this.end(this.use(id))
  }

  /** A plain write: durable at once, seen by nobody's older snapshot. The caller has waited for the locks. */
  applyAll(writes: readonly Write[]): void {
    const before = this.open.size > 0 ? writes.map(({ collection, key }) => this.storage.get(collection, key)) : null
    this.storage.apply(writes)
    this.seq += 1
    if (!before) return
    for (const [i, { collection, key }] of writes.entries()) {
      const at = place(collection, key)
      this.changes.set(at, [...(this.changes.get(at) ?? []), { seq: this.seq, before: before[i] ?? null }])
    }
  }

  isLocked(collection: string, key: string): boolean {
    this.expire()
    return this.locks.has(place(collection, key))
  }

  /** Resolves when some lock was released. */
  released(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** Ends what has lived for 30 s. Called with every use, and by a timer so that waiting writers go on. */
  expire(): void {
    for (const transaction of this.open.values()) if (this.now() - transaction.startedAt > limitMs) this.end(transaction)
  }

  private end(transaction: Transaction): void {
    this.open.delete(transaction.id)
    for (const [at, holder] of this.locks) if (holder === transaction.id) this.locks.delete(at)
    if (this.open.size === 0) this.changes.clear()
    const waiting = this.waiting
    this.waiting = []
    for (const resolve of waiting) resolve()
  }
}
