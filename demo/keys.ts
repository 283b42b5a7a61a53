import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodeKey } from '#runtime/env'

export type BankCode = 'SPDB' | 'ABC'
type Pair = { publicKeyPem: string; privateKeyPem: string }

/** Everything secret about one demo city, made once for its folder and kept there alone. */
export type DemoKeys = {
  banks: Record<BankCode, Pair>
  own: Pair
  /** Environment values by name, each for the functions that need it. */
  values: Record<'KEY_ALIAS_1' | 'KEY_OTP_1' | 'KEY_PEPPER' | 'KEY_FIELD' | 'KEY_WRAP', string>
  /** Printed dates of the demo's programme. */
  from: string
  to: string
}

const rsaPair = (): Pair => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** Reads the folder's keys, or makes them with the programme's dates around `today` (D6). */
export function demoKeys(folder: string, dates: { from: string; to: string }): DemoKeys {
  const file = path.join(folder, 'keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  mkdirSync(folder, { recursive: true })
  const key = () => encodeKey(randomBytes(32))
  const keys: DemoKeys = {
    banks: { SPDB: rsaPair(), ABC: rsaPair() },
    own: rsaPair(),
    values: { KEY_ALIAS_1: key(), KEY_OTP_1: key(), KEY_PEPPER: key(), KEY_FIELD: key(), KEY_WRAP: key() },
    ...dates,
  }
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

/** Each function gets only its own keys (protocol §2). */
export function functionEnvironment({ values, from, to }: DemoKeys): Record<string, Record<string, string>> {
  const compact = (date: string) => `d${date.replaceAll('-', '')}`
  const common = { CODE_ENV: 'demo', CODE_PREFIX: 'p88', PROGRAMME_FROM: compact(from), PROGRAMME_TO: compact(to), PROGRAMME_DEMO: 'yes' }
  const pick = (...names: (keyof DemoKeys['values'])[]) => ({ ...common, ...Object.fromEntries(names.map((name) => [name, values[name]])) })
  return {
    resident: pick('KEY_ALIAS_1', 'KEY_OTP_1', 'KEY_PEPPER', 'KEY_FIELD'),
    bank: pick('KEY_ALIAS_1', 'KEY_OTP_1', 'KEY_WRAP'),
    office: pick('KEY_PEPPER', 'KEY_FIELD'),
  }
}
