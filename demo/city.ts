import { rmSync } from 'node:fs'
import path from 'node:path'
import { cloudConfig } from '#cloud.config'
import { shanghaiDate } from '#domain/shanghai'
import { type LocalCloud, startCloud } from '#local/cloud'
import { createClock } from '#local/clock'
import { type DemoKeys, demoKeys, functionEnvironment } from './keys.ts'
import { demoRoutes } from './routes.ts'
import { type Progress, seedCity } from './seed/seed.ts'

export type CityOptions = {
  data: string
  port: number
  reset?: boolean
  now?: string
  via?: string
  /** Instances of each function; the more there are, the more of them meet on one wallet. */
  instances?: number
  /** Told the address of the database's door before anything is asked there. */
  ready?: (adminUrl: string) => void
  log?: (line: string) => void
  progress?: Progress
}
export type City = { cloud: LocalCloud; keys: DemoKeys; url: string; till: string; admin: string; bank: string }

const root = path.resolve(__dirname, '..')
const dayMs = 86_400_000

/** Opens the demo city in a folder: its local cloud, its people and shops, its bank app and till. Ready when it resolves. */
export async function openCity(options: CityOptions): Promise<City> {
  const folder = path.resolve(options.data)
  if (options.reset) rmSync(folder, { recursive: true, force: true })
  const clock = createClock(options.now)
  // The notice's own programme, moved so that today lies inside (D6).
  const keys = demoKeys(folder, { from: shanghaiDate(clock.now() - 10 * dayMs), to: shanghaiDate(clock.now() + 122 * dayMs) })
  let base = ''
  const cloud = await startCloud({
    description: cloudConfig,
    data: path.join(folder, 'cloud'),
    port: options.port,
    functionsDir: path.join(root, 'dist/cloudfunctions'),
    environment: functionEnvironment(keys),
    clock,
    statics: [
      { mount: '/app', dir: path.join(root, 'dist/h5') },
      { mount: '/data', dir: path.join(folder, 'public') },
    ],
    routes: demoRoutes(keys, clock, () => base, folder),
    ...(options.via ? { via: options.via } : {}),
    ...(options.instances ? { instances: options.instances } : {}),
    ...(options.log ? { log: options.log } : {}),
  })
  base = cloud.url
  options.ready?.(cloud.adminUrl)
  try {
    await seedCity(cloud, folder, keys, options.progress ?? (() => undefined))
  } catch (error) {
    await cloud.stop()
    throw error
  }
  return { cloud, keys, url: `${base}/bank-app`, till: `${base}/till`, admin: cloud.adminUrl, bank: `${base}/bank` }
}
