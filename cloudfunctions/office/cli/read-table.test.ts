import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { encodeGb18030 } from '#demo/seed/gb18030'
import { chunks } from './chunks.ts'
import { rosterColumns, rosterTitles } from './columns.ts'
import { readRoster } from './import-roster.ts'
import { toMerchant } from './import-merchants.ts'
import { readTable } from './read-table.ts'
import { writeReport } from './write-report.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'))
afterAll(() => rmSync(folder, { recursive: true }))
const save = (name: string, bytes: string | Uint8Array): string => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const csv = '姓名,身份证号,手机号,镇街,参保类型\r\n王一䶮,990101199001010017,19900000001,高家堡镇,居民\r\n'
const read = (name: string, bytes: string | Uint8Array) => readTable(save(name, bytes), rosterTitles)

describe('a table', () => {
  it('is read in every encoding officials send, rare characters whole', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv.replaceAll(',', '\t'), 'utf16le')])
    for (const bytes of [Buffer.from(csv), Buffer.from(`\ufeff${csv}`), encodeGb18030(csv), wide]) {
      const { header, rows } = await read('roster.txt', bytes)
      expect(header).toEqual(['姓名', '身份证号', '手机号', '镇街', '参保类型'])
      expect(rows).toEqual([{ line: 2, cells: ['王一䶮', '990101199001010017', '19900000001', '高家堡镇', '居民'] }])
    }
  })

  it('is refused with a plain sentence when it is no table', async () => {
    await expect(read('a.csv', Uint8Array.of(0x61, 0xff, 0xff, 0x80))).rejects.toThrow('认不出文件的编码')
    await expect(read('b.csv', '')).rejects.toThrow('文件是空的')
    await expect(read('c.csv', csv.split('\r\n')[0] ?? '')).rejects.toThrow('没有数据行')
    await expect(read('d.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('旧式 XLS')
    await expect(read('e.csv', `${csv}"不完`)).rejects.toThrow('CSV 格式不对')
    await expect(read('f.xlsx', Buffer.from('504b030400000000', 'hex'))).rejects.toThrow('XLSX 打不开')
  })

  it('may have a headline above its header', async () => {
    const { header, rows } = await read('g.csv', `神木市参保人员名册,,,,\r\n\r\n${csv}`)
    expect(header[0]).toBe('姓名')
    expect(rows.map(({ line }) => line)).toEqual([4])
  })

  it('knows XLSX by its content and a number that lost its last digits', async () => {
    const { writeXlsx } = await import('hucre')
    const rows = [
      ['姓 名', '公民身份号码', '联系电话', '参保地', '险种'],
      ['王秀兰', '990101199001010017', 19900000001, '高家堡镇', '职工'],
      ['李四', Number('990101199001010017'), '', '高家堡镇', '居民'],
    ]
    const { sent } = await readRoster(save('roster.csv', await writeXlsx({ sheets: [{ name: '名册', rows }] })))
    expect(sent.map(({ line, cells }) => [line, cells.idNumber, cells.phone])).toEqual([
      [2, '990101199001010017', '19900000001'],
      [3, '9.9010119900101e+17', ''],
    ])
  })

  it('names every column it lacks', () => {
    expect(() => rosterColumns(['姓名', '联系电话'])).toThrow('缺少列：身份证号、镇街、参保类型。没有导入任何一行。')
  })
})

describe('what is sent and written', () => {
  it('keeps every call under 100 KB and every row in its order', () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => ({ i, text: '字'.repeat(i % 200) }))
    const parts = chunks(rows, 300)
    expect(parts.flat()).toEqual(rows)
    expect(Math.max(...parts.map((part) => Buffer.byteLength(JSON.stringify(part))))).toBeLessThan(100_000)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(300)
  })

  it('writes a report that reads back', async () => {
    const file = path.join(folder, 'report.csv')
    writeReport(file, [{ line: 2, result: 'rejected', reason: '有"引号"，有,逗号' }])
    const { header, rows } = await readTable(file, ['行号', '结果'])
    expect([header, rows[0]?.cells]).toEqual([
      ['行号', '结果', '原因'],
      ['2', '退回', '有"引号"，有,逗号'],
    ])
  })
})

describe('a row of a bank’s list', () => {
  const cells: Record<string, string> = {
    商户号: 'M1',
    名称: '麟州老面馆',
    类别: '住宿餐饮',
    镇街: '麟州街道',
    地址: '东兴街 1 号',
    电话: '0912-1',
    营业时间: '07:00-21:30',
    纬度: '38.84',
    经度: '110.5',
    浦发终端: 'T1S；T2S',
    农行终端: '',
  }
  const of = (change: Record<string, string>) => toMerchant((name) => ({ ...cells, ...change })[name]?.normalize('NFKC') ?? '')
  it('is read, with an icon of its class', () => {
    expect(of({})).toMatchObject({ ok: true, merchant: { category: 'dining', icon: 'restaurant', terminals: [{ terminalId: 'T1S' }, { terminalId: 'T2S' }] } })
  })
  it.each([
    [{ 类别: '餐饮' }, '类别只能是住宿餐饮、商场百货或文化旅游'],
    [{ 镇街: '府谷镇' }, '镇街认不出'],
    [{ 商户号: '' }, '商户号不对'],
    [{ 纬度: '' }, '纬度不对'],
    [{ 纬度: '110.5', 经度: '38.84' }, '纬度不对'],
    [{ 营业时间: '早九晚五' }, '营业时间（如 08:30-21:00）不对'],
  ])('%j: %s', (change, reason) => {
    expect(of(change as unknown as Record<string, string>)).toEqual({ ok: false, reason })
  })
})
