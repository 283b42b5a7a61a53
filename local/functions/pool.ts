import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

export type Caller = { openid?: string; ip?: string }
export type PoolOptions = {
  name: string
  file: string
  timeoutSeconds: number
  instances: number
  env: Record<string, string>
  clockOffset: () => number
  log: (line: string) => void
}

type Job = { event: unknown; env: Record<string, string>; resolve: (value: unknown) => void; reject: (error: Error) => void }

/** The platform's word for a function that ran too long. */
export class FunctionTimeout extends Error {
  readonly code = 'FUNCTION_TIME_LIMIT_EXCEEDED'
}

/** A function threw, or its instance died. */
export class FunctionFailed extends Error {
  readonly code = 'FUNCTIONS_EXECUTE_FAIL'
}

/** The instances of one function: each serves one call at a time; more calls wait. */
export class FunctionPool {
  private readonly idle: Worker[] = []
  private readonly all = new Set<Worker>()
  private readonly queue: Job[] = []

  constructor(private readonly options: PoolOptions) {}

  /** Calls the function as `caller`. Rejects with FunctionTimeout or FunctionFailed. */
  call(event: unknown, caller: Caller): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.queue.push({ event, env: contextOf(caller), resolve, reject })
      this.next()
    })
  }

  async stop(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.terminate()))
  }

  private next(): void {
    if (this.queue.length === 0) return
    const worker = this.idle.pop() ?? (this.all.size < this.options.instances ? this.start() : null)
    const job = worker ? this.queue.shift() : undefined
    if (worker && job) this.run(worker, job)
  }

  private start(): Worker {
    const { name, file, env } = this.options
    const worker = new Worker(path.join(__dirname, 'worker.cjs'), { workerData: { name, file }, env: { ...env }, stdout: true, stderr: true, execArgv: [] })
    const lines = (stream: NodeJS.ReadableStream) => stream.on('data', (chunk: Buffer) => this.options.log(chunk.toString('utf8').trimEnd()))
    lines(worker.stdout)
    lines(worker.stderr)
    this.all.add(worker)
    worker.on('exit', () => this.all.delete(worker))
    return worker
  }

  private run(worker: Worker, job: Job): void {
    const id = randomUUID()
    const limitMs = this.options.timeoutSeconds * 1000
    const done = (keep: boolean, settle: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      if (keep) this.idle.push(worker)
      else {
        this.all.delete(worker)
        void worker.terminate()
      }
      settle()
      this.next()
    }
    const timer = setTimeout(
      () => done(false, () => job.reject(new FunctionTimeout(`Invoking task timed out after ${this.options.timeoutSeconds} seconds`))),
      limitMs,
    )
    worker.on('message', (reply: { id: string; result?: unknown; error?: string }) => {
      if (reply.error === undefined) return done(true, () => job.resolve(reply.result))
      this.options.log(reply.error)
      done(true, () => job.reject(new FunctionFailed(`${this.options.name} failed`)))
    })
    worker.on('error', (error) => done(false, () => job.reject(new FunctionFailed(String(error)))))
    worker.postMessage({ id, event: event(job), env: job.env, offset: this.options.clockOffset() })
  }
}

const event = (job: Job): unknown => JSON.parse(JSON.stringify(job.event ?? {}))

function contextOf({ openid, ip }: Caller): Record<string, string> {
  const context: Record<string, string> = { WX_APPID: 'wx0000000000000000', WX_CLIENTIP: ip ?? '127.0.0.1', ...(openid ? { WX_OPENID: openid } : {}) }
  return { ...context, WX_CONTEXT_KEYS: Object.keys(context).join(','), TCB_SOURCE: openid ? 'wx_client' : 'wx_http' }
}
