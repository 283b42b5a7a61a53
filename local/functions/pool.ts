import { randomUUID } from 'node:crypto'
import { type Caller, contextOf } from './caller.ts'
import { Instance, type InstanceOptions } from './instance.ts'

export type PoolOptions = InstanceOptions & { timeoutSeconds: number; instances: number }

/** The platform's word for a function that ran too long. */
export class FunctionTimeout extends Error {
  readonly code = 'FUNCTION_TIME_LIMIT_EXCEEDED'
}

/** A function threw, or its instance died. */
export class FunctionFailed extends Error {
  readonly code = 'FUNCTIONS_EXECUTE_FAIL'
}

type Job = { event: string; caller: Caller; resolve: (value: unknown) => void; reject: (error: Error) => void }

/** The instances of one function: each serves one call at a time; more calls wait. They start when calls come. */
export class FunctionPool {
  private readonly idle: Instance[] = []
  private readonly all = new Set<Instance>()
  private readonly queue: Job[] = []
  private stopped = false

  constructor(private readonly options: PoolOptions) {}

  /** Calls the function as `caller`. Rejects with FunctionTimeout or FunctionFailed. */
  call(event: unknown, caller: Caller): Promise<unknown> {
    if (this.stopped) return Promise.reject(new FunctionFailed('the cloud has stopped'))
    return new Promise((resolve, reject) => {
      this.queue.push({ event: JSON.stringify(event ?? {}), caller, resolve, reject })
      this.next()
    })
  }

  /** Ends all instances; what they were doing fails. Later calls start new ones unless the pool is stopped. */
  async recycle(): Promise<void> {
    this.idle.length = 0
    await Promise.all([...this.all].map((instance) => instance.stop()))
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const job of this.queue.splice(0)) job.reject(new FunctionFailed('the cloud has stopped'))
    await this.recycle()
  }

  private next(): void {
    if (this.queue.length === 0 || this.stopped) return
    const instance = this.idle.pop()
    const job = instance ? this.queue.shift() : undefined
    if (instance && job) void this.run(instance, job)
    else if (this.all.size < this.options.instances) this.start()
  }

  private start(): void {
    const instance = new Instance(this.options, (gone) => this.remove(gone))
    this.all.add(instance)
    instance.ready.then(
      () => this.release(instance),
      (error: Error) => this.queue.shift()?.reject(new FunctionFailed(error.message)),
    )
  }

  private release(instance: Instance): void {
    if (this.all.has(instance)) this.idle.push(instance)
    this.next()
  }

  private remove(instance: Instance): void {
    this.all.delete(instance)
    const at = this.idle.indexOf(instance)
    if (at >= 0) this.idle.splice(at, 1)
    this.next()
  }

  private async run(instance: Instance, job: Job): Promise<void> {
    const { name, timeoutSeconds, log } = this.options
    let late = false
    const timer = setTimeout(() => {
      late = true
      void instance.stop()
    }, timeoutSeconds * 1_000)
    try {
      const reply = await instance.serve(randomUUID(), job.event, contextOf(job.caller))
      if ('error' in reply) {
        log(reply.error)
        // As the platform tells it: the first line of what was thrown, and not the stack.
        job.reject(new FunctionFailed(`${name}: ${reply.error.split('\n')[0]}`))
      } else job.resolve(JSON.parse(reply.result))
    } catch (error) {
      job.reject(late ? new FunctionTimeout(`Invoking task timed out after ${timeoutSeconds} seconds`) : new FunctionFailed(`${name}: ${error instanceof Error ? error.message : error}`))
    } finally {
      clearTimeout(timer)
      this.release(instance)
    }
  }
}
