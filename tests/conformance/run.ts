import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud } from '#local/cloud'

// Tencent's own database suite, from the npm package that still ships it, against the local cloud.

const root = path.resolve(__dirname, '../..')
const suite = path.join(root, 'node_modules/cloudbase-node-sdk-2/test')
const asked = ['transaction', 'collection', 'document', 'db']

/** Runs the suite's files (by default the ones the product rests on, `--all` for every one) and returns jest's exit code. */
async function run(all: boolean): Promise<number> {
  const cloud = await startCloud({ description: { collections: {}, functions: {}, paths: [] }, data: ':memory:', functionsDir: root })
  const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'))
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
  const patterns = all ? [] : [`/unit/(${asked.join('|')})\\.test\\.ts$`]
  const env = {
    ...process.env,
    TZ: 'Asia/Shanghai',
    TEST_SECRET_ID: 'local',
    TEST_SECRET_KEY: 'local',
    TEST_ENV: 'local',
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.adminUrl }),
  }
  const jest = spawn(process.execPath, [require.resolve('jest/bin/jest'), '--config', file, '--runInBand', '--silent', ...patterns], { env, stdio: 'inherit', cwd: suite })
  const code = await new Promise<number>((resolve) => jest.on('exit', (status) => resolve(status ?? 1)))
  await cloud.stop()
  rmSync(folder, { recursive: true })
  return code
}

void run(process.argv.includes('--all')).then((code) => process.exit(code))
