import { PlatformError } from '../engine/errors.ts'
import type { Params } from '../engine/engine.ts'

/** What the local cloud can be told to do to its callers, at run time. Nothing of it happens unless asked. */
export type Troubles = {
  /** Each database request takes so long, drawn evenly between the two. */
  delayMs?: [number, number]
  /** Requests a second, functions and database together, before the platform's limit is answered. */
  ratePerSecond?: number
  /** Two requests of one transaction at once: the second is refused, as on the real cloud. */
  busy?: boolean
  /** The next insert of an array stops in its middle, with an error that does not say so. */
  halfInsert?: boolean
}

const busyHoldMs = 3
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

// wx-server-sdk drops a code it does not know, so the word stands in the message too. The real sentence is not documented.
const rateExceeded = () => new PlatformError('EXCEED_RATELIMIT', '[EXCEED_RATELIMIT] Request rate limit exceeded, please try again later.')
const transactionBusy = () => new PlatformError('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionBusy] Transaction is busy, please try again later.')
const brokenOff = () => new PlatformError('DATABASE_REQUEST_FAILED', '[InternalError] Internal error, please try again later.')

/** Stands between the door and the engine and carries out the troubles asked for. */
export class Troublemaker {
  private readonly running = new Set<string>()
  private second = 0
  private asked = 0

  constructor(readonly troubles: Troubles) {}

  /** Counts a request against the rate. Throws the platform's limit when it is one too many. */
  admit(): void {
    const { ratePerSecond } = this.troubles
    if (ratePerSecond === undefined) return
    const second = Math.floor(performance.now() / 1_000)
    this.asked = second === this.second ? this.asked + 1 : 1
    this.second = second
    if (this.asked > ratePerSecond) throw rateExceeded()
  }

  /** Runs one database request with what the troubles make of it. */
  async around<T>(params: Params, work: (params: Params) => Promise<T>): Promise<T> {
    const { delayMs, busy, halfInsert } = this.troubles
    const { transactionId = '', data } = params
    if (busy && this.running.has(transactionId)) throw transactionBusy()
    if (busy && transactionId) this.running.add(transactionId)
    try {
      if (busy && transactionId) await pause(busyHoldMs)
      if (delayMs) await pause(delayMs[0] + Math.random() * (delayMs[1] - delayMs[0]))
      if (!halfInsert || !Array.isArray(data) || data.length < 2) return await work(params)
      this.troubles.halfInsert = false
      await work({ ...params, data: data.slice(0, Math.ceil(data.length / 2)) })
      throw brokenOff()
    } finally {
      this.running.delete(transactionId)
    }
  }
}
