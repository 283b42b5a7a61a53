import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { decodeText } from './decode-text.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Line = { line: number; cells: string[] }
export type Table = { hash: string; header: string[]; rows: Line[] }

const headerWithin = 10
/** Excel keeps fifteen digits of a number. */
const exactBelow = 1e15

/**
 * Reads a CSV or an XLSX file by its content, not by its name. The header is the first row that holds two of `titles`, since
 * officials put a headline above it. Throws UnreadableFile when it is neither, or holds no rows.
 */
export async function readTable(file: string, titles: readonly string[]): Promise<Table> {
  const bytes = readFileSync(file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const lines = (await readLines(bytes)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const found = lines.slice(0, headerWithin).findIndex(({ cells }) => cells.filter((cell) => titles.includes(titleOf(cell))).length >= 2)
  const at = Math.max(0, found)
  const header = lines[at]?.cells.map(titleOf)
  if (!header) throw new UnreadableFile('文件是空的。')
  const rows = lines.slice(at + 1)
  if (rows.length === 0 && found >= 0) throw new UnreadableFile('文件里没有数据行。')
  return { hash, header, rows }
}

const titleOf = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '')

function readLines(bytes: Buffer): Promise<Line[]> | Line[] {
  const start = bytes.subarray(0, 4).toString('hex')
  if (start === '504b0304') return readXlsx(bytes)
  if (start === 'd0cf11e0') throw new UnreadableFile('这是旧式 XLS 或加了密码的表格，请另存为不加密码的 XLSX。')
  return readCsv(decodeText(bytes))
}

function readCsv(text: string): Line[] {
  // "Unicode text" out of a spreadsheet is separated by tabs.
  const first = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = first.includes('\t') && !first.includes(',') ? '\t' : ','
  try {
    const options = { bom: true, relax_column_count: true, info: true, skip_empty_lines: true, delimiter } as const
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw new UnreadableFile(`CSV 格式不对：${lines ? `第 ${lines} 行` : '请检查引号和逗号'}。`)
  }
}

async function readXlsx(bytes: Uint8Array): Promise<Line[]> {
  const { streamXlsxRows } = await import('hucre')
  const rows: Line[] = []
  try {
    for await (const row of streamXlsxRows(bytes)) rows.push({ line: row.index + 1, cells: row.values.map(textOf) })
  } catch {
    throw new UnreadableFile('这个 XLSX 打不开，请在表格软件里另存一次。')
  }
  return rows
}

/** A long number has lost its last digits; written like this, no ID number can be made of it by chance. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' && Math.abs(value) >= exactBelow ? value.toExponential() : String(value)
}
