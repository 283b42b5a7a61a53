import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import { description } from '../testing/cloud.ts'
import { Engine } from './engine.ts'
import type { Isolation } from './transactions.ts'

const clock = createClock('2026-01-19T12:00:00+08:00')
let engine: Engine
const open = (isolation: Isolation = 'snapshot'): void => {
  engine = new Engine({ description, data: ':memory:', clock, isolation })
}
beforeEach(() => open())
afterEach(() => engine.close())

const ofDoc = (collectionName: string, id: string) => ({ collectionName, queryType: 'DOC' as const, query: JSON.stringify({ _id: id }) })
const begin = async (): Promise<string> => (await engine.call('database.startTransaction', {})).transactionId as string
const commit = (transactionId: string) => engine.call('database.commitTransaction', { transactionId })
const abort = (transactionId: string) => engine.call('database.abortTransaction', { transactionId })
const add = (collectionName: string, doc: object, transactionId?: string) =>
  engine.call('database.insertDocument', { collectionName, data: [JSON.stringify(doc)], ...(transactionId ? { transactionId } : {}) })
const read = async (collectionName: string, id: string, transactionId?: string): Promise<Record<string, unknown> | null> => {
  const { data } = (await engine.call('database.getDocument', { ...ofDoc(collectionName, id), ...(transactionId ? { transactionId } : {}) })) as { data: { list: string[] } }
  return data.list[0] ? JSON.parse(data.list[0]) : null
}
const update = (collectionName: string, id: string, operators: object, transactionId?: string) =>
  engine.call('database.modifyDocument', { ...ofDoc(collectionName, id), merge: true, data: JSON.stringify(operators), ...(transactionId ? { transactionId } : {}) })

describe('snapshot', () => {
  it('is taken at the first operation and holds what is changed or removed later', async () => {
    await add('things', { _id: 'a', n: 1 })
    await add('things', { _id: 'b', n: 1 })
    const tx = await begin()
    await update('things', 'a', { $set: { n: 2 } })
    expect(await read('things', 'a', tx)).toMatchObject({ n: 2 })
    await update('things', 'b', { $set: { n: 2 } })
    await engine.call('database.removeDocument', ofDoc('things', 'a'))
    expect(await read('things', 'a', tx)).toMatchObject({ n: 2 })
    expect(await read('things', 'b', tx)).toMatchObject({ n: 1 })
    expect(await read('things', 'a')).toBeNull()
    await abort(tx)
  })

  it('sees its own writes; others do not before the commit', async () => {
    const tx = await begin()
    await add('things', { _id: 'a', n: 1 }, tx)
    await update('things', 'a', { $inc: { n: 1 } }, tx)
    expect(await read('things', 'a', tx)).toMatchObject({ n: 2 })
    expect(await read('things', 'a')).toBeNull()
    await commit(tx)
    expect(await read('things', 'a')).toMatchObject({ n: 2 })
  })

  it('leaves nothing behind when it is aborted', async () => {
    const tx = await begin()
    await add('things', { _id: 'a' }, tx)
    await abort(tx)
    expect(await read('things', 'a')).toBeNull()
    await expect(read('things', 'a', tx)).rejects.toThrow('TransactionNotExist')
  })

  it('allows write skew, as the platform does', async () => {
    await add('things', { _id: 'a', on: true })
    await add('things', { _id: 'b', on: true })
    const [one, two] = [await begin(), await begin()]
    await read('things', 'b', one)
    await read('things', 'a', two)
    await update('things', 'a', { $set: { on: false } }, one)
    await update('things', 'b', { $set: { on: false } }, two)
    await commit(one)
    await commit(two)
    expect([(await read('things', 'a'))?.on, (await read('things', 'b'))?.on]).toEqual([false, false])
  })
})

