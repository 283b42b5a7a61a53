import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OfficeCloud, startOfficeCloud } from '#tests/office-cloud'
import { issueAll, persons, rosterOf, throughTrouble } from '#tests/office-steps'
import { importRoster } from './cli/import-roster.ts'

// The real function on the local cloud, through the officials' own command-line code.

let office: OfficeCloud
beforeAll(async () => {
  office = await startOfficeCloud()
})
afterAll(() => office.stop())

type Wallet = { _id: string; seq: number; vouchers: { batchId: string; fundId: string; bank: string }[] }
type Posting = { _id: string; ref: string; entries: { amountFen: number }[] }

describe('a batch', () => {
  it('gives everybody one pack, whatever is lost on the way, and the books agree', async () => {
    await importRoster(
      office.call,
      rosterOf(
        office,
        persons(200, 250).map((row) => ({ ...row, township: row.n % 2 ? '锦界镇' : '店塔镇' })),
      ),
    )
    const spdb = await throughTrouble(office, 11, () => issueAll(office, { batchId: 'b-spdb', bank: 'SPDB', fundId: 'city', townships: ['锦界镇'] }))
    // All of the city: those of the first batch have theirs.
    const abc = await throughTrouble(office, 13, () => issueAll(office, { batchId: 'b-abc', bank: 'ABC', fundId: 'city' }))
    const wallets = (await office.read('wallets')) as Wallet[]
    const postings = (await office.read('postings')) as Posting[]
    expect([spdb.issued + abc.issued, postings.length]).toEqual([wallets.length, wallets.length])
    expect(wallets.length).toBe((await office.read('roster')).length)
    expect(postings.every(({ entries }) => entries.reduce((sum, { amountFen }) => sum + amountFen, 0) === 0)).toBe(true)
    const byId = new Map(postings.map((one) => [one._id, one]))
    const bankOf: Record<string, string> = { 'b-spdb': 'SPDB', 'b-abc': 'ABC' }
    for (const { _id, seq, vouchers } of wallets) {
      expect(seq).toBe(1)
      expect(vouchers).toHaveLength(5)
      const posting = byId.get(`${_id}:1`)
      expect(vouchers.every(({ batchId, bank }) => batchId === posting?.ref && bank === bankOf[batchId])).toBe(true)
    }
  })

  it('issued twice changes nothing, and the same number never means another batch', async () => {
    const before = await office.read('postings')
    expect(await issueAll(office, { batchId: 'b-abc', bank: 'ABC', fundId: 'city' })).toMatchObject({ done: true })
    expect(await office.read('postings')).toEqual(before)
    await expect(issueAll(office, { batchId: 'b-abc', bank: 'SPDB', fundId: 'city' })).rejects.toThrow('批次号已用于另一批')
    await expect(issueAll(office, { batchId: 'b-x', bank: 'SPDB', fundId: 'cty' })).rejects.toThrow('没有这个资金来源')
  })

  it('two batches over the same people at once give one pack each', async () => {
    await importRoster(
      office.call,
      rosterOf(
        office,
        persons(500, 60).map((row) => ({ ...row, township: '马镇镇' })),
      ),
    )
    const both = await Promise.all(
      ['SPDB', 'ABC'].map((bank) => issueAll(office, { batchId: `race-${bank}`, bank: bank as 'SPDB' | 'ABC', fundId: 'city', townships: ['马镇镇'] })),
    )
    expect(both.reduce((sum, { issued }) => sum + issued, 0)).toBe(60)
  })

  it('adds a pack to a wallet that holds another fund’s, once', async () => {
    await importRoster(office.call, rosterOf(office, [{ n: 600, township: '万镇镇' }]))
    const walletNo = (await office.read('roster')).find(({ township }) => township === '万镇镇')?._id as string
    await office.write('postings', { _id: `${walletNo}:1`, kind: 'issue', ref: 'enterprise', entries: [] })
    await office.write('wallets', { _id: walletNo, seq: 1, slots: {}, vouchers: [{ no: 'e-1', batchId: 'enterprise', fundId: 'mine', bank: 'ABC' }] })
    const wanted = { batchId: 'b-later', bank: 'SPDB' as const, fundId: 'city', townships: ['万镇镇'] }
    expect(await throughTrouble(office, 17, () => issueAll(office, wanted))).toMatchObject({ issued: 1 })
    expect(await issueAll(office, { ...wanted, batchId: 'b-later-2' })).toMatchObject({ issued: 0 })
    const wallet = (await office.read('wallets')).find(({ _id }) => _id === walletNo) as Wallet
    expect([wallet.seq, wallet.vouchers.length]).toEqual([2, 6])
    expect((await office.read('postings')).find(({ _id }) => _id === `${walletNo}:2`)).toMatchObject({ ref: 'b-later' })
  })

  it('stops before the money is spent twice', async () => {
    const fresh = await startOfficeCloud()
    try {
      await fresh.write('counters', { _id: 'packs:city', next: 499_995 })
      await importRoster(fresh.call, rosterOf(fresh, persons(1, 6)))
      expect(await fresh.call('batchIssue', { batchId: 'last', bank: 'ABC', fundId: 'city' })).toEqual({ done: true, issued: 0, moneySpent: true })
      expect(await fresh.read('wallets')).toHaveLength(0)
      fresh.cloud.clock.set('2023-06-01T00:00:00+08:00')
      await expect(fresh.call('batchIssue', { batchId: 'late', bank: 'ABC', fundId: 'city' })).rejects.toThrow('不在活动时间内')
    } finally {
      await fresh.stop()
    }
  })
})

