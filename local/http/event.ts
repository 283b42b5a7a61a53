import type { IncomingMessage, ServerResponse } from 'node:http'

/** Reads a body whole. Rejects above `limit` bytes with `too large`. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new Error('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const isText = (type: string | undefined): boolean => !type || /^text\/|json|xml|urlencoded/.test(type)

/**
 * The event a function gets for an HTTP request, in exactly the platform's shape. The raw query is gone, as there: only a
 * parsed one is handed over. `path` is what follows the mounted path.
 */
export function toEvent(request: IncomingMessage, mount: string, body: Buffer): Record<string, unknown> {
  const url = new URL(request.url ?? '/', 'http://local')
  const headers: Record<string, string> = {}
  const multiValueHeaders: Record<string, string[]> = {}
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = (request.rawHeaders[i] ?? '').toLowerCase()
    const value = request.rawHeaders[i + 1] ?? ''
    headers[name] = value
    multiValueHeaders[name] = [...(multiValueHeaders[name] ?? []), value]
  }
  const ip = request.socket.remoteAddress ?? ''
  headers['x-real-ip'] = ip
  headers['x-forwarded-for'] = ip
  const text = isText(headers['content-type'])
  return {
    path: url.pathname.slice(mount.length) || '/',
    httpMethod: request.method ?? 'GET',
    headers,
    multiValueHeaders,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { requestId: `${Date.now()}`, envId: 'local', httpMethod: request.method },
    body: text ? body.toString('utf8') : body.toString('base64'),
    isBase64Encoded: !text,
  }
}

/** Writes what the function returned: an integration reply `{statusCode, headers, body}`, or anything else as JSON. */
export function writeResult(response: ServerResponse, result: unknown): void {
  const reply = result as { statusCode?: number; headers?: Record<string, string>; body?: unknown; isBase64Encoded?: boolean } | null
  if (reply && typeof reply === 'object' && typeof reply.statusCode === 'number') {
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '')
    response.writeHead(reply.statusCode, reply.headers ?? {})
    response.end(reply.isBase64Encoded ? Buffer.from(body, 'base64') : body)
    return
  }
  sendJson(response, 200, result)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}