describe('conflict', () => {
  it('comes at once from a document another open transaction wrote, and ends the transaction', async () => {
    await add('things', { _id: 'a', n: 1 })
    const [one, two] = [await begin(), await begin()]
    await update('things', 'a', { $inc: { n: 1 } }, one)
    await expect(update('things', 'a', { $inc: { n: 1 } }, two)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT', message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') })
    await expect(commit(two)).rejects.toThrow('TransactionNotExist')
    await commit(one)
    expect(await read('things', 'a')).toMatchObject({ n: 2 })
  })

  it('comes from a document that changed since the snapshot', async () => {
    await add('things', { _id: 'a', n: 1 })
    const tx = await begin()
    await read('things', 'a', tx)
    await update('things', 'a', { $set: { n: 5 } })
    await expect(update('things', 'a', { $inc: { n: 1 } }, tx)).rejects.toThrow('TransactionConflict')
  })

  it('comes from a document inserted since the snapshot, and from one another transaction is inserting', async () => {
    const [one, two] = [await begin(), await begin()]
    await read('things', 'z', one)
    await read('things', 'z', two)
    await add('things', { _id: 'a' })
    await expect(add('things', { _id: 'a' }, one)).rejects.toThrow('TransactionConflict')
    const three = await begin()
    await add('things', { _id: 'b' }, two)
    await expect(add('things', { _id: 'b' }, three)).rejects.toThrow('TransactionConflict')
  })

  it('comes from a unique value another transaction is taking', async () => {
    const [one, two] = [await begin(), await begin()]
    await add('people', { _id: 'a', phone: '1' }, one)
    await expect(add('people', { _id: 'b', phone: '1' }, two)).rejects.toThrow('TransactionConflict')
    await commit(one)
    expect(await read('people', 'b')).toBeNull()
  })
})

describe('unique', () => {
  it('refuses a duplicate _id inside a transaction, which then is gone', async () => {
    await add('things', { _id: 'a' })
    const tx = await begin()
    await add('things', { _id: 'b' }, tx)
    await expect(add('things', { _id: 'a' }, tx)).rejects.toThrow('E11000')
    await expect(commit(tx)).rejects.toThrow('TransactionNotExist')
    expect(await read('things', 'b')).toBeNull()
  })

  it('is heard from the write and not from the commit, also by an update', async () => {
    await add('people', { _id: 'a', phone: '1' })
    await add('people', { _id: 'b', phone: '2' })
    const tx = await begin()
    await expect(update('people', 'b', { $set: { phone: '1' } }, tx)).rejects.toThrow('E11000')
    await expect(update('people', 'b', { $set: { phone: '1' } })).rejects.toThrow('E11000')
  })

  it('lets a transaction hand a value from one document to another', async () => {
    await add('people', { _id: 'a', phone: '1' })
    const tx = await begin()
    await update('people', 'a', { $set: { phone: '9' } }, tx)
    await add('people', { _id: 'b', phone: '1' }, tx)
    await commit(tx)
    expect([(await read('people', 'a'))?.phone, (await read('people', 'b'))?.phone]).toEqual(['9', '1'])
  })
})