describe.each(['snapshot', 'read-committed'] as const)('clerks at once, on a database that is %s', (isolation) => {
  let fresh: OfficeCloud
  beforeAll(async () => {
    fresh = await startOfficeCloud({ isolation })
  })
  afterAll(() => fresh.stop())

  it('never share a wallet number, a pack or the money of one', async () => {
    const files = [0, 1, 2, 3].map((i) => rosterOf(fresh, persons(i * 40, 50)))
    const reports = await Promise.all(files.map((name) => importRoster(fresh.call, name)))
    const total = (what: 'accepted' | 'merged') => reports.reduce((sum, { counts }) => sum + counts[what], 0)
    expect([total('accepted'), total('merged')]).toEqual([170, 30])
    const roster = await fresh.read('roster')
    expect([roster.length, new Set(roster.map(({ idHash }) => idHash)).size]).toEqual([170, 170])
    const imports = (await fresh.read('rosterImports')) as unknown as { firstWalletNo: number }[]
    expect(imports.map(({ firstWalletNo }) => firstWalletNo).sort()).toEqual([1_000, 1_050, 1_100, 1_150])

    const replies = await Promise.all([0, 1, 2, 3].map((i) => issueAll(fresh, { batchId: `at-once-${i}`, bank: i % 2 ? 'SPDB' : 'ABC', fundId: 'city' })))
    expect(replies.reduce((sum, { issued }) => sum + issued, 0)).toBe(170)
    const refs = new Map((await fresh.read('postings')).map(({ _id, ref }) => [_id, ref]))
    const wallets = (await fresh.read('wallets')) as Wallet[]
    expect([wallets.length, refs.size]).toEqual([170, 170])
    for (const { _id, vouchers } of wallets) expect(vouchers.map(({ batchId }) => batchId)).toEqual(Array(5).fill(refs.get(`${_id}:1`)))
    const counters = await fresh.read('counters')
    const setAside = counters.filter(({ _id }) => String(_id).startsWith('slice:')).reduce((sum, { next }) => sum + Number(next), 0)
    expect(counters.find(({ _id }) => _id === 'packs:city')?.next).toBe(setAside)
  })
})
