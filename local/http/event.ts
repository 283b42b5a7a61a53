import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from './body.ts'

const isText = (type: string | undefined): boolean => !type || /^text\/|json|xml|urlencoded|javascript/.test(type)

/**
 * The event a function gets for an HTTP request, in exactly the platform's shape. The raw query is gone, as there: only a
 * parsed one is handed over. `path` is what follows the mounted path.
 */
export function toEvent(request: IncomingMessage, mount: string, body: Buffer, env: string): Record<string, unknown> {
  const url = new URL(request.url ?? '/', 'http://local')
  const headers: Record<string, string> = {}
  const multiValueHeaders: Record<string, string[]> = {}
  const put = (name: string, value: string): void => {
    headers[name] = value
    multiValueHeaders[name] = [...(multiValueHeaders[name] ?? []), value]
  }
  const ip = request.socket.remoteAddress ?? ''
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = (request.rawHeaders[i] ?? '').toLowerCase()
    // The gateway alone says where a request came from.
    if (name !== 'x-real-ip' && name !== 'x-forwarded-for') put(name, request.rawHeaders[i + 1] ?? '')
  }
  put('x-real-ip', ip)
  put('x-forwarded-for', ip)
  const text = isText(headers['content-type'])
  return {
    path: url.pathname.slice(mount === '/' ? 0 : mount.length) || '/',
    httpMethod: request.method ?? 'GET',
    headers,
    multiValueHeaders,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { requestId: randomUUID(), envId: env, appId: 0, uin: 0 },
    body: text ? body.toString('utf8') : body.toString('base64'),
    isBase64Encoded: !text,
  }
}

type Reply = { statusCode?: unknown; headers?: Record<string, string | string[]>; body?: unknown; isBase64Encoded?: boolean }

/** Writes what the function returned: an integration reply `{statusCode, headers, body}`, a text, or anything else as JSON. */
export function writeResult(response: ServerResponse, result: unknown): void {
  if (typeof result === 'string') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(result)
    return
  }
  const reply = (typeof result === 'object' && result !== null ? result : {}) as Reply
  if (typeof reply.statusCode !== 'number') {
    sendJson(response, 200, result)
    return
  }
  const body = typeof reply.body === 'string' ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body)
  response.writeHead(reply.statusCode, reply.headers ?? {})
  response.end(reply.isBase64Encoded ? Buffer.from(body, 'base64') : body)
}
