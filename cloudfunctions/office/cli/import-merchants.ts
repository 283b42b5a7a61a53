import type { MerchantRow } from '../actions.ts'
import type { CallOffice } from './client.ts'
import { readTable, UnreadableFile } from './read-table.ts'

const columns = ['商户号', '名称', '类别', '图标', '镇街', '地址', '电话', '营业时间', '纬度', '经度', '浦发终端', '农行终端'] as const
const categories: Record<string, MerchantRow['category']> = { 住宿餐饮: 'dining', 商场百货: 'retail', 文化旅游: 'culture' }
const chunk = 100

/** Imports a bank's list of merchants and terminals. Returns how many; refuses the whole file when a row is not well-formed. */
export async function importMerchants(call: CallOffice, file: string): Promise<number> {
  const { header, rows } = await readTable(file)
  const missing = columns.filter((name) => !header.includes(name))
  if (missing.length > 0) throw new UnreadableFile(`缺少列：${missing.join('、')}。没有导入任何一行。`)
  const merchants = rows.map(({ line, cells }) => toMerchant(line, (name) => (cells[header.indexOf(name)] ?? '').trim()))
  for (let i = 0; i < merchants.length; i += chunk) await call('merchantsImport', { rows: merchants.slice(i, i + chunk) })
  return merchants.length
}

function toMerchant(line: number, cell: (name: (typeof columns)[number]) => string): MerchantRow {
  const category = categories[cell('类别')]
  if (!category) throw new UnreadableFile(`第 ${line} 行：类别只能是住宿餐饮、商场百货或文化旅游。没有导入任何一行。`)
  const terminals = (bank: 'SPDB' | 'ABC', ids: string) => ids.split(/[;；]/).flatMap((id) => (id.trim() ? [{ bank, terminalId: id.trim() }] : []))
  return {
    id: cell('商户号'),
    name: cell('名称'),
    category,
    icon: cell('图标') as MerchantRow['icon'],
    township: cell('镇街'),
    address: cell('地址'),
    phone: cell('电话'),
    hours: cell('营业时间'),
    lat: Number(cell('纬度')),
    lng: Number(cell('经度')),
    terminals: [...terminals('SPDB', cell('浦发终端')), ...terminals('ABC', cell('农行终端'))],
  }
}
