/** The fields a log line may hold. Nothing of a person is among them: no name, number, phone, openid or whole code. */
export type LogFields = {
  fn?: string
  action?: string
  code?: string
  bank?: string
  status?: number
  ms?: number
  retries?: number
  fault?: string
  error?: string
  importId?: string
  batchId?: string
  count?: number
}

export type Log = (level: 'info' | 'warn' | 'error', message: string, fields?: LogFields) => void

/** One JSON line an event. */
export const writeLog: Log = (level, message, fields = {}) => {
  console.log(JSON.stringify({ level, message, ...fields }))
}

/** An error as one line, without the quoted values that could be somebody's data. */
export const errorText = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String((error as { errMsg?: string } | null)?.errMsg ?? error)
  return text.replace(/"[^"]{3,}"/g, '"…"').replace(/\d{6,}/g, '…').slice(0, 300)
}
