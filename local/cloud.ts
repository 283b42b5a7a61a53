import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type Clock, createClock } from './clock.ts'
import type { CloudDescription } from './description.ts'
import { Engine } from './engine/engine.ts'
import type { Isolation } from './engine/transactions.ts'
import { Admin } from './http/admin.ts'
import { readBody, sendJson, toEvent, writeResult } from './http/event.ts'
import { staticFiles } from './http/static.ts'
import { FunctionPool, type Caller } from './functions/pool.ts'

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
  env?: string
  instances?: number
  log?: (line: string) => void
}

export type LocalCloud = {
  url: string
  /** What wx-server-sdk is pointed at: TCB_CONTEXT_CNFG={"URL": adminUrl}. */
  adminUrl: string
  clock: Clock
  /** How often each action was asked at the door. */
  counts(): Record<string, number>
  resetCounts(): void
  invoke(name: string, event: unknown, caller?: Caller): Promise<unknown>
  stop(): Promise<void>
}

const bodyLimit = 6 * 1024 * 1024

/** Starts CloudBase on this machine: database, functions, HTTP paths, static files, one clock. */
export async function startCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { description, host = '127.0.0.1', env = 'local', log = () => undefined } = options
  const clock = options.clock ?? createClock()
  const engine = new Engine({ description, data: options.data, clock, ...(options.isolation ? { isolation: options.isolation } : {}) })
  const server = createServer({ keepAliveTimeout: 60_000 })
  await listen(server, options.port ?? 0, host)
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  const adminUrl = `${url}/admin`

  const pools = new Map<string, FunctionPool>()
  const poolOf = (name: string): FunctionPool | null => {
    const described = description.functions[name]
    if (!described) return null
    const known = pools.get(name)
    if (known) return known
    const pool = new FunctionPool({
      name,
      file: path.resolve(options.functionsDir, name, 'index.js'),
      timeoutSeconds: described.timeoutSeconds,
      instances: options.instances ?? 4,
      env: { ...platformEnv(options.via ?? adminUrl, env), ...(options.environment?.[name] ?? {}) },
      clockOffset: clock.offset,
      log,
    })
    pools.set(name, pool)
    return pool
  }
  const invoke = (name: string, event: unknown, caller: Caller = {}): Promise<unknown> => {
    const pool = poolOf(name)
    if (!pool) return Promise.reject(new Error(`FunctionName parameter could not be found: ${name}`))
    return pool.call(event, caller)
  }

  const admin = new Admin(engine, invoke)
  const files = staticFiles(options.statics ?? [])
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await options.routes?.(request, response)) return
    const { pathname } = new URL(request.url ?? '/', url)
    if (pathname === '/admin') return admin.answer(request, response)
    if (pathname === '/local/clock') return answerClock(clock, request, response)
    if (pathname.startsWith('/client/')) return answerClient(description, invoke, pathname.slice('/client/'.length), request, response)
    const mounted = description.paths.filter(({ path: mount }) => pathname === mount || pathname.startsWith(`${mount}/`)).sort((a, b) => b.path.length - a.path.length)[0]
    if (mounted) return writeResult(response, await invoke(mounted.function, toEvent(request, mounted.path, await readBody(request, bodyLimit))))
    files(request, response, () => sendJson(response, 404, { code: 'NOT_FOUND' }))
  }
  server.on('request', (request, response) => {
    serve(request, response).catch((error: Error & { code?: string }) => {
      if (error.message === 'too large') return sendJson(response, 413, { code: 'BODY_TOO_LARGE' })
      log(String(error.stack))
      if (!response.headersSent) sendJson(response, 502, { code: error.code ?? 'INTERNAL_ERROR' })
    })
  })

  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    await Promise.all([...pools.values()].map((pool) => pool.stop()))
    engine.close()
  }
  return { url, adminUrl, clock, counts: () => ({ ...admin.counts }), resetCounts: () => admin.reset(), invoke, stop }
}

/** What the platform puts into every function's environment; with it the SDK makes no look-ups of its own. */
const platformEnv = (adminUrl: string, env: string): Record<string, string> => ({
  TENCENTCLOUD: 'true',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: env,
  TCB_ENV: env,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
})

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve()))
}

/** `GET` tells the time, `POST {now}` or `{advanceMs}` sets it. */
async function answerClock(clock: Clock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const change = JSON.parse((await readBody(request, 1_000)).toString('utf8')) as { now?: number | string; advanceMs?: number }
    if (change.now !== undefined) clock.set(change.now)
    if (change.advanceMs !== undefined) clock.advance(change.advanceMs)
  }
  sendJson(response, 200, { now: clock.now() })
}

/** `wx.cloud.callFunction` of a WeChat user: `POST /client/<function>` with the event; who it is stands in `x-openid`. */
async function answerClient(
  description: CloudDescription,
  invoke: LocalCloud['invoke'],
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const openid = request.headers['x-openid']
  if (typeof openid !== 'string' || !description.functions[name]?.invoke) return sendJson(response, 403, { code: 'PERMISSION_DENIED' })
  sendJson(response, 200, { result: await invoke(name, JSON.parse((await readBody(request, bodyLimit)).toString('utf8')), { openid }) })
}