describe('locks', () => {
  it('make a plain write wait, and only a write', async () => {
    await add('things', { _id: 'a', n: 1 })
    const tx = await begin()
    await update('things', 'a', { $inc: { n: 10 } }, tx)
    const waiting = [update('things', 'a', { $inc: { n: 100 } }), update('things', 'a', { $inc: { n: 1_000 } })]
    expect(await read('things', 'a')).toMatchObject({ n: 1 })
    await commit(tx)
    await Promise.all(waiting)
    expect(await read('things', 'a')).toMatchObject({ n: 1_111 })
  })

  it('make an insert of the same _id or unique value wait and then be refused', async () => {
    const tx = await begin()
    await add('people', { _id: 'a', phone: '1' }, tx)
    const outcomes = Promise.allSettled([add('people', { _id: 'a', phone: '2' }), add('people', { _id: 'b', phone: '1' })])
    await commit(tx)
    expect((await outcomes).map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([expect.stringContaining('E11000'), expect.stringContaining('E11000')])
  })

  it('end after 30 s, with the transaction', async () => {
    await add('things', { _id: 'a', n: 1 })
    const tx = await begin()
    await update('things', 'a', { $set: { n: 2 } }, tx)
    const waiting = update('things', 'a', { $inc: { n: 10 } })
    clock.advance(29_000)
    await read('things', 'a', tx)
    clock.advance(2_000)
    await waiting
    await expect(commit(tx)).rejects.toMatchObject({ message: expect.stringContaining('[ResourceUnavailable.TransactionNotExist]') })
    expect(await read('things', 'a')).toMatchObject({ n: 11 })
  })
})

describe('read committed', () => {
  beforeEach(() => {
    engine.close()
    open('read-committed')
  })

  it('sees the newest values and is not refused because a document changed', async () => {
    await add('things', { _id: 'a', n: 1 })
    const tx = await begin()
    expect(await read('things', 'a', tx)).toMatchObject({ n: 1 })
    await update('things', 'a', { $set: { n: 5 } })
    expect(await read('things', 'a', tx)).toMatchObject({ n: 5 })
    await update('things', 'a', { $inc: { n: 1 } }, tx)
    await commit(tx)
    expect(await read('things', 'a')).toMatchObject({ n: 6 })
  })

  it('still refuses a second open writer and a duplicate _id', async () => {
    await add('things', { _id: 'a', n: 1 })
    const [one, two, three] = [await begin(), await begin(), await begin()]
    await update('things', 'a', { $set: { n: 2 } }, one)
    await expect(update('things', 'a', { $set: { n: 3 } }, two)).rejects.toThrow('TransactionConflict')
    await expect(add('things', { _id: 'a' }, three)).rejects.toThrow('E11000')
  })
})

describe('serial equivalence', () => {
  const tried = async (work: () => Promise<void>): Promise<void> => {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (!/TransactionConflict/.test(String(error))) throw error
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
      }
    }
  }

  it('N concurrent increments, in transactions and plain, come to N', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ to: fc.constantFrom('a', 'b'), plain: fc.boolean() }), { minLength: 1, maxLength: 25 }), async (increments) => {
        engine.close()
        open()
        await add('counters', { _id: 'a', n: 0 })
        await add('counters', { _id: 'b', n: 0 })
        const once = async ({ to, plain }: { to: string; plain: boolean }): Promise<void> => {
          if (plain) {
            await update('counters', to, { $inc: { n: 1 } })
            return
          }
          const tx = await begin()
          const seen = await read('counters', to, tx)
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 2))
          await update('counters', to, { $set: { n: Number(seen?.n) + 1 } }, tx)
          await commit(tx)
        }
        await Promise.all(increments.map((one) => tried(() => once(one))))
        const total = Number((await read('counters', 'a'))?.n) + Number((await read('counters', 'b'))?.n)
        expect(total).toBe(increments.length)
      }),
      { numRuns: 25 },
    )
  })

  it('money moved between accounts is neither made nor lost', async () => {
    await Promise.all([0, 1, 2, 3].map((i) => add('counters', { _id: `c${i}`, n: 100 })))
    const move = async (from: string, to: string, sum: number): Promise<void> => {
      const tx = await begin()
      const [a, b] = [await read('counters', from, tx), await read('counters', to, tx)]
      await update('counters', from, { $set: { n: Number(a?.n) - sum } }, tx)
      await update('counters', to, { $set: { n: Number(b?.n) + sum } }, tx)
      await commit(tx)
    }
    await Promise.all(Array.from({ length: 60 }, (_, i) => tried(() => move(`c${i % 4}`, `c${(i * 3 + 1) % 4 === i % 4 ? (i + 1) % 4 : (i * 3 + 1) % 4}`, i))))
    const sums = await Promise.all([0, 1, 2, 3].map((i) => read('counters', `c${i}`)))
    expect(sums.reduce((sum, doc) => sum + Number(doc?.n), 0)).toBe(400)
  })
})
