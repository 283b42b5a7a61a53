import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import Taro from '@tarojs/taro'

// The secret of a slot. On weapp it lies in encrypted storage; on H5 it becomes a key of WebCrypto that the page can use and
// never read again.

const bytesOf = (hex: string): Uint8Array => Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))

async function saveWeapp(name: string, hex: string): Promise<void> {
  await Taro.setStorage({ key: name, data: hex, encrypt: true })
}

async function macWeapp(name: string, message: Uint8Array): Promise<Uint8Array | null> {
  try {
    const { data } = await Taro.getStorage<string>({ key: name, encrypt: true } as Taro.getStorage.Option<string>)
    return hmac(sha256, bytesOf(data), message)
  } catch {
    return null
  }
}

const database = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open('voucher', 1)
    open.onupgradeneeded = () => open.result.createObjectStore('keys')
    open.onsuccess = () => resolve(open.result)
    open.onerror = () => reject(open.error)
  })

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function saveWeb(name: string, hex: string): Promise<void> {
  const key = await crypto.subtle.importKey('raw', bytesOf(hex) as BufferSource, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  await done((await database()).transaction('keys', 'readwrite').objectStore('keys').put(key, name))
}

async function macWeb(name: string, message: Uint8Array): Promise<Uint8Array | null> {
  const key = (await done((await database()).transaction('keys').objectStore('keys').get(name))) as CryptoKey | undefined
  return key ? new Uint8Array(await crypto.subtle.sign('HMAC', key, message as BufferSource)) : null
}

/** Keeps a slot's secret (32 bytes in hex). */
export const saveSecret = process.env.TARO_ENV === 'weapp' ? saveWeapp : saveWeb

/** HMAC-SHA256 of a message with a kept secret; null when there is none. */
export const macWith = process.env.TARO_ENV === 'weapp' ? macWeapp : macWeb
