import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import Taro from '@tarojs/taro'
import { hmac as hmacSm3 } from 'sm-crypto/src/sm2/sm3'

// The secret of a slot and what belongs to it, kept as one thing so that the two are never of different age. On weapp it lies in
// encrypted storage; on H5 the secret becomes a key of WebCrypto that the page can use and never read again.

export type Algorithm = 'HMAC-SHA256' | 'HMAC-SM3'
type Mac = (message: Uint8Array) => Promise<Uint8Array>
/** What was kept: the companion, and a way to use the secret. */
export type KeptSecret<T> = { companion: T; mac: Mac }

const bytesOf = (hex: string): Uint8Array => Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))

type WeappRecord<T> = { hex: string; algorithm: Algorithm; companion: T }

async function keepWeapp<T>(name: string, hex: string, algorithm: Algorithm, companion: T): Promise<void> {
  const record: WeappRecord<T> = { hex, algorithm, companion }
  await Taro.setStorage({ key: name, data: JSON.stringify(record), encrypt: true } as Taro.setStorage.Option)
}

async function openWeapp<T>(name: string): Promise<KeptSecret<T> | null> {
  try {
    const { data } = await Taro.getStorage<string>({ key: name, encrypt: true } as Taro.getStorage.Option<string>)
    const { hex, algorithm, companion } = JSON.parse(data) as WeappRecord<T>
    const key = bytesOf(hex)
    const mac: Mac =
      algorithm === 'HMAC-SM3'
        ? async (message) => Uint8Array.from(hmacSm3(Array.from(message), Array.from(key)))
        : async (message) => hmac(sha256, key, message)
    return { companion, mac }
  } catch {
    return null
  }
}

async function namesWeapp(): Promise<string[]> {
  return Taro.getStorageInfoSync().keys
}

async function dropWeapp(name: string): Promise<void> {
  await Taro.removeStorage({ key: name })
}

type WebRecord<T> = { key: CryptoKey; companion: T }

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const shelf = (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open('voucher', 1)
    open.onupgradeneeded = () => open.result.createObjectStore('keys')
    open.onsuccess = () => resolve(open.result.transaction('keys', mode).objectStore('keys'))
    open.onerror = () => reject(open.error)
  })

async function keepWeb<T>(name: string, hex: string, _algorithm: Algorithm, companion: T): Promise<void> {
  const key = await crypto.subtle.importKey('raw', bytesOf(hex) as BufferSource, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const record: WebRecord<T> = { key, companion }
  await done((await shelf('readwrite')).put(record, name))
}

async function openWeb<T>(name: string): Promise<KeptSecret<T> | null> {
  try {
    const record = (await done((await shelf('readonly')).get(name))) as WebRecord<T> | undefined
    if (!record?.companion) return null
    const mac: Mac = async (message) => new Uint8Array(await crypto.subtle.sign('HMAC', record.key, message as BufferSource))
    return { companion: record.companion, mac }
  } catch {
    return null
  }
}

async function namesWeb(): Promise<string[]> {
  return (await done((await shelf('readonly')).getAllKeys())).map(String)
}

async function dropWeb(name: string): Promise<void> {
  await done((await shelf('readwrite')).delete(name))
}

/** Keeps a secret (32 bytes in hex) under a name, with what belongs to it. On H5 it is always HMAC-SHA256. */
export const keepSecret = process.env.TARO_ENV === 'weapp' ? keepWeapp : keepWeb

/** What was kept under a name; null when there is nothing, or nothing readable. */
export const openSecret = process.env.TARO_ENV === 'weapp' ? openWeapp : openWeb

const names = process.env.TARO_ENV === 'weapp' ? namesWeapp : namesWeb
const drop = process.env.TARO_ENV === 'weapp' ? dropWeapp : dropWeb

/** Forgets every secret whose name begins with `prefix` and is not among those to keep. */
export async function forgetSecrets(prefix: string, keep: readonly string[]): Promise<void> {
  try {
    for (const name of await names()) if (name.startsWith(prefix) && !keep.includes(name)) await drop(name)
  } catch {
    // A store that cannot be read holds nothing that could be used either.
  }
}
