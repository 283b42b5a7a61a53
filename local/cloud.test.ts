import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalCloud, startCloud } from './cloud.ts'
import { createClock } from './clock.ts'
import { inMemory, refusal, type Sdk, sdkAt } from './testing/cloud.ts'

// Everything here goes through the unmodified wx-server-sdk.

const start = Date.parse('2026-01-19T12:00:00+08:00')
let local: LocalCloud
let cloud: Sdk
let db: Sdk
beforeAll(async () => {
  local = await startCloud(inMemory({ clock: createClock(start) }))
  cloud = await sdkAt(local.adminUrl)
  db = cloud.database()
})
afterAll(() => local.stop())
beforeEach(async () => {
  for (const name of ['things', 'people', 'counters']) await db.collection(name).where({ _id: db.command.exists(true) }).remove()
})

describe('documents', () => {
  it('keep their types', async () => {
    const doc = { _id: 'x', at: new Date(start), list: [1, 'a', null, { b: true }], deep: { n: 1.5 }, big: 2 ** 40 }
    await db.collection('things').add({ data: doc })
    expect((await db.collection('things').doc('x').get()).data).toEqual(doc)
    expect((await db.collection('things').where({ at: db.command.lte(new Date(start)) }).get()).data).toHaveLength(1)
  })

  it('get an id of 32 hex digits when they bring none', async () => {
    const { _id } = await db.collection('things').add({ data: { a: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('take the database\'s time for serverDate', async () => {
    await db.collection('things').add({ data: { _id: 'x', at: db.serverDate({ offset: -1_000 }) } })
    const { at } = (await db.collection('things').doc('x').get()).data
    expect(Math.abs(at.getTime() - local.clock.now() + 1_000)).toBeLessThan(1_000)
  })

  it('are given 100 at a time, and never more than 1000', async () => {
    await db.collection('things').add({ data: Array.from({ length: 1_005 }, (_, i) => ({ _id: String(i).padStart(5, '0') })) })
    expect((await db.collection('things').get()).data).toHaveLength(100)
    expect((await db.collection('things').limit(1_000).get()).data).toHaveLength(1_000)
    expect((await db.collection('things').skip(1_000).limit(10).get()).data.map(({ _id }: { _id: string }) => _id)).toEqual(['01000', '01001', '01002', '01003', '01004'])
    expect((await db.collection('things').count()).total).toBe(1_005)
    expect((await db.collection('things').aggregate().match({ _id: db.command.gte('00000') }).end()).list).toHaveLength(20)
  })

  it('count as updated when they changed, and a replacement always', async () => {
    await db.collection('things').add({ data: { _id: 'x', a: 1 } })
    expect((await db.collection('things').doc('x').update({ data: { a: 1 } })).stats.updated).toBe(0)
    expect((await db.collection('things').doc('x').update({ data: { a: 2 } })).stats.updated).toBe(1)
    expect((await db.collection('things').doc('x').set({ data: { a: 2 } })).stats).toMatchObject({ updated: 1, created: 0 })
    expect((await db.collection('things').doc('y').set({ data: { a: 2 } })).stats).toMatchObject({ updated: 0, created: 1 })
  })
})

describe('refusals', () => {
  it('a duplicate _id, and what came before it stays', async () => {
    await db.collection('things').add({ data: { _id: 'b' } })
    expect(await refusal(db.collection('things').add({ data: [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }] }))).toContain('E11000')
    expect((await db.collection('things').get()).data).toEqual([{ _id: 'a' }, { _id: 'b' }])
  })

  it('a unique index, where a missing field is one value', async () => {
    await db.collection('people').add({ data: { _id: 'a', phone: '1' } })
    expect(await refusal(db.collection('people').add({ data: { _id: 'b', phone: '1' } }))).toContain('E11000')
    await db.collection('people').add({ data: { _id: 'c' } })
    expect(await refusal(db.collection('people').add({ data: { _id: 'd', phone: null } }))).toContain('E11000')
    expect(await refusal(db.collection('people').doc('a').update({ data: { phone: db.command.remove() } }))).toContain('E11000')
  })

  it('a collection that is not there; none is made by a write', async () => {
    expect(await refusal(db.collection('nowhere').add({ data: {} }))).toMatch(/DATABASE_COLLECTION_NOT_EXIST|Db or Table not exist/)
    expect(await refusal(db.collection('nowhere').get())).toMatch(/not exist/)
    await db.createCollection('somewhere')
    await db.collection('somewhere').add({ data: { _id: 'x' } })
    expect(await refusal(db.createCollection('somewhere'))).toContain('Table exist')
  })

  it('what MongoDB refuses', async () => {
    await db.collection('things').add({ data: { _id: 'x', n: null } })
    expect(await refusal(db.collection('things').doc('x').update({ data: { n: db.command.inc(1) } }))).toContain('non-numeric')
  })
})

describe('transactions', () => {
  it('commit together, or not at all', async () => {
    await db.runTransaction(async (tx: Sdk) => {
      await tx.collection('things').add({ data: { _id: 'a' } })
      await tx.collection('counters').add({ data: { _id: 'a' } })
    })
    expect(await refusal(db.runTransaction(async (tx: Sdk) => {
      await tx.collection('things').add({ data: { _id: 'b' } })
      await tx.collection('counters').add({ data: { _id: 'a' } })
    }))).toContain('E11000')
    expect((await db.collection('things').get()).data).toEqual([{ _id: 'a' }])
  })

  it('conflict in the platform\'s words; a retry of the whole brings every increment', async () => {
    await db.collection('counters').add({ data: { _id: 'n', n: 0 } })
    let conflicts = 0
    const increment = async (): Promise<void> => {
      for (;;) {
        const tx = await db.startTransaction()
        try {
          const { n } = (await tx.collection('counters').doc('n').get()).data
          await tx.collection('counters').doc('n').update({ data: { n: n + 1 } })
          await tx.commit()
          return
        } catch (error) {
          expect((error as Error).message).toContain('[ResourceUnavailable.TransactionConflict]')
          conflicts++
          await new Promise((resolve) => setTimeout(resolve, 5 * Math.random()))
        }
      }
    }
    await Promise.all(Array.from({ length: 20 }, increment))
    expect((await db.collection('counters').doc('n').get()).data.n).toBe(20)
    expect(conflicts).toBeGreaterThan(0)
  })

  it('make a plain write wait, and end after 30 s of the cloud\'s clock', async () => {
    await db.collection('counters').add({ data: { _id: 'n', n: 0 } })
    const tx = await db.startTransaction()
    await tx.collection('counters').doc('n').update({ data: { n: 5 } })
    let written = false
    const plain = db.collection('counters').doc('n').update({ data: { n: db.command.inc(1) } }).then(() => {
      written = true
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(written).toBe(false)
    expect((await db.collection('counters').doc('n').get()).data.n).toBe(0)
    local.clock.advance(31_000)
    await plain
    expect(await refusal(tx.commit())).toContain('[ResourceUnavailable.TransactionNotExist]')
    expect((await db.collection('counters').doc('n').get()).data.n).toBe(1)
  })
})

describe('the door', () => {
  it('counts every action', async () => {
    local.resetCounts()
    await db.collection('things').get()
    await db.runTransaction((tx: Sdk) => tx.collection('things').add({ data: { _id: 'x' } }))
    expect(local.counts()).toEqual({ 'database.getDocument': 1, 'database.startTransaction': 1, 'database.insertDocument': 1, 'database.commitTransaction': 1 })
  })

  it('answers what it does not know with an error and status 200', async () => {
    const response = await fetch(`${local.adminUrl}?env=local`, { method: 'POST', body: JSON.stringify({ action: 'database.dropEverything' }) })
    expect([response.status, await response.json()]).toMatchObject([200, { code: 'ACTION_NOT_SUPPORTED', requestId: expect.any(String) }])
    expect(await (await fetch(local.adminUrl, { method: 'POST', body: 'no json' })).json()).toMatchObject({ code: 'SYS_ERR' })
  })
})

describe('troubles', () => {
  afterEach(() => {
    for (const name of Object.keys(local.troubles)) delete local.troubles[name as keyof typeof local.troubles]
  })

  it('an overlapping operation of one transaction is refused', async () => {
    local.troubles.busy = true
    const tx = await db.startTransaction()
    const add = (_id: string) => tx.collection('things').add({ data: { _id } })
    const outcomes = await Promise.allSettled([add('a'), add('b')])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('[ResourceUnavailable.TransactionBusy]')])
    await tx.rollback()
  })

  it('more requests than the rate are refused', async () => {
    local.troubles.ratePerSecond = 5
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => db.collection('things').get()))
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(10)
    expect(await refusal(Promise.all(outcomes.map((outcome) => (outcome.status === 'rejected' ? Promise.reject(outcome.reason) : null))))).toContain('EXCEED_RATELIMIT')
  })

  it('half an array is inserted, once', async () => {
    local.troubles.halfInsert = true
    const docs = [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }, { _id: 'd' }]
    expect(await refusal(db.collection('things').add({ data: docs }))).not.toContain('E11000')
    expect((await db.collection('things').get()).data).toEqual([{ _id: 'a' }, { _id: 'b' }])
    await db.collection('things').add({ data: docs.slice(2) })
  })
})
