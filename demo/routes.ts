import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Clock } from '#local/clock'
import { BadRequest } from './bad-request.ts'
import { bankAppApi } from './bank-app.ts'
import type { DemoKeys } from './keys.ts'
import { tillApi } from './till.ts'

export type DemoRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
const maxBodyBytes = 65_536

/** The pages a resident and a cashier would have from their bank: its app (`/bank-app`) and its POS (`/till`). */
export function demoRoutes(keys: DemoKeys, clock: Clock, base: () => string, folder: string): DemoRoutes {
  const api = { ...bankAppApi(keys, clock), ...tillApi(keys, clock, base, folder) }
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo')
    if (request.method === 'GET') return answerPage(pathname, response)
    const handler = request.method === 'POST' && Object.hasOwn(api, pathname) ? api[pathname as keyof typeof api] : undefined
    if (!handler) return false
    try {
      return sendJson(response, 200, await handler(await readJson(request), originOf(request)))
    } catch (error) {
      return sendJson(response, error instanceof BadRequest ? 400 : 500, { code: error instanceof BadRequest ? 'PARAM_ERROR' : 'SYSTEM_BUSY' })
    }
  }
}

/** The address in the browser's bar, whatever name it reached us by. */
const originOf = (request: IncomingMessage): string => `http://${request.headers.host ?? ''}`

const pageOf = (pathname: string): string | undefined => {
  const plain = pathname.replace(/(.)\/$/, '$1')
  if (plain === '/till' || plain === '/bank-app') return `${plain.slice(1)}.html`
  return /^\/demo\/([a-z-]+\.(?:css|js|svg))$/.exec(pathname)?.[1]
}

function answerPage(pathname: string, response: ServerResponse): boolean {
  if (pathname === '/') {
    response.writeHead(302, { location: '/bank-app' })
    response.end()
    return true
  }
  const page = pageOf(pathname)
  const content = page && readPage(page)
  if (!page || !content) return false
  return send(response, 200, types[page.split('.').at(-1) ?? ''] ?? 'text/plain', content)
}

function readPage(page: string): Buffer | null {
  try {
    return readFileSync(path.join(__dirname, 'pages', page))
  } catch {
    return null
  }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) throw new BadRequest('too large')
    chunks.push(chunk)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
    if (body && typeof body === 'object') return body as Record<string, unknown>
  } catch {}
  throw new BadRequest('no JSON object')
}

const sendJson = (response: ServerResponse, status: number, body: unknown): true => send(response, status, 'application/json', JSON.stringify(body))

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): true {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    // Nothing of these pages comes from another host, and the browser holds them to it.
    'content-security-policy': "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; base-uri 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
  return true
}
