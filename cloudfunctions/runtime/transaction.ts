import { type Database, faultOf, type Tx } from './cloud.ts'

/** A commit whose outcome is not known. Whoever catches it reads the order before answering (protocol §4). */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown'
}

/** No time left, or conflicts to the end: nothing was changed by us, the caller may come again. */
export class SystemBusy extends Error {
  override name = 'SystemBusy'
}

const attempts = 4
const baseWaitMs = 25

export type TransactionOptions = { deadline: number; now: () => number; wait: (ms: number) => Promise<void>; random: () => number; onRetry?: () => void }

/**
 * Runs `work` in a transaction and commits, or aborts on every other way out. Conflicts are tried again with jitter while
 * there is time. Throws OutcomeUnknown when a commit failed without a reason that says it did not happen, SystemBusy when
 * conflicts do not end, and whatever `work` threw otherwise.
 */
export async function runTransaction<T>(database: Database, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const result = await attemptOnce(database, work)
    if (result.done) return result.value
    const waitMs = baseWaitMs * 2 ** attempt * (0.5 + options.random())
    if (attempt >= attempts || options.now() + waitMs >= options.deadline) throw new SystemBusy('conflicts did not end', { cause: result.error })
    options.onRetry?.()
    await options.wait(waitMs)
  }
}

type Attempt<T> = { done: true; value: T } | { done: false; error: unknown }

async function attemptOnce<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<Attempt<T>> {
  const tx = await database.begin()
  let value: T
  try {
    value = await work(tx)
  } catch (error) {
    // The platform may have ended it already; whatever the abort says, the first error is the one that matters.
    await tx.rollback().catch(() => undefined)
    if (faultOf(error) === 'conflict') return { done: false, error }
    throw error
  }
  try {
    await tx.commit()
    return { done: true, value }
  } catch (error) {
    if (faultOf(error) === 'conflict') return { done: false, error }
    throw new OutcomeUnknown('the commit was not answered', { cause: error })
  }
}

/** Somebody else changed the same thing between our read and our write: as good as the platform's own conflict. */
class GuardCollision extends Error {
  override name = 'GuardCollision'
  constructor() {
    super('TransactionConflict: the guard document exists')
  }
}

/** Adds a guard document. One that is there means: begin again, and see what somebody else wrote meanwhile. */
export async function guarded(add: () => Promise<void>): Promise<void> {
  try {
    await add()
  } catch (error) {
    throw faultOf(error) === 'duplicate' ? new GuardCollision() : error
  }
}
