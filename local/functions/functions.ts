import path from 'node:path'
import type { CloudDescription } from '../description.ts'
import type { Caller } from './caller.ts'
import { FunctionPool } from './pool.ts'
import { platformEnv } from './platform-env.ts'

export type FunctionsOptions = {
  description: CloudDescription
  functionsDir: string
  /** What the SDK inside a function is pointed at. */
  adminUrl: string
  env: string
  environment: Record<string, Record<string, string>>
  instances: number
  clockOffset: () => number
  log: (line: string) => void
}

/** The platform's words for a function that is not there. */
export class FunctionNotFound extends Error {
  readonly code = 'FUNCTION_NOT_FOUND'
}

/** All functions of a cloud. */
export class Functions {
  private readonly pools: Map<string, FunctionPool>

  constructor(private readonly options: FunctionsOptions) {
    const { description, functionsDir, adminUrl, env, environment, instances, clockOffset, log } = options
    this.pools = new Map(
      Object.entries(description.functions).map(([name, { timeoutSeconds, memoryMb }]) => {
        const values = { ...platformEnv(adminUrl, env), SCF_FUNCTIONNAME: name, SCF_MEMORY_SIZE: String(memoryMb), ...environment[name] }
        return [name, new FunctionPool({ name, file: path.resolve(functionsDir, name, 'index.js'), timeoutSeconds, instances, env: values, clockOffset, log })]
      }),
    )
  }

  /** Calls a function. Rejects with FunctionNotFound, FunctionTimeout or FunctionFailed. */
  invoke(name: string, event: unknown, caller: Caller = {}): Promise<unknown> {
    const pool = this.pools.get(name)
    return pool ? pool.call(event, caller) : Promise.reject(new FunctionNotFound(`FunctionName parameter could not be found. (${name})`))
  }

  /** Whether clients may call it by callFunction. */
  isOpen(name: string): boolean {
    return this.options.description.functions[name]?.invoke ?? false
  }

  /** The next call of each function loads its file anew. */
  async reload(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.recycle()))
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()))
  }
}
