import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud } from '#local/cloud'
import { platformEnv } from '#local/functions/platform-env'

// Tencent's own database suite, from the npm package that still ships it, against the local cloud.

const root = path.resolve(__dirname, '../..')
const suite = path.join(root, 'node_modules/cloudbase-node-sdk-2/test')
const asked = ['transaction', 'collection', 'document', 'db']

/** These cannot pass on this SDK and machine; the whole suite is good when nothing else fails. */
const known = new Map([
  ['test/index.test.ts 验证throwOnCode', 'SDK 3.17.2 ignores throwOnCode: false'],
  ['geoNear geoNear with distance limit', 'asserts a distance to 4e-10 m, beyond the arithmetic'],
])

type Results = { numPassedTests: number; testResults: { message: string; assertionResults: { fullName: string; status: string }[] }[] }

function configOf(folder: string): string {
  const config = {
    rootDir: suite,
    roots: [path.join(suite, 'database')],
    testMatch: ['**/*.test.ts'],
    testPathIgnorePatterns: [],
    transformIgnorePatterns: [],
    testTimeout: 60_000,
    transform: { '^.+/cloudbase-node-sdk-2/.+\\.ts$': path.join(__dirname, 'transform.cjs') },
    moduleNameMapper: { '^.*/src/index$': require.resolve('@cloudbase/node-sdk') },
    cacheDirectory: path.join(root, '.cache/jest'),
    haste: { retainAllFiles: true },
  }
  const file = path.join(folder, 'jest.config.json')
  writeFileSync(file, JSON.stringify(config))
  return file
}

const environmentOf = (adminUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  TZ: 'Asia/Shanghai',
  TEST_SECRET_ID: 'local',
  TEST_SECRET_KEY: 'local',
  TEST_ENV: 'local',
  ...platformEnv(adminUrl, 'local'),
})

/** Tells what failed, and answers the exit code. A file that could not run at all counts as failed. */
function judge({ testResults, numPassedTests }: Results): number {
  const failed = testResults.flatMap(({ assertionResults, message }) => {
    const names = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
    return names.length > 0 || !message ? names : [message]
  })
  const unknown = failed.filter((name) => !known.has(name))
  for (const name of failed) process.stdout.write(`${known.has(name) ? `known: ${name} (${known.get(name)})` : `FAILED: ${name}`}\n`)
  process.stdout.write(`conformance: ${numPassedTests} passed, ${failed.length} failed, ${unknown.length} of them not known\n`)
  return unknown.length === 0 && numPassedTests > 0 ? 0 : 1
}

/** Runs the suite's files (by default the ones the product rests on, `--all` for every one) and returns the exit code. */
async function run(all: boolean): Promise<number> {
  const cloud = await startCloud({ description: { collections: {}, functions: {}, paths: [] }, data: ':memory:', functionsDir: root })
  const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'))
  const results = path.join(folder, 'results.json')
  const patterns = all ? [] : [`/unit/(${asked.join('|')})\\.test\\.ts$`]
  const args = [require.resolve('jest/bin/jest'), '--config', configOf(folder), '--runInBand', '--silent', '--json', '--outputFile', results, ...patterns]
  try {
    const jest = spawn(process.execPath, args, { env: environmentOf(cloud.adminUrl), stdio: ['ignore', 'ignore', 'inherit'], cwd: suite })
    await new Promise((resolve) => jest.on('exit', resolve))
    return judge(JSON.parse(readFileSync(results, 'utf8')) as Results)
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true })
  }
}

run(process.argv.includes('--all')).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  },
)
