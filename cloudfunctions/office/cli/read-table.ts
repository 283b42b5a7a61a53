import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export type Table = { hash: string; header: string[]; rows: { line: number; cells: string[] }[] }

/** A file that cannot be read as a table; the message is for the clerk. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

/**
 * Reads a CSV (UTF-8 with or without BOM, or GB18030) or an XLSX file by its content, not by its name. Throws UnreadableFile
 * when the encoding is neither, or there is no header.
 */
export async function readTable(file: string): Promise<Table> {
  const bytes = readFileSync(file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const lines = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(decodeText(bytes))
  const [header, ...rows] = lines
  if (!header) throw new UnreadableFile('文件是空的。')
  return { hash, header: header.cells.map((cell) => cell.replace(/\s/g, '')), rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) }
}

/** Strict UTF-8 first, then GB18030 (never the label `gbk`, which maps some names to private-use characters). */
export function decodeText(bytes: Uint8Array): string {
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {}
  }
  throw new UnreadableFile('认不出文件的编码，请另存为 UTF-8 或 GB18030 的 CSV，或 XLSX。')
}

function readCsv(text: string): { line: number; cells: string[] }[] {
  try {
    const records = parse(text, { bom: true, relax_column_count: true, info: true, skip_empty_lines: true }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    throw new UnreadableFile(`CSV 格式不对：${(error as { lines?: number }).lines ? `第 ${(error as { lines?: number }).lines} 行` : '请检查引号和逗号'}。`)
  }
}

async function readXlsx(bytes: Uint8Array): Promise<{ line: number; cells: string[] }[]> {
  const { streamXlsxRows } = await import('hucre')
  const rows: { line: number; cells: string[] }[] = []
  try {
    for await (const row of streamXlsxRows(bytes)) rows.push({ line: row.index + 1, cells: row.values.map((value) => (value === null || value === undefined ? '' : String(value))) })
  } catch {
    throw new UnreadableFile('这个 XLSX 打不开，请在表格软件里另存一次。')
  }
  return rows
}
