import { UnreadableFile } from './read-table.ts'

const names: Record<string, string[]> = {
  name: ['姓名', '参保人姓名'],
  idNumber: ['身份证号', '公民身份号码', '证件号码', '身份证号码'],
  phone: ['手机号', '联系电话', '手机号码'],
  township: ['镇街', '乡镇街道', '参保地'],
  insurance: ['参保类型', '险种', '险种类型'],
}

/** Which column holds what. Throws UnreadableFile that names every column the file lacks. */
export function rosterColumns(header: string[]): Record<'name' | 'idNumber' | 'phone' | 'township' | 'insurance', number> {
  const found = Object.fromEntries(Object.entries(names).map(([field, titles]) => [field, header.findIndex((title) => titles.includes(title))]))
  const missing = Object.entries(names).flatMap(([field, titles]) => ((found[field] ?? -1) < 0 ? [titles[0]] : []))
  if (missing.length > 0) throw new UnreadableFile(`缺少列：${missing.join('、')}。没有导入任何一行。`)
  return found as ReturnType<typeof rosterColumns>
}
