import { UnreadableFile } from './unreadable-file.ts'

const names = {
  name: ['姓名', '参保人姓名'],
  idNumber: ['身份证号', '公民身份号码', '证件号码', '身份证号码'],
  phone: ['手机号', '联系电话', '手机号码'],
  township: ['镇街', '乡镇街道', '参保地'],
  insurance: ['参保类型', '险种', '险种类型'],
}
type Field = keyof typeof names

/** Every title a roster's column may have; the row that holds some of them is the header. */
export const rosterTitles: string[] = Object.values(names).flat()

/** Which column holds what. Throws UnreadableFile that names every column the file lacks. */
export function rosterColumns(header: string[]): Record<Field, number> {
  const found = Object.entries(names).map(([field, titles]) => [field, header.findIndex((title) => titles.includes(title))] as const)
  const missing = found.flatMap(([field, index]) => (index < 0 ? [names[field as Field][0]] : []))
  if (missing.length > 0) throw new UnreadableFile(`缺少列：${missing.join('、')}。没有导入任何一行。`)
  return Object.fromEntries(found) as Record<Field, number>
}
