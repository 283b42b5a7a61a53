import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalCloud, startCloud } from '../cloud.ts'
import { folder, functionsOf, inMemory } from '../testing/cloud.ts'

const echo = `
const { gzipSync } = require('node:zlib')
exports.main = (event) => {
  const want = event.queryStringParameters && event.queryStringParameters.want
  if (want === 'text') return 'plain'
  if (want === 'json') return { a: 1 }
  if (want === 'binary') return { statusCode: 201, headers: { 'content-type': 'application/gzip', 'set-cookie': ['a=1', 'b=2'] }, body: gzipSync('hello').toString('base64'), isBase64Encoded: true }
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) }
}`
const statics = [folder(), folder()]
const [one = '', two = ''] = statics
let local: LocalCloud
beforeAll(async () => {
  mkdirSync(path.join(one, 'deep'))
  writeFileSync(path.join(one, 'index.html'), 'first')
  writeFileSync(path.join(one, 'deep/shops.3f2a9c1b.json'), '{}')
  writeFileSync(path.join(two, 'second.json'), '{"second":true}')
  local = await startCloud(
    inMemory({
      functionsDir: functionsOf({ echo, hidden: 'exports.main = (event) => ({ hidden: event.path })' }),
      statics: [
        { mount: '/app', dir: one },
        { mount: '/app', dir: two },
        { mount: '/later', dir: path.join(one, 'not/yet') },
      ],
      routes: (request, response) => {
        if (request.url !== '/page') return false
        response.end('a page')
        return true
      },
    }),
  )
})
afterAll(async () => {
  await local.stop()
  for (const dir of statics) rmSync(dir, { recursive: true })
})
const get = (url: string, init?: RequestInit) => fetch(`${local.url}${url}`, init)

describe('an HTTP path', () => {
  it('hands the platform\'s event to its function', async () => {
    const response = await get('/echo/v1/orders?a=1&b=%E4%B8%AD', { method: 'POST', body: '{"x":"中"}', headers: { 'Content-Type': 'application/json', 'X-Signature': 's', 'x-forwarded-for': '9.9.9.9' } })
    const event = await response.json()
    expect(event).toEqual({
      path: '/v1/orders',
      httpMethod: 'POST',
      headers: expect.objectContaining({ 'content-type': 'application/json', 'x-signature': 's', 'x-real-ip': '127.0.0.1', 'x-forwarded-for': '127.0.0.1' }),
      multiValueHeaders: expect.objectContaining({ 'x-signature': ['s'] }),
      queryStringParameters: { a: '1', b: '中' },
      requestContext: { requestId: expect.any(String), envId: 'local', appId: 0, uin: 0 },
      body: '{"x":"中"}',
      isBase64Encoded: false,
    })
  })

  it('hands bytes over in base64', async () => {
    const event = await (await get('/echo', { method: 'POST', body: new Uint8Array([0, 255]), headers: { 'content-type': 'application/octet-stream' } })).json()
    expect(event).toMatchObject({ path: '/', body: Buffer.from([0, 255]).toString('base64'), isBase64Encoded: true })
  })

  it('writes texts, values and integration replies', async () => {
    const text = await get('/echo?want=text')
    expect([text.headers.get('content-type'), await text.text()]).toEqual(['text/plain; charset=utf-8', 'plain'])
    expect(await (await get('/echo?want=json')).json()).toEqual({ a: 1 })
    const binary = await get('/echo?want=binary')
    expect([binary.status, binary.headers.getSetCookie(), (await binary.arrayBuffer()).byteLength > 20]).toEqual([201, ['a=1', 'b=2'], true])
  })

  it('belongs to the longest that fits, and to whole names only', async () => {
    expect(await (await get('/echo/deeper/x')).json()).toEqual({ hidden: '/x' })
    expect((await get('/echoes')).status).toBe(404)
  })

  it('takes 6 MB and no more', async () => {
    expect((await get('/echo?want=text', { method: 'POST', body: 'x'.repeat(6 * 1024 * 1024) })).status).toBe(200)
    expect((await get('/echo?want=text', { method: 'POST', body: 'x'.repeat(6 * 1024 * 1024 + 1) })).status).toBe(413)
  })
})

describe('static files', () => {
  it('come from each folder in turn, fresh unless named by their content', async () => {
    expect(await (await get('/app/')).text()).toBe('first')
    const second = await get('/app/second.json')
    expect([await second.json(), second.headers.get('cache-control')]).toEqual([{ second: true }, 'no-cache'])
    expect((await get('/app/deep/shops.3f2a9c1b.json')).headers.get('cache-control')).toContain('immutable')
    writeFileSync(path.join(two, 'second.json'), '{"second":"changed"}')
    expect(await (await get('/app/second.json')).json()).toEqual({ second: 'changed' })
    expect((await get('/app/nothing.json')).status).toBe(404)
    expect((await get('/apple')).status).toBe(404)
    expect((await get('/later/x')).status).toBe(404)
  })
})

describe('other doors', () => {
  it('own routes come first', async () => {
    expect(await (await get('/page')).text()).toBe('a page')
  })

  it('the clock is told and set', async () => {
    const set = (body: object) => get('/local/clock', { method: 'POST', body: JSON.stringify(body) })
    expect((await (await set({ now: '2026-02-15T23:59:00+08:00' })).json()).now - Date.parse('2026-02-15T23:59:00+08:00')).toBeLessThan(1_000)
    await set({ advanceMs: 60_000 })
    const { now } = await (await get('/local/clock')).json()
    expect(Math.abs(now - Date.parse('2026-02-16T00:00:00+08:00'))).toBeLessThan(2_000)
    expect(Math.abs(now - local.clock.now())).toBeLessThan(1_000)
    expect((await set({ now: 'tomorrow' })).status).toBe(400)
    expect((await get('/local/clock', { method: 'POST', body: '[' })).status).toBe(400)
  })
})
