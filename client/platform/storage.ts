import Taro from '@tarojs/taro'

/** Reads what this app stored; null when there is nothing, or nothing readable. */
export function readStored<T>(key: string): T | null {
  try {
    const text = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** Stores a value. A full or forbidden store is no reason to stop: the app then asks the network more often. */
export function store(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
  } catch {}
}

export function forget(key: string): void {
  Taro.removeStorageSync(key)
}
