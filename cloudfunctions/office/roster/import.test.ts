import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OfficeCloud, startOfficeCloud } from '#tests/office-cloud'
import { idNumber, persons, type Row, rosterOf, throughTrouble } from '#tests/office-steps'
import { importRoster } from '../cli/import-roster.ts'

// The real function on the local cloud, through the officials' own command-line code.

let office: OfficeCloud
beforeAll(async () => {
  office = await startOfficeCloud()
})
afterAll(() => office.stop())

describe('the door', () => {
  it('refuses whoever comes as a resident or over HTTP', async () => {
    const event = { action: 'merchantList', input: {} }
    expect(await office.cloud.invoke('office', event, { openid: 'o-somebody' })).toMatchObject({ ok: false, code: 'NO_SUCH_CALL' })
    const reply = (await office.cloud.invoke('office', { httpMethod: 'POST', path: '/', headers: {}, body: JSON.stringify(event) })) as { body: string }
    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, code: 'NO_SUCH_CALL' })
    expect(await office.cloud.invoke('office', event)).toMatchObject({ ok: true })
  })
})

describe('a roster', () => {
  it('accounts for every row and keeps nothing of a person in clear', async () => {
    const rows: Row[] = [
      ...persons(1, 8),
      { n: 1, insurance: '职工' },
      { n: 2, name: '李二' },
      { n: 3, phone: '19900099998' },
      { n: 20, phone: '' },
      { n: 20 },
      { n: 21, name: '' },
      { n: 22, id: '123' },
    ]
    const { counts, rows: report } = await importRoster(office.call, rosterOf(office, rows))
    expect(counts).toEqual({ accepted: 9, merged: 3, rejected: 3 })
    expect(report.map((row) => row.line)).toEqual(rows.map((_, i) => i + 2))
    expect(report[8]).toMatchObject({ result: 'merged' })
    expect(report[9]).toMatchObject({ result: 'rejected', reason: '身份证号已有人，姓名不同，请人工核对' })
    expect(report[10]?.reason).toContain('手机号不同')
    const roster = await office.read('roster')
    expect(roster).toHaveLength(9)
    expect(roster.find(({ _id }) => _id === '1000')).toMatchObject({ insurances: ['employee', 'resident'], township: '高家堡镇' })
    // The row without a phone got it from the later one.
    expect(roster.every(({ phoneHash }) => typeof phoneHash === 'string')).toBe(true)
    const stored = JSON.stringify([roster, await office.read('rosterRows'), await office.read('rosterImports')])
    expect(stored).not.toMatch(/张\d|李二|199000\d|990101\d{8}/)
    expect((await office.read('rosterRows')).every(({ person }) => person === null)).toBe(true)
  })

  it('changes nothing when the same file comes twice', async () => {
    const name = rosterOf(office, persons(100, 5))
    const first = await importRoster(office.call, name)
    const before = await office.read('roster')
    const again = await importRoster(office.call, name)
    expect(again).toEqual({ ...first, alreadyThere: true })
    expect(await office.read('roster')).toEqual(before)
  })

  it('merges people of another file instead of adding them', async () => {
    const before = (await office.read('roster')).length
    const { counts } = await importRoster(office.call, rosterOf(office, [...persons(100, 5), { n: 110 }]))
    expect(counts).toEqual({ accepted: 1, merged: 5, rejected: 0 })
    expect(await office.read('roster')).toHaveLength(before + 1)
  })

  it('takes nothing in before every row is staged', async () => {
    const importId = 'a'.repeat(64)
    const before = (await office.read('roster')).length
    await office.call('rosterBegin', { fileHash: importId, fileName: 'x.csv', rows: 2 })
    const cells = { name: '张三', idNumber: idNumber(120), phone: '19900000120', township: '锦界镇', insurance: '居民' }
    await office.call('rosterRows', { importId, rows: [{ line: 2, cells }] })
    await expect(office.call('rosterAccept', { importId })).rejects.toThrow('没有收齐')
    expect(await office.read('roster')).toHaveLength(before)
    await office.call('rosterRows', { importId, rows: [{ line: 3, cells: { ...cells, idNumber: idNumber(121) } }] })
    expect(await office.call('rosterAccept', { importId })).toMatchObject({ done: false })
    expect(await office.call('rosterAccept', { importId })).toMatchObject({ done: true, counts: { accepted: 2 } })
  })

  it('gives every file its own numbers, also when two begin at once', async () => {
    const hashes = ['b', 'c', 'd'].map((letter) => letter.repeat(64))
    await Promise.all(hashes.map((fileHash) => office.call('rosterBegin', { fileHash, fileName: 'x.csv', rows: 10 })))
    const imports = (await office.read('rosterImports')) as { firstWalletNo: number; rows: number }[]
    const sorted = imports.sort((a, b) => a.firstWalletNo - b.firstWalletNo)
    for (const [i, one] of sorted.slice(1).entries()) expect(one.firstWalletNo).toBeGreaterThanOrEqual((sorted[i]?.firstWalletNo ?? 0) + (sorted[i]?.rows ?? 0))
  })

  it.each([3, 5, 7])('goes on after whatever is lost on the way (seed %i)', async (seed) => {
    const name = rosterOf(office, [...persons(seed * 1_000, 450), ...persons(seed * 1_000, 20).map((row) => ({ ...row, insurance: '职工' }))])
    const { counts } = await throughTrouble(office, seed, () => importRoster(office.call, name))
    expect(counts).toEqual({ accepted: 450, merged: 20, rejected: 0 })
  })
})
