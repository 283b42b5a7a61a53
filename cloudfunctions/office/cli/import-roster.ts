import path from 'node:path'
import type { OfficeInput, OfficeOutput } from '../actions.ts'
import { chunks } from './chunks.ts'
import type { CallOffice } from './client.ts'
import { rosterColumns, rosterTitles } from './columns.ts'
import { readTable } from './read-table.ts'

type Counts = OfficeOutput<'rosterAccept'>['counts']
type ReportRow = OfficeOutput<'rosterReport'>['rows'][number]
type SentRow = OfficeInput<'rosterRows'>['rows'][number]
export type RosterReport = { counts: Counts; rows: ReportRow[]; alreadyThere: boolean }

const maxRows = 300
const maxCell = 200

/**
 * Imports a roster file through the office function and returns what became of each row. The same file twice changes nothing;
 * a run that was stopped goes on. Throws UnreadableFile before anything is sent when the file cannot be a roster.
 */
export async function importRoster(call: CallOffice, file: string, progress: (done: number, total: number) => void = () => undefined): Promise<RosterReport> {
  const { hash, sent } = await readRoster(file)
  const total = sent.length * 2
  const { importId, state } = await call('rosterBegin', { fileHash: hash, fileName: path.basename(file).slice(0, maxCell), rows: sent.length })
  let staged = 0
  for (const part of state === 'staging' ? chunks(sent, maxRows) : []) {
    await call('rosterRows', { importId, rows: part })
    staged += part.length
    progress(staged, total)
  }
  for (;;) {
    const { done, counts } = await call('rosterAccept', { importId })
    progress(sent.length + counts.accepted + counts.merged + counts.rejected, total)
    if (done) return { counts, rows: await report(call, importId), alreadyThere: state === 'accepted' }
  }
}

/** Reads a roster file and its hash. Throws UnreadableFile when a column is missing. */
export async function readRoster(file: string): Promise<{ hash: string; sent: SentRow[] }> {
  const table = await readTable(file, rosterTitles)
  const column = rosterColumns(table.header)
  const sent = table.rows.map(({ line, cells }) => {
    // A cell that is cut here is too long to pass as a name, a number or a phone.
    const cell = (name: keyof typeof column): string => (cells[column[name]] ?? '').trim().slice(0, maxCell)
    return { line, cells: { name: cell('name'), idNumber: cell('idNumber'), phone: cell('phone'), township: cell('township'), insurance: cell('insurance') } }
  })
  return { hash: table.hash, sent }
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
