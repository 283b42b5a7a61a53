import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, createClock } from './clock.ts'
import type { CloudDescription } from './description.ts'
import { Engine } from './engine/engine.ts'
import type { Isolation } from './engine/transactions.ts'
import type { Caller } from './functions/caller.ts'
import { Functions } from './functions/functions.ts'
import { Admin } from './http/admin.ts'
import { BadBody, BodyTooLarge, sendJson } from './http/body.ts'
import { answerClient, answerClock, answerPath, pathFor } from './http/doors.ts'
import { staticFiles } from './http/static.ts'
import { Troublemaker, type Troubles } from './http/troubles.ts'

export type LocalCloudOptions = {
  description: CloudDescription
  /** A folder, or `:memory:`. */
  data: string
  /** 0 takes any free port. */
  port?: number
  host?: string
  /** Built functions: `<name>/index.js`. */
  functionsDir: string
  /** Environment values of each function. */
  environment?: Record<string, Record<string, string>>
  /** Functions reach the database through this address instead of ours, so that a proxy can spoil the messages. */
  via?: string
  clock?: Clock
  statics?: { mount: string; dir: string }[]
  /** Tried before everything else; true when it answered. */
  routes?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>
  isolation?: Isolation
  /** The environment's id. */
  env?: string
  /** How many calls of one function are served at once. */
  instances?: number
  /** Every line the functions print, and every fault. */
  log?: (line: string) => void
  troubles?: Troubles
}

export type LocalCloud = {
  url: string
  port: number
  /** What wx-server-sdk is pointed at: TCB_CONTEXT_CNFG={"URL": adminUrl}. */
  adminUrl: string
  clock: Clock
  /** How often each action was asked at the door. */
  counts(): Record<string, number>
  resetCounts(): void
  /** What it does to its callers; may be changed at any time. */
  troubles: Troubles
  /** Calls a function, past the rule of who may. Rejects with an error whose `code` is the platform's. */
  invoke(name: string, event: unknown, caller?: Caller): Promise<unknown>
  /** Fires a described timer once, as the platform would call its function. */
  fireTimer(name: string): Promise<unknown>
  /** The next call of each function loads its file anew. */
  reloadFunctions(): Promise<void>
  stop(): Promise<void>
}

/** Starts CloudBase on this machine: database, functions, HTTP paths, static files, one clock. */
export async function startCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { description, data, host = '127.0.0.1', env = 'local', log = () => undefined, isolation = 'snapshot' } = options
  const clock = options.clock ?? createClock()
  const engine = new Engine({ description, data, clock, isolation })
  const server = createServer({ keepAliveTimeout: 60_000 })
  await listen(server, options.port ?? 0, host).catch((error) => {
    engine.close()
    throw error
  })
  const { port } = server.address() as AddressInfo
  const url = `http://${host}:${port}`
  const adminUrl = `${url}/admin`
  const { functionsDir, environment = {}, instances = 4, via = adminUrl } = options
  const functions = new Functions({ description, functionsDir, environment, instances, adminUrl: via, env, clockOffset: clock.offset, log })
  const troubles = options.troubles ?? {}
  const troublemaker = new Troublemaker(troubles)
  const admin = new Admin(engine, functions, troublemaker)
  const files = staticFiles(options.statics ?? [])

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await options.routes?.(request, response)) return
    const { pathname } = new URL(request.url ?? '/', url)
    if (pathname === '/admin') return admin.answer(request, response)
    if (pathname === '/local/clock') return answerClock(clock, request, response)
    if (pathname.startsWith('/client/')) return answerClient(functions, pathname.slice('/client/'.length), request, response)
    const mounted = pathFor(description, pathname)
    if (mounted) return answerPath(functions, mounted, env, request, response)
    files(request, response, () => sendJson(response, 404, { code: 'NOT_FOUND' }))
  }
  server.on('request', (request, response) => {
    serve(request, response).catch((error: Error) => answerFault(response, error, log))
  })

  const fireTimer = async (name: string): Promise<unknown> => {
    const timer = description.timers?.find((one) => one.name === name)
    if (!timer) throw new Error(`no such timer: ${name}`)
    return functions.invoke(timer.function, { Type: 'Timer', TriggerName: name, Time: new Date(clock.now()).toISOString(), Message: '' }, { source: 'wx_trigger' })
  }
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    await functions.stop()
    engine.close()
  }
  return {
    url,
    port,
    adminUrl,
    clock,
    counts: () => ({ ...admin.counts }),
    resetCounts: () => admin.reset(),
    troubles,
    invoke: (name, event, caller) => functions.invoke(name, event, caller),
    fireTimer,
    reloadFunctions: () => functions.reload(),
    stop,
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

function answerFault(response: ServerResponse, error: Error & { code?: string }, log: (line: string) => void): void {
  if (response.headersSent) {
    response.destroy()
  } else if (error instanceof BodyTooLarge) {
    // The rest of the body is not read, so the connection cannot be used again.
    response.setHeader('connection', 'close')
    sendJson(response, 413, { code: 'BODY_TOO_LARGE' })
  } else if (error instanceof BadBody) {
    sendJson(response, 400, { code: 'INVALID_PARAM', message: error.message })
  } else {
    log(String(error.stack))
    sendJson(response, 502, { code: error.code ?? 'INTERNAL_ERROR', message: error.message })
  }
}
