import { shenmu2023 } from '#programmes/shenmu-2023'
import type { Programme } from '#domain/programme'

// The one reader of process.env. Values of functions are held to 64 characters of letters, digits and `_` and begin with a
// letter, hence `k` + base32 for keys, `d20230119` for dates, `p88` for the prefix.

export type Env = {
  /** Which collections and codes these are: `test`, `demo`, `prod`. */
  codeEnv: string
  programme: Programme
  /** 32-byte keys by name, only those this function was given: ALIAS_1, OTP_1, PEPPER, FIELD, WRAP. */
  keys: Record<string, Uint8Array>
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** Writes 32 bytes as an environment value: `k` + base32. */
export function encodeKey(bytes: Uint8Array): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += base32.charAt((buffer >> (bits - 5)) & 31)
    buffer &= (1 << bits) - 1
  }
  return `k${text}${bits > 0 ? base32.charAt((buffer << (5 - bits)) & 31) : ''}`
}

/** Reads what encodeKey wrote. Throws, without the value, when it is not 32 bytes: the function must not start. */
export function decodeKey(name: string, text: string): Uint8Array {
  const bytes: number[] = []
  let buffer = 0
  let bits = 0
  for (const character of text.slice(1)) {
    const value = base32.indexOf(character)
    if (value < 0) throw new Error(`KEY_${name} is not base32`)
    buffer = (buffer << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((buffer >> bits) & 255)
      buffer &= (1 << bits) - 1
    }
  }
  if (text[0] !== 'k' || bytes.length !== 32) throw new Error(`KEY_${name} must be k + base32 of 32 bytes`)
  return Uint8Array.from(bytes)
}

const dateOf = (text: string): string => `${text.slice(1, 5)}-${text.slice(5, 7)}-${text.slice(7, 9)}`

/** Reads the environment once, when the function starts. Throws on what is malformed. */
export function readEnv(values: Record<string, string | undefined> = process.env): Env {
  const keys: Record<string, Uint8Array> = {}
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('KEY_') && value) keys[name.slice(4)] = decodeKey(name.slice(4), value)
  }
  const codeEnv = values.CODE_ENV ?? shenmu2023.code.env
  const programme: Programme = {
    ...shenmu2023,
    from: values.PROGRAMME_FROM ? dateOf(values.PROGRAMME_FROM) : shenmu2023.from,
    to: values.PROGRAMME_TO ? dateOf(values.PROGRAMME_TO) : shenmu2023.to,
    demo: values.PROGRAMME_DEMO === 'yes',
    code: { ...shenmu2023.code, env: codeEnv, prefix: values.CODE_PREFIX?.slice(1) ?? shenmu2023.code.prefix },
  }
  return { codeEnv, programme, keys }
}
