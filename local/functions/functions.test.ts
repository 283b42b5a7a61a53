import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import { type LocalCloud, startCloud } from '../cloud.ts'
import { functionsOf, inMemory, refusal, sdkAt } from '../testing/cloud.ts'

const sdk = JSON.stringify(require.resolve('wx-server-sdk'))
const echo = `
const cloud = require(${sdk})
cloud.init({ env: process.env.TCB_ENV, keepalive: true, throwOnNotFound: false })
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
let calls = 0
let running = 0
exports.main = async (event, context) => {
  const { OPENID, UNIONID, SOURCE, ENV } = cloud.getWXContext()
  calls++
  if (++running > 1) throw new Error('two calls at once in one instance')
  try {
    if (event.throws) throw new Error('thrown on purpose')
    if (event.exits) process.exit(3)
    if (event.hangs) await wait(60_000)
    if (event.dies) setTimeout(() => { throw new Error('died idle') }, 10)
    if (event.prints) console.log(event.prints)
    await wait(event.waitMs ?? 0)
    if (event.database) await cloud.database().collection('things').add({ data: { _id: OPENID, at: cloud.database().serverDate() } })
    const date = new Date()
    return {
      event, calls, OPENID, after: process.env.WX_OPENID, UNIONID, SOURCE, ENV, secret: process.env.SECRET, path: process.env.PATH,
      now: Date.now(), date: date.getTime(), offset: process.env.LOCAL_CLOCK_OFFSET_MS, isDate: date instanceof Date && new Date(0).constructor === Date, name: context.function_name,
    }
  } finally {
    running--
  }
}`

type Answer = { calls: number; OPENID?: string; after?: string; UNIONID?: string; SOURCE: string; ENV: string; secret: string; path?: string; now: number; date: number; isDate: boolean; offset: string; event: unknown; name: string }

const clock = createClock('2026-01-19T12:00:00+08:00')
const lines: string[] = []
let local: LocalCloud
beforeAll(async () => {
  local = await startCloud(
    inMemory({ functionsDir: functionsOf({ echo, hidden: 'exports.main = () => "hidden"' }), environment: { echo: { SECRET: 'only-echo' } }, clock, log: (line) => lines.push(line) }),
  )
})
afterAll(() => local.stop())
const call = (event: object, caller = {}) => local.invoke('echo', event, caller) as Promise<Answer>

describe('a call', () => {
  it('has the platform\'s environment and its own values, and nothing of ours', async () => {
    expect(await call({ a: 1 }, { openid: 'o1', unionid: 'u1' })).toMatchObject({ event: { a: 1 }, OPENID: 'o1', UNIONID: 'u1', SOURCE: 'wx_client', ENV: 'local', secret: 'only-echo', name: 'echo' })
    expect((await call({})).path).toBeUndefined()
  })

  it('never sees the openid of another, also in parallel and after one without', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => call({ waitMs: i % 4 }, i % 5 === 0 ? {} : { openid: `o${i}` })))
    for (const [i, answer] of answers.entries()) expect([answer.OPENID, answer.after]).toEqual(i % 5 === 0 ? [undefined, undefined] : [`o${i}`, `o${i}`])
  })

  it('lives by the clock, and so does what it stores', async () => {
    clock.set('2026-02-14T23:59:59+08:00')
    const { now, date, isDate, offset } = await call({ database: true }, { openid: 'clock' })
    expect(Math.abs(now - clock.now())).toBeLessThan(2_000)
    expect(Math.abs(date - now)).toBeLessThan(100)
    expect([isDate, Number(offset)]).toEqual([true, clock.offset()])
    const stored = (await (await sdkAt(local.adminUrl)).database().collection('things').doc('clock').get()).data
    expect(Math.abs(stored.at.getTime() - clock.now())).toBeLessThan(5_000)
  })
})

describe('a fault', () => {
  it('thrown is written down once and told without its stack', async () => {
    lines.length = 0
    await expect(call({ throws: true })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'echo: Error: thrown on purpose' })
    expect(lines.filter((line) => line.includes('thrown on purpose'))).toHaveLength(1)
  })

  it('while loading is told by every call', async () => {
    const broken = await startCloud(inMemory({ functionsDir: functionsOf({ echo: 'throw new Error("does not load")', hidden: 'exports.other = 1' }) }))
    await expect(broken.invoke('echo', {})).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'echo: Error: does not load' })
    await expect(broken.invoke('hidden', {})).rejects.toThrow('exports no main')
    await expect(broken.invoke('nobody', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
    await broken.stop()
  })

  it('of time ends the call and the instance, and the next call has a fresh one', async () => {
    const started = Date.now()
    await expect(call({ hangs: true })).rejects.toMatchObject({ code: 'FUNCTION_TIME_LIMIT_EXCEEDED', message: 'Invoking task timed out after 2 seconds' })
    expect(Date.now() - started).toBeLessThan(4_000)
    expect(await call({ a: 2 })).toMatchObject({ event: { a: 2 } })
  })

  it('that ends the instance fails its call alone', async () => {
    await expect(call({ exits: true })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    // One after another: an instance that is about to die must not be given the next call.
    for (let i = 0; i < 4; i++) {
      await call({ dies: true, waitMs: 1 })
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    const again = await Promise.all(Array.from({ length: 8 }, (_, i) => call({ i })))
    expect(again.map(({ event }) => event)).toEqual(Array.from({ length: 8 }, (_, i) => ({ i })))
  })
})

describe('doors', () => {
  it('a function is called from the server side', async () => {
    const cloud = await sdkAt(local.adminUrl)
    expect((await cloud.callFunction({ name: 'hidden', data: {} })).result).toBe('hidden')
    expect((await cloud.callFunction({ name: 'echo', data: { b: 1 } })).result).toMatchObject({ event: { b: 1 } })
    expect(await refusal(cloud.callFunction({ name: 'nobody', data: {} }))).toContain('could not be found')
    expect(await refusal(cloud.callFunction({ name: 'echo', data: { throws: true } }))).toContain('thrown on purpose')
  })

  it('clients call only what they may, as who they are', async () => {
    const post = (name: string, headers: Record<string, string>) => fetch(`${local.url}/client/${name}`, { method: 'POST', body: '{"a":1}', headers })
    const wrapped = await fetch(`${local.url}/client/echo`, { method: 'POST', body: '{"event":{"b":1}}', headers: { 'x-openid': 'o9' } })
    expect(await wrapped.json()).toMatchObject({ result: { event: { b: 1 } } })
    expect(await (await post('echo', { 'x-openid': 'o9' })).json()).toMatchObject({ result: { event: { a: 1 }, OPENID: 'o9', SOURCE: 'wx_client' } })
    for (const [name, headers] of [['hidden', { 'x-openid': 'o9' }], ['nobody', { 'x-openid': 'o9' }], ['echo', {}]] as const) expect((await post(name, headers)).status).toBe(403)
  })

  it('a timer fires when it is told to', async () => {
    expect(await local.fireTimer('tick')).toMatchObject({ event: { Type: 'Timer', TriggerName: 'tick' }, SOURCE: 'wx_trigger' })
  })

  it('what a function prints goes to the log, line by line', async () => {
    await call({ prints: 'one\ntwo' })
    await expect.poll(() => lines.filter((line) => line === 'one' || line === 'two')).toEqual(['one', 'two'])
  })

  it('functions are loaded anew when told so', async () => {
    await call({})
    await local.reloadFunctions()
    expect((await call({})).calls).toBe(1)
  })
})
