import * as v from 'valibot'
import { townshipOf } from '../roster/township.ts'
import { merchantRow, type MerchantRow } from '../actions.ts'
import { chunks } from './chunks.ts'
import type { CallOffice } from './client.ts'
import { readTable } from './read-table.ts'
import { UnreadableFile } from './unreadable-file.ts'

const columns = ['商户号', '名称', '类别', '镇街', '地址', '电话', '营业时间', '纬度', '经度', '浦发终端', '农行终端'] as const
type Column = (typeof columns)[number] | '图标'
const categories: Record<string, MerchantRow['category']> = { 住宿餐饮: 'dining', 商场百货: 'retail', 文化旅游: 'culture' }
const icons: Record<MerchantRow['category'], MerchantRow['icon']> = { dining: 'restaurant', retail: 'retail', culture: 'culture' }
const maxRows = 100

/** Which cell a rule of a row is about. */
const cellOf: Record<string, string> = {
  id: '商户号',
  name: '名称',
  icon: '图标',
  address: '地址',
  phone: '电话',
  hours: '营业时间（如 08:30-21:00）',
  lat: '纬度',
  lng: '经度',
  terminals: '终端号',
}

export type MerchantReport = {
  added: number
  known: number
  rejected: number
  rows: { line: number; result: 'added' | 'known' | 'rejected'; reason: string }[]
}

/**
 * Imports a bank's list of merchants and terminals and says what became of each row; a row that breaks a rule is sent back and
 * the others go on. Throws UnreadableFile when a column is missing.
 */
export async function importMerchants(call: CallOffice, file: string): Promise<MerchantReport> {
  const { header, rows } = await readTable(file, columns)
  const missing = columns.filter((name) => !header.includes(name))
  if (missing.length > 0) throw new UnreadableFile(`缺少列：${missing.join('、')}。没有导入任何一行。`)
  const read = rows.map(({ line, cells }) => ({ line, ...toMerchant((name) => (cells[header.indexOf(name)] ?? '').normalize('NFKC').trim()) }))
  const good = read.flatMap((row) => (row.ok ? [row] : []))
  const results: MerchantReport['rows'] = read.flatMap((row) => (row.ok ? [] : [{ line: row.line, result: 'rejected', reason: row.reason }]))
  let sent = 0
  for (const part of chunks(
    good.map(({ merchant }) => merchant),
    maxRows,
  )) {
    const reply = await call('merchantsImport', { rows: part })
    results.push(...reply.rows.map(({ result, reason }, i) => ({ line: good[sent + i]?.line ?? 0, result, reason })))
    sent += part.length
  }
  const count = (result: string) => results.filter((row) => row.result === result).length
  return { added: count('added'), known: count('known'), rejected: count('rejected'), rows: results.sort((a, b) => a.line - b.line) }
}

type Read = { ok: true; merchant: MerchantRow } | { ok: false; reason: string }

/** One row as the function wants it, or the cell that is wrong. */
export function toMerchant(cell: (name: Column) => string): Read {
  const category = categories[cell('类别')]
  if (!category) return { ok: false, reason: '类别只能是住宿餐饮、商场百货或文化旅游' }
  const township = townshipOf(cell('镇街'))
  if (!township) return { ok: false, reason: '镇街认不出' }
  const terminals = (bank: 'SPDB' | 'ABC', ids: string) => ids.split(/[;、\s]/).flatMap((id) => (id ? [{ bank, terminalId: id }] : []))
  const parsed = v.safeParse(merchantRow, {
    id: cell('商户号'),
    name: cell('名称'),
    category,
    icon: cell('图标') || icons[category],
    township,
    address: cell('地址'),
    phone: cell('电话'),
    hours: cell('营业时间'),
    lat: Number(cell('纬度')),
    lng: Number(cell('经度')),
    terminals: [...terminals('SPDB', cell('浦发终端')), ...terminals('ABC', cell('农行终端'))],
  })
  if (parsed.success) return { ok: true, merchant: parsed.output }
  return { ok: false, reason: `${cellOf[String(parsed.issues[0].path?.[0]?.key)] ?? '内容'}不对` }
}
