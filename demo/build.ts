import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { alone } from './build-lock.ts'
import { buildFunctions } from '../scripts/build-functions.ts'

const root = path.resolve(__dirname, '..')
/** What proves that an output is there, not only its folder. */
const entries: Record<string, string> = { cloudfunctions: 'bank/index.js', h5: 'index.html' }
const shared = ['domain', 'contract', 'programmes', 'package.json']

/** Builds what is older than its sources: the functions' bundles and the H5 client. Says on stderr what it does. */
export async function buildStale(say: (text: string) => void): Promise<void> {
  await unlessFresh('cloudfunctions', ['cloudfunctions', ...shared], async () => {
    say('building the functions …')
    await buildFunctions()
  })
  await unlessFresh('h5', ['client', 'config', 'babel.config.js', ...shared], async () => {
    say('building the residents’ app (about half a minute) …')
    const taro = spawnSync(process.execPath, [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--no-check'], {
      cwd: root,
      env: { ...process.env, TARO_ENV: 'h5', NODE_ENV: 'production' },
      encoding: 'utf8',
    })
    if (taro.status !== 0) throw new Error(`居民端没有编译成功 the residents’ app did not build:\n${readable(taro.stdout)}\n${readable(taro.stderr)}`)
  })
}

/** The end of a compiler's output without its colours and its progress bar. */
const readable = (output: string): string =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/█|^- 即将/.test(line))
    .slice(-40)
    .join('\n')

/** Builds one thing unless it stands already. Two starts at once do not build into the same folder: the second waits and looks again. */
async function unlessFresh(output: string, sources: string[], build: () => Promise<void>): Promise<void> {
  const dist = path.join(root, 'dist')
  const marker = path.join(dist, `${output}.sources`)
  const isFresh = (now: string): boolean => existsSync(path.join(dist, output, entries[output] ?? '')) && existsSync(marker) && readFileSync(marker, 'utf8') === now
  if (isFresh(hashOf(sources))) return
  await alone(path.join(dist, `${output}.building`), async () => {
    const now = hashOf(sources)
    if (isFresh(now)) return
    await build()
    writeFileSync(marker, now)
  })
}

function hashOf(sources: string[]): string {
  const hash = createHash('sha256')
  const add = (place: string): void => {
    const file = path.join(root, place)
    if (!existsSync(file)) return
    const entries = place.includes('.') ? null : readdirSync(file, { withFileTypes: true })
    if (!entries) {
      hash.update(place).update(readFileSync(file))
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) add(`${place}/${entry.name}`)
      else hash.update(`${place}/${entry.name}`).update(readFileSync(path.join(file, entry.name)))
    }
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}
