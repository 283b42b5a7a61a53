import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gateFile, helpFile, shopsFile } from '#contract/published'
import { demoServicePoints, townships } from '#programmes/shenmu-places'
import { type OfficeCloud, startOfficeCloud } from '#tests/office-cloud'
import { importMerchants } from './cli/import-merchants.ts'
import { publish } from './cli/publish.ts'
import { readServicePoints } from './cli/service-points.ts'
import { isKeyOf } from './keys.ts'

let office: OfficeCloud
beforeAll(async () => {
  office = await startOfficeCloud()
})
afterAll(() => office.stop())

const save = (name: string, text: string): string => {
  const file = path.join(office.folder, name)
  writeFileSync(file, text)
  return file
}
const header = '商户号,名称,类别,镇街,地址,电话,营业时间,纬度,经度,浦发终端,农行终端'
const shop = (id: string, kind: string, spdb: string, abc = ''): string =>
  `${id},重庆面馆${id},${kind},高家堡,兴武街 1 号,0912-1,07:00-21:00,38.5606,110.2857,${spdb},${abc}`

describe('a bank’s list', () => {
  it('says what became of each row, and no terminal changes hands', async () => {
    const rows = [shop('M1', '住宿餐饮', 'T1'), shop('M2', '商场百货', 'T1'), shop('M3', '电影', 'T3'), shop('M4', '文化旅游', '', 'T1;T2')]
    const file = save('shops.csv', `${header}\n${rows.join('\n')}\n`)
    const first = await importMerchants(office.call, file)
    expect(first.rows.map(({ line, result, reason }) => [line, result, reason])).toEqual([
      [2, 'added', ''],
      [3, 'rejected', '终端 T1 已属于另一商户'],
      [4, 'rejected', '类别只能是住宿餐饮、商场百货或文化旅游'],
      [5, 'added', ''],
    ])
    const merchants = await office.read('merchants')
    expect(merchants.map(({ _id, state, bureau }) => [_id, state, bureau])).toEqual([
      ['M1', 'approved', '市场监管局'],
      ['M4', 'approved', '文旅局'],
    ])
    expect((await office.read('terminals')).map(({ _id, merchantId }) => [_id, merchantId])).toEqual([
      ['ABC:T1', 'M4'],
      ['ABC:T2', 'M4'],
      ['SPDB:T1', 'M1'],
    ])
    expect(await importMerchants(office.call, file)).toMatchObject({ added: 0, known: 2, rejected: 2 })
    expect(await office.read('merchants')).toEqual(merchants)
  })
})

describe('published files', () => {
  it('hold what the phones expect, named by their content, the gate pointing at them', async () => {
    const out = path.join(office.folder, 'public')
    const options = { out, demo: true, pollSeconds: [4, 9], servicePoints: demoServicePoints(), notices: [] }
    const gate = await publish(office.call, options)
    expect(await publish(office.call, options)).toEqual(gate)
    const read = (name: string): unknown => JSON.parse(readFileSync(path.join(out, name), 'utf8'))
    expect(v.parse(gateFile, read('gate.json'))).toEqual(gate)
    expect(readdirSync(out).sort()).toEqual(['gate.json', gate.help, gate.shops].sort())
    const shops = v.parse(shopsFile, read(gate.shops))
    expect(shops.shops[0]).toMatchObject({
      id: 'M1',
      pinyin: 'chongqingmianguanm1',
      initials: 'cqmgm1',
      tills: ['SPDB'],
      township: townships.findIndex(({ name }) => name === '高家堡镇'),
    })
    const help = v.parse(helpFile, read(gate.help))
    expect(help.servicePoints).toHaveLength(20)
    expect(help.servicePoints.every(({ name }) => name.includes('演示'))).toBe(true)
    expect(help.rules.length).toBeGreaterThan(8)
  })

  it('take the townships’ list of service points', async () => {
    const points = '镇街,名称,地址,办理时间,电话\n锦界,锦界服务点,锦元路 1 号,8:30-18:00,0912-1\n'
    expect(await readServicePoints(save('points.csv', points))).toEqual([
      { township: 19, name: '锦界服务点', address: '锦元路 1 号', hours: '8:30-18:00', phone: '0912-1' },
    ])
    await expect(readServicePoints(save('bad.csv', points.replace('锦界,', '府谷,')))).rejects.toThrow('第 2 行：镇街认不出')
    await expect(readServicePoints(save('gap.csv', points.replace('0912-1', '')))).rejects.toThrow('第 2 行：电话为空')
  })
})

describe('a bank’s key', () => {
  const pem = (bits: number): string => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const sm2 = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d034200${'04'.padEnd(130, '1')}`, 'hex').toString('base64')}\n-----END PUBLIC KEY-----`

  it('must be of its algorithm', () => {
    expect([isKeyOf('SHA256-RSA2048', pem(2048)), isKeyOf('SHA256-RSA2048', pem(1024)), isKeyOf('SHA256-RSA2048', sm2)]).toEqual([true, false, false])
    expect([isKeyOf('SM2-WITH-SM3', sm2), isKeyOf('SM2-WITH-SM3', pem(2048)), isKeyOf('SM2-WITH-SM3', 'nonsense')]).toEqual([true, false, false])
  })

  it('is added once and never replaced', async () => {
    const record = { bank: 'SPDB' as const, serial: 'S1', algorithm: 'SHA256-RSA2048' as const, publicKeyPem: pem(2048), from: 1, to: 2 }
    expect(await office.call('keyAdd', record)).toEqual({ added: true })
    expect(await office.call('keyAdd', record)).toEqual({ added: false })
    await expect(office.call('keyAdd', { ...record, publicKeyPem: pem(2048) })).rejects.toThrow('没有登记')
    await expect(office.call('keyAdd', { ...record, serial: 'S2', from: 2, to: 1 })).rejects.toThrow('没有登记')
    expect(await office.read('keys')).toHaveLength(1)
  })
})
