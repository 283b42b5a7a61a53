import { randomUUID } from 'node:crypto'
import { transactionConflict, transactionNotExist } from './errors.ts'
import type { Storage, Write } from './storage.ts'

export type Isolation = 'snapshot' | 'read-committed'

/** What a document was before the commit numbered `seq`. */
type Change = { seq: number; before: string | null }
export type Transaction = {
  id: string
  startedAt: number
  /** What was committed when it first touched something; null until then. */
  snapshot: number | null
  /** By place. */
  writes: Map<string, Write>
  locks: Set<string>
}

const limitMs = 30_000

/** Where something is that only one open transaction may have written: a document, or a value of a unique index. */
export const placeOf = (collection: string, key: string): string => `${collection}\u0000${key}`

/**
 * Transactions over the store: snapshot at the first operation, first writer wins, conflicts at once, 30 s. Old versions are
 * kept only while somebody may still read them.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, string>()
  private readonly changes = new Map<string, Change[]>()
  /** Places in the order of their changes, so that old versions are let go from the front. */
  private history: { seq: number; place: string }[] = []
  private waiting: (() => void)[] = []
  private seq = 0

  constructor(
    private readonly storage: Storage,
    private readonly now: () => number,
    private readonly isolation: Isolation,
  ) {}

  start(): string {
    const id = randomUUID()
    this.open.set(id, { id, startedAt: this.now(), snapshot: null, writes: new Map(), locks: new Set() })
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
    const place = placeOf(collection, key)
    const own = transaction.writes.get(place)
    if (own) return own.json
    if (this.isolation === 'snapshot') {
      const later = this.changes.get(place)?.find((change) => this.isLater(change, transaction))
      if (later) return later.before
    }
    return this.storage.get(collection, key)
  }

  /** The keys of a collection that the transaction sees otherwise than the store has them, or may. */
  differing(transaction: Transaction, collection: string): string[] {
    const within = placeOf(collection, '')
    return [...this.changes.keys(), ...transaction.writes.keys()].filter((place) => place.startsWith(within)).map((place) => place.slice(within.length))
  }

  /**
   * Takes the locks and remembers the write. `places` are those the write stands on: its document and its unique values.
   * Somebody else's lock, or a change of the document since the snapshot, ends the transaction with the platform's conflict.
   */
  write(transaction: Transaction, write: Write, places: readonly string[]): void {
    const place = placeOf(write.collection, write.key)
    const changed = this.isolation === 'snapshot' && this.changes.get(place)?.some((change) => this.isLater(change, transaction))
    if (changed || this.lockedBy(places, transaction)) {
      this.end(transaction)
      throw transactionConflict()
    }
    for (const one of places) {
      this.locks.set(one, transaction.id)
      transaction.locks.add(one)
    }
    transaction.writes.set(place, write)
  }

  commit(id: string): void {
    const transaction = this.use(id)
    try {
      if (transaction.writes.size > 0) this.applyAll([...transaction.writes.values()])
    } finally {
      this.end(transaction)
    }
  }

  abort(id: string): void {
    this.end(this.use(id))
  }

  /** Ends a transaction in which an operation failed: as in MongoDB, it cannot go on. */
  fail(id: string): void {
    const transaction = this.open.get(id)
    if (transaction) this.end(transaction)
  }

  /** A plain write: durable at once, seen by nobody's older snapshot. The caller has waited for the locks. */
  applyAll(writes: readonly Write[]): void {
    const before = this.open.size > 0 ? writes.map(({ collection, key }) => this.storage.get(collection, key)) : null
    this.storage.apply(writes)
    this.seq += 1
    if (!before) return
    for (const [i, { collection, key }] of writes.entries()) {
      const place = placeOf(collection, key)
      this.changes.set(place, [...(this.changes.get(place) ?? []), { seq: this.seq, before: before[i] ?? null }])
      this.history.push({ seq: this.seq, place })
    }
  }

  /** Whether an open transaction (other than `but`) has written at one of these places. */
  lockedBy(places: readonly string[], but?: Transaction): boolean {
    return places.some((place) => {
      const holder = this.locks.get(place)
      return holder !== undefined && holder !== but?.id
    })
  }

  /** Resolves when some transaction ended. */
  released(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** Ends what has lived for 30 s. Called with every use, and by a timer so that waiting writers go on. */
  expire(): void {
    for (const transaction of this.open.values()) if (this.now() - transaction.startedAt > limitMs) this.end(transaction)
  }

  private isLater(change: Change, transaction: Transaction): boolean {
    return change.seq > (transaction.snapshot ?? this.seq)
  }

  private end(transaction: Transaction): void {
    this.open.delete(transaction.id)
    for (const place of transaction.locks) this.locks.delete(place)
    this.forget()
    const waiting = this.waiting
    this.waiting = []
    for (const resolve of waiting) resolve()
  }

  /** Lets go of the versions that no open snapshot can still see. */
  private forget(): void {
    let oldest = this.seq
    for (const { snapshot } of this.open.values()) oldest = Math.min(oldest, snapshot ?? this.seq)
    const kept = this.history.findIndex(({ seq }) => seq > oldest)
    if (kept === 0) return
    const gone = kept < 0 ? this.history : this.history.slice(0, kept)
    this.history = kept < 0 ? [] : this.history.slice(kept)
    for (const { place } of gone) {
      const left = this.changes.get(place)?.filter(({ seq }) => seq > oldest) ?? []
      if (left.length === 0) this.changes.delete(place)
      else this.changes.set(place, left)
    }
  }
}
