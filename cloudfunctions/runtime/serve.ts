import * as v from 'valibot'
import { isRefusalCode, refusalText } from '#contract/refusals'
import { callerOpenid } from './cloud.ts'
import { type Ctx, openFunction } from './ctx.ts'
import { errorText, writeLog } from './log.ts'
import { OutcomeUnknown, SystemBusy } from './transaction.ts'
import { faultOf } from './cloud.ts'

/** What the HTTP gateway hands over; over callFunction the event is the request itself. */
export type HttpEvent = {
  httpMethod: string
  path: string
  headers?: Record<string, string>
  multiValueHeaders?: Record<string, string[]>
  body?: string
  isBase64Encoded?: boolean
}
export const isHttpEvent = (event: unknown): event is HttpEvent =>
  typeof event === 'object' && event !== null && typeof (event as HttpEvent).httpMethod === 'string'

// biome-ignore lint/suspicious/noExplicitAny: an action's input and output are bound to its own schemas where it is written
type AnySchema = v.GenericSchema<any, any>
type Result<O> = { ok: true; data: O } | { ok: false; code: string }
export type Action<Caller> = {
  input: AnySchema
  output: AnySchema
  // biome-ignore lint/suspicious/noExplicitAny: see above
  run: (ctx: Ctx, caller: Caller, input: any) => Promise<Result<any>>
}

/** Binds a use case to its schemas, so that the compiler holds both to the contract. */
export const action = <Caller, I extends AnySchema, O extends AnySchema>(
  schemas: { readonly input: I; readonly output: O },
  run: (ctx: Ctx, caller: Caller, input: v.InferOutput<I>) => Promise<Result<v.InferOutput<O>>>,
): Action<Caller> => ({ ...schemas, run })

export type Door<Caller> = {
  name: string
  actions: Record<string, Action<Caller>>
  /** Who calls: from the platform's openid, or from the request over HTTP. */
  callerOf: (ctx: Ctx, from: { openid: string | null; http: boolean; session: string | null }) => Promise<Caller | { ok: false; code: string }>
  /** Whether the door is open over HTTP at all. */
  overHttp: boolean
}

const maxBodyBytes = 100_000
const envelope = v.object({ action: v.string(), input: v.optional(v.unknown(), {}), session: v.optional(v.nullable(v.string())) })

/** The one way a function answers: parse → caller → flow → check the output → answer → log, once. */
export function serve<Caller>(door: Door<Caller>) {
  const fn = openFunction()
  return async (event: unknown): Promise<unknown> => {
    // The platform tells who calls through the environment of this one call, so it is asked before anything is awaited.
    const openid = callerOpenid()
    const ctx = fn.at(Date.now())
    const http = isHttpEvent(event)
    const reply = await answer(door, ctx, event, { openid: http ? null : openid, http })
    const body = { ...reply, serverTime: Date.now() }
    return http ? { statusCode: 200, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }, body: JSON.stringify(body) } : body
  }
}

type Reply = { ok: true; data: unknown } | { ok: false; code: string; message: string; retryAfterSeconds?: number }

async function answer<Caller>(door: Door<Caller>, ctx: Ctx, event: unknown, from: { openid: string | null; http: boolean }): Promise<Reply> {
  let name = 'unknown'
  try {
    if (from.http && !door.overHttp) return refusal('NO_SUCH_CALL')
    const request = v.safeParse(envelope, isHttpEvent(event) ? readJson(event) : event)
    if (!request.success) return refusal('PARAM_ERROR')
    const known = Object.hasOwn(door.actions, request.output.action) ? door.actions[request.output.action] : undefined
    if (!known) return refusal('NO_SUCH_CALL')
    name = request.output.action
    const input = v.safeParse(known.input, request.output.input)
    if (!input.success) return refusal('PARAM_ERROR')
    const caller = await door.callerOf(ctx, { ...from, session: request.output.session ?? null })
    if (isRefused(caller)) return refusal(caller.code)
    const outcome = await known.run(ctx, caller as Caller, input.output)
    if (!outcome.ok) {
      writeLog('info', 'refused', { fn: door.name, action: name, code: outcome.code, ms: Date.now() - ctx.now })
      return refusal(outcome.code)
    }
    const data = v.parse(known.output, outcome.data)
    writeLog('info', 'done', { fn: door.name, action: name, ms: Date.now() - ctx.now })
    return { ok: true, data }
  } catch (error) {
    const busy = error instanceof SystemBusy || error instanceof OutcomeUnknown || faultOf(error) !== 'unknown'
    writeLog(busy ? 'warn' : 'error', 'fault', { fn: door.name, action: name, fault: faultOf(error), error: errorText(error) })
    return { ...refusal('SYSTEM_BUSY'), retryAfterSeconds: 20 } as Reply
  }
}

const isRefused = (value: unknown): value is { ok: false; code: string } =>
  typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false

const refusal = (code: string): Reply => ({ ok: false, code, message: isRefusalCode(code) ? refusalText(code).phone : '没有办成，请稍后再试。' })

function readJson(event: HttpEvent): unknown {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '')
  if (Buffer.byteLength(text) > maxBodyBytes) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
