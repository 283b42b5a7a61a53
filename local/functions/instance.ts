import path from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'

export type InstanceOptions = { name: string; file: string; env: Record<string, string>; clockOffset: () => number; log: (line: string) => void }
export type Reply = { id: string; result: string } | { id: string; error: string }

/** One instance of a function: a thread with its own environment. It tells once when it is ready, and once when it is gone. */
export class Instance {
  private readonly worker: Worker
  private waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null
  private cause: Error | null = null
  /** Resolves when the first call may come; rejects when the thread dies before. */
  readonly ready: Promise<void>

  constructor(
    private readonly options: InstanceOptions,
    onGone: (instance: Instance) => void,
  ) {
    const { name, file, env, clockOffset, log } = options
    this.worker = new Worker(path.join(__dirname, 'worker.cjs'), { workerData: { name, file, offset: clockOffset() }, env: { ...env }, stdout: true, stderr: true, execArgv: [] })
    for (const stream of [this.worker.stdout, this.worker.stderr]) createInterface({ input: stream }).on('line', log)
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('message', () => resolve())
      this.worker.once('exit', () => reject(this.cause ?? new Error(`${name} did not start`)))
    })
    // Whoever waits for it hears of it; nobody else needs to.
    this.ready.catch(() => undefined)
    this.worker.on('message', (message: Reply) => {
      if ('id' in message) this.waiting?.resolve(message)
    })
    this.worker.on('error', (error) => {
      this.cause = error
      log(String(error.stack))
    })
    this.worker.on('exit', () => {
      this.waiting?.reject(this.cause ?? new Error(`${name} exited`))
      onGone(this)
    })
  }

  /** Serves one call. Rejects when the thread dies under it. */
  serve(id: string, event: string, env: Record<string, string>): Promise<Reply> {
    const offset = this.options.clockOffset()
    return new Promise<Reply>((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.worker.postMessage({ id, event, env: { ...env, LOCAL_CLOCK_OFFSET_MS: String(offset) }, offset })
    }).finally(() => {
      this.waiting = null
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}
