import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import type { CloudDescription } from '../description.ts'
import type { Functions } from '../functions/functions.ts'
import { BadBody, readBody, readJson, sendJson } from './body.ts'
import { toEvent, writeResult } from './event.ts'

/** The gateway's limit; smaller ones are the functions' own. */
const bodyLimit = 6 * 1024 * 1024

/** `/local/clock`: `GET` tells the time, `POST {now}` (ms or ISO) or `{advanceMs}` sets it. */
export async function answerClock(clock: Clock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const { now, advanceMs } = await readJson(request, 1_000)
    try {
      if (now !== undefined) clock.set(now as number | string)
      if (advanceMs !== undefined) clock.advance(Number(advanceMs))
    } catch (error) {
      throw new BadBody(String(error))
    }
  }
  const now = clock.now()
  sendJson(response, 200, { now, iso: new Date(now).toISOString() })
}

/**
 * `POST /client/<function>`, `wx.cloud.callFunction` of a WeChat user: the body is `{event}` (or the event itself), `x-openid`
 * says who it is. The reply is `{result}`.
 */
export async function answerClient(functions: Functions, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const openid = request.headers['x-openid']
  const unionid = request.headers['x-unionid']
  if (typeof openid !== 'string' || openid === '' || !functions.isOpen(name)) return sendJson(response, 403, { code: 'PERMISSION_DENIED' })
  const body = await readJson(request, bodyLimit)
  const event = Object.keys(body).length === 1 && 'event' in body ? body.event : body
  const ip = request.socket.remoteAddress ?? ''
  sendJson(response, 200, { result: await functions.invoke(name, event, { openid, ip, ...(typeof unionid === 'string' ? { unionid } : {}) }) })
}

const isUnder = (mount: string, pathname: string): boolean => mount === '/' || pathname === mount || pathname.startsWith(`${mount}/`)

/** The HTTP path a request belongs to: the longest that fits. */
export const pathFor = (description: CloudDescription, pathname: string): CloudDescription['paths'][number] | undefined =>
  description.paths.filter(({ path }) => isUnder(path, pathname)).sort((a, b) => b.path.length - a.path.length)[0]

/** A request to an HTTP path: the function gets it as an event and its reply goes back. No openid comes with it. */
export async function answerPath(functions: Functions, mounted: { path: string; function: string }, env: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const event = toEvent(request, mounted.path, await readBody(request, bodyLimit), env)
  writeResult(response, await functions.invoke(mounted.function, event, { ip: request.socket.remoteAddress ?? '' }))
}
