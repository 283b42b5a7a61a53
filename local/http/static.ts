import { existsSync, mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

type Next = () => void

/** Static hosting: each folder under its mount. Files named by their content may be kept; the others are asked for anew. */
export function staticFiles(statics: { mount: string; dir: string }[]): (request: IncomingMessage, response: ServerResponse, next: Next) => void {
  const handlers = statics.map(({ mount, dir }) => {
    if (!existsSync(dir)) mkdirSync(dir, { recursive: true })
    const handler = sirv(dir, {
      dev: true,
      etag: true,
      setHeaders: (response, pathname) => {
        const named = /\.[0-9a-f]{6,}\./.test(pathname)
        response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    return { mount, handler }
  })
  return (request, response, next) => {
    const url = request.url ?? '/'
    const found = handlers.find(({ mount }) => url.startsWith(mount))
    if (!found) return next()
    request.url = `/${url.slice(found.mount.length).replace(/^\/+/, '')}`
    found.handler(request, response, next)
  }
}
