import { Presets, SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import { writeReport } from './write-report.ts'

const shownRows = 20

/** A bar on stderr that begins with the first step. */
export function progressBar(): { update: (done: number, total: number) => void; stop: () => void } {
  const bar = new SingleBar({ stream: process.stderr }, Presets.shades_classic)
  let begun = false
  return {
    update: (done, total) => {
      if (!begun) bar.start(total, 0)
      begun = true
      bar.update(done)
    },
    stop: () => {
      if (begun) bar.stop()
    },
  }
}

/** Prints the figures and the first rows that were sent back; writes all rows when a file is named. */
export function showReport(figures: Record<string, number>, rows: { line: number; result: string; reason: string }[], file: string | undefined): void {
  if (file) writeReport(file, rows)
  const table = new Table({ head: Object.keys(figures), style: { head: [] } })
  table.push(Object.values(figures))
  console.log(table.toString())
  const back = rows.filter(({ result }) => result === 'rejected')
  for (const { line, reason } of back.slice(0, shownRows)) console.log(`第 ${line} 行：${reason}`)
  if (back.length > shownRows) console.log(`还有 ${back.length - shownRows} 行退回${file ? `，都在 ${file}` : '，加 --report 可写成文件'}。`)
}
