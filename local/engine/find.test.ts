import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import { description } from '../testing/cloud.ts'
import { Engine, type Params } from './engine.ts'

let engine: Engine
beforeEach(async () => {
  engine = new Engine({ description, data: ':memory:', clock: createClock() })
  const people = [
    { _id: 'a', phone: '1', town: 'x', age: 30, tags: ['red'] },
    { _id: 'b', phone: '2', town: 'x', age: 50, tags: ['red', 'blue'] },
    { _id: 'c', phone: '3', town: 'y', age: 40, tags: 'blue' },
    { _id: 'd', phone: '4', town: 'x', age: 20 },
  ]
  await engine.call('database.insertDocument', { collectionName: 'people', data: people.map((one) => JSON.stringify(one)) })
})
afterEach(() => engine.close())

const ask = async (query: object, more: Params = {}): Promise<string[]> => {
  const { data } = (await engine.call('database.getDocument', { collectionName: 'people', query: JSON.stringify(query), ...more })) as { data: { list: string[] } }
  return data.list.map((text) => JSON.parse(text)._id)
}
const change = (action: string, params: Params) => engine.call(`database.${action}`, { collectionName: 'people', ...params })

describe('committed', () => {
  it('documents come by equality, range and order of an index', async () => {
    expect(await ask({ town: 'x' }, { order: '{"age":-1}' })).toEqual(['b', 'a', 'd'])
    expect(await ask({ town: 'x', age: { $gt: 20 } }, { order: '{"age":1}' })).toEqual(['a', 'b'])
    expect(await ask({ town: { $in: ['x', 'y'] } }, { order: '{"age":1}', offset: 1, limit: 2 })).toEqual(['a', 'c'])
    expect(await ask({ phone: '3' })).toEqual(['c'])
    expect(await ask({ _id: { $in: ['d', 'a', 'nobody'] } }, { order: '{"_id":1}' })).toEqual(['a', 'd'])
  })

  it('documents come by one of many values', async () => {
    expect((await ask({ tags: 'blue' })).sort()).toEqual(['b', 'c'])
    expect(await ask({ tags: null })).toEqual(['d'])
  })

  it('only the asked fields are given', async () => {
    const { data } = (await change('getDocument', { query: '{"_id":"a"}', projection: '{"age":1}' })) as { data: { list: string[] } }
    expect(JSON.parse(data.list[0] ?? '')).toEqual({ _id: 'a', age: 30 })
  })

  it('an unknown operator is refused', async () => {
    await expect(ask({ age: { $about: 3 } })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('$about') })
  })
})

describe('inside a transaction', () => {
  it('a query sees the snapshot and its own writes, in order', async () => {
    const { transactionId } = (await engine.call('database.startTransaction', {})) as { transactionId: string }
    const inside = (query: object, more: Params = {}) => ask(query, { ...more, transactionId })
    expect(await inside({ town: 'x' }, { order: '{"age":1}' })).toEqual(['d', 'a', 'b'])
    // Behind its back one leaves the town, one is removed, one comes.
    await change('modifyDocument', { query: '{"_id":"a"}', merge: true, data: '{"$set":{"town":"z"}}' })
    await change('removeDocument', { query: '{"_id":"b"}' })
    await change('insertDocument', { data: ['{"_id":"e","phone":"5","town":"x","age":1}'] })
    expect(await ask({ town: 'x' }, { order: '{"age":1}' })).toEqual(['e', 'd'])
    expect(await inside({ town: 'x' }, { order: '{"age":1}' })).toEqual(['d', 'a', 'b'])
    await change('insertDocument', { data: ['{"_id":"f","phone":"6","town":"x","age":99}'], transactionId })
    await change('modifyDocument', { query: '{"_id":"d"}', queryType: 'DOC', merge: true, data: '{"$set":{"town":"y"}}', transactionId })
    expect(await inside({ town: 'x' }, { order: '{"age":1}' })).toEqual(['a', 'b', 'f'])
    await engine.call('database.commitTransaction', { transactionId })
    expect(await ask({ town: 'x' }, { order: '{"age":1}' })).toEqual(['e', 'f'])
  })
})

describe('aggregation', () => {
  it('begins with the index of its first match', async () => {
    const stages = [{ stageKey: '$match', stageValue: '{"town":"x"}' }, { stageKey: '$group', stageValue: '{"_id":"$town","ages":{"$sum":"$age"}}' }]
    const { data } = (await change('aggregateDocuments', { stages })) as { data: { list: string[] } }
    expect(data.list.map((text) => JSON.parse(text))).toEqual([{ _id: 'x', ages: 100 }])
  })
})
