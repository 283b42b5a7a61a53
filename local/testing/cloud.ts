import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LocalCloudOptions } from '../cloud.ts'
import type { CloudDescription } from '../description.ts'
import { platformEnv } from '../functions/platform-env.ts'

// What the tests of this folder stand on: a small cloud of their own and the unmodified SDK pointed at it.

export const description: CloudDescription = {
  collections: {
    things: {},
    counters: {},
    people: { indexes: [{ name: 'phone', keys: { phone: 1 }, unique: true }, { name: 'town_age', keys: { town: 1, age: -1 } }, { name: 'tags', keys: { tags: 1 } }] },
  },
  functions: { echo: { timeoutSeconds: 2, memoryMb: 128, invoke: true }, hidden: { timeoutSeconds: 1, memoryMb: 128, invoke: false } },
  paths: [
    { path: '/echo', function: 'echo' },
    { path: '/echo/deeper', function: 'hidden' },
  ],
  timers: [{ name: 'tick', function: 'echo', cron: '0 * * * * * *' }],
}

/** A fresh folder. */
export const folder = (): string => mkdtempSync(path.join(tmpdir(), 'local-cloud-'))

/** A folder of functions, each given by the source of its `index.js`. */
export function functionsOf(sources: Record<string, string>): string {
  const dir = folder()
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(path.join(dir, name))
    writeFileSync(path.join(dir, name, 'index.js'), source)
  }
  return dir
}

export const inMemory = (more: Partial<LocalCloudOptions> = {}): LocalCloudOptions => ({ description, data: ':memory:', functionsDir: folder(), ...more })

// biome-ignore lint/suspicious/noExplicitAny: the SDK's chained builders are not worth a second set of types
export type Sdk = any

/** The unmodified wx-server-sdk, which finds the cloud by the environment as it does on the platform. */
export async function sdkAt(adminUrl: string): Promise<Sdk> {
  Object.assign(process.env, platformEnv(adminUrl, 'local'))
  const { default: cloud } = (await import('wx-server-sdk')) as unknown as { default: Sdk }
  cloud.init({ env: 'local', keepalive: true, throwOnNotFound: false })
  return cloud
}

/** The words of whatever an attempt was refused with; fails when it was not refused. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => {
      throw new Error('it was not refused')
    },
    (reason: Error & { errMsg?: string }) => reason,
  )
  return `${error.message} ${error.errMsg ?? ''}`
}
