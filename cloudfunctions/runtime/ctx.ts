import { randomBytes, randomInt } from 'node:crypto'
import type { Programme } from '#domain/programme'
import { openDatabase } from './cloud.ts'
import { type Epoch, openEpoch } from './code-keys.ts'
import { type Env, readEnv } from './env.ts'
import { type Log, writeLog } from './log.ts'
import { openStore, type Store, type StoreTx, typedTx } from './store.ts'
import { runTransaction } from './transaction.ts'
import { openVault, type Vault } from './vault.ts'

/** Everything a flow may touch. Nothing is reached by import, so that a test runs the same flow on any cloud. */
export type Ctx = {
  /** When the request arrived, in ms; a flow decides by this one moment. */
  now: number
  /** By when it must have answered. */
  deadline: number
  programme: Programme
  env: Env
  store: Store
  vault: Vault
  epoch: (digit: number) => Epoch | null
  log: Log
  random: (bytes: number) => Buffer
  /** One transaction with retries; see runTransaction for what it throws. */
  transaction: <T>(work: (tx: StoreTx) => Promise<T>) => Promise<T>
  /** Reads through a cache of 30 s: what changes rarely and may be that old. */
  cached: <T>(key: string, load: () => Promise<T>) => Promise<T>
}

const flowMs = 4_000
const cacheMs = 30_000

/** Opens what a function stands on, once an instance; `at` then makes the ctx of one request. */
export function openFunction() {
  const env = readEnv()
  const vault = openVault(env)
  const store = openStore(openDatabase())
  const cache = new Map<string, { until: number; value: unknown }>()
  const epochs = new Map<number, Epoch>()

  const epoch = (digit: number): Epoch | null => {
    if (!env.keys[`ALIAS_${digit}`]) return null
    const known = epochs.get(digit) ?? openEpoch(vault, env.codeEnv, digit)
    epochs.set(digit, known)
    return known
  }
  const cached = async <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const hit = cache.get(key)
    if (hit && hit.until > Date.now()) return hit.value as T
    const value = await load()
    cache.set(key, { until: Date.now() + cacheMs, value })
    return value
  }
  const at = (now: number): Ctx => {
    const deadline = now + flowMs
    return {
      now,
      deadline,
      programme: env.programme,
      env,
      store,
      vault,
      epoch,
      log: writeLog,
      random: randomBytes,
      cached,
      transaction: (work) =>
        runTransaction(store.database, (tx) => work(typedTx(tx)), {
          deadline,
          now: Date.now,
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          random: () => randomInt(1_000) / 1_000,
        }),
    }
  }
  return { at, env, store, vault }
}
