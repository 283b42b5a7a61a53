import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

type Next = () => void

/**
 * Static hosting: each folder under its mount, several under one tried in turn. Files named by their content may be kept; the
 * others are asked for anew. A folder that is not there yet is made, so that files may appear later.
 */
export function staticFiles(statics: { mount: string; dir: string }[]): (request: IncomingMessage, response: ServerResponse, next: Next) => void {
  const handlers = statics.map(({ mount, dir }) => {
    mkdirSync(dir, { recursive: true })
    const handler = sirv(dir, {
      dev: true,
      etag: true,
      setHeaders: (response, pathname) => {
        const named = /\.[0-9a-f]{6,}\./.test(pathname)
        response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    return { mount: mount.replace(/\/+$/, ''), handler }
  })
  return (request, response, next) => {
    const url = request.url ?? '/'
    const found = handlers.filter(({ mount }) => url.startsWith(mount) && /^$|^[/?#]/.test(url.slice(mount.length)))
    const attempt = (at: number): void => {
      const one = found[at]
      if (!one) {
        next()
        return
      }
      request.url = `/${url.slice(one.mount.length).replace(/^\/+/, '')}`
      // sirv remembers the parsed address on the request, under the earlier mount.
      delete (request as { _parsedUrl?: unknown })._parsedUrl
      one.handler(request, response, () => {
        request.url = url
        attempt(at + 1)
      })
    }
    attempt(0)
  }
}
