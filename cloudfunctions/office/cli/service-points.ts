import type { HelpFile } from '#contract/published'
import { townshipOf } from '../roster/township.ts'
import { indexOfTownship } from './publish.ts'
import { readTable } from './read-table.ts'
import { UnreadableFile } from './unreadable-file.ts'

const columns = ['镇街', '名称', '地址', '办理时间', '电话'] as const

/** Reads the townships' list of service points (R15). Throws UnreadableFile that names what is wrong and where. */
export async function readServicePoints(file: string): Promise<HelpFile['servicePoints']> {
  const { header, rows } = await readTable(file, columns)
  const missing = columns.filter((name) => !header.includes(name))
  if (missing.length > 0) throw new UnreadableFile(`缺少列：${missing.join('、')}。`)
  return rows.map(({ line, cells }) => {
    const cell = (name: (typeof columns)[number]): string => (cells[header.indexOf(name)] ?? '').normalize('NFKC').trim()
    const township = townshipOf(cell('镇街'))
    if (!township) throw new UnreadableFile(`第 ${line} 行：镇街认不出。`)
    const empty = columns.find((name) => !cell(name))
    if (empty) throw new UnreadableFile(`第 ${line} 行：${empty}为空。`)
    return { township: indexOfTownship(township), name: cell('名称'), address: cell('地址'), hours: cell('办理时间'), phone: cell('电话') }
  })
}
