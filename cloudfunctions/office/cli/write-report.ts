import { writeFileSync } from 'node:fs'

const words: Record<string, string> = { accepted: '收下', merged: '合并', rejected: '退回', added: '新增', known: '已有' }

/** Writes a row report as a CSV that a spreadsheet opens with its Chinese intact. */
export function writeReport(file: string, rows: readonly { line: number; result: string; reason: string }[]): void {
  const lines = rows.map(({ line, result, reason }) => [String(line), words[result] ?? result, reason].map(quoted).join(','))
  writeFileSync(file, `\ufeff${['行号,结果,原因', ...lines].join('\r\n')}\r\n`)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
