import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OfficeOutput } from '../actions.ts'
import type { CallOffice } from './client.ts'
import { rosterColumns } from './columns.ts'
import { readTable } from './read-table.ts'

type Counts = OfficeOutput<'rosterAccept'>['counts']
type ReportRow = OfficeOutput<'rosterReport'>['rows'][number]
export type RosterReport = { counts: Counts; rows: ReportRow[]; alreadyThere: boolean }

const chunk = 200

/**
 * Imports a roster file through the office function and returns what became of each row. The same file twice changes nothing;
 * a run that was stopped goes on. Throws UnreadableFile before anything is sent when the file cannot be a roster.
 */
export async function importRoster(call: CallOffice, file: string, progress: (done: number, total: number) => void = () => undefined): Promise<RosterReport> {
  const table = await readTable(file)
  const column = rosterColumns(table.header)
  const opened = await call('rosterBegin', { fileHash: table.hash, fileName: path.basename(file), rows: table.rows.at(-1)?.line ?? 0 })
  const { importId } = opened
  if (opened.state === 'staging') {
    for (let i = 0; i < table.rows.length; i += chunk) {
      const rows = table.rows.slice(i, i + chunk).map(({ line, cells }) => {
        const cell = (name: keyof typeof column): string => (cells[column[name]] ?? '').slice(0, 200)
        return { line, cells: { name: cell('name'), idNumber: cell('idNumber'), phone: cell('phone'), township: cell('township'), insurance: cell('insurance') } }
      })
      await call('rosterRows', { importId, rows })
      progress(i + rows.length, table.rows.length * 2)
    }
  }
  for (;;) {
    const { done, counts } = await call('rosterAccept', { importId })
    progress(table.rows.length + counts.accepted + counts.merged + counts.rejected, table.rows.length * 2)
    if (done) return { counts, rows: await report(call, importId), alreadyThere: opened.state === 'accepted' }
  }
}

async function report(call: CallOffice, importId: string): Promise<ReportRow[]> {
  const rows: ReportRow[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: OfficeOutput<'rosterReport'> = await call('rosterReport', { importId, after })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

const words: Record<string, string> = { accepted: '收下', merged: '合并', rejected: '退回' }

/** Writes the row report as a CSV a spreadsheet opens with Chinese intact. */
export function writeReport(file: string, rows: ReportRow[]): void {
  const lines = rows.map(({ line, result, reason }) => `${line},${words[result] ?? result},${reason}`)
  writeFileSync(file, `\ufeff行号,结果,原因\r\n${lines.join('\r\n')}\r\n`)
}
