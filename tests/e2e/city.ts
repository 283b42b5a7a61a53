import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type RunningCity = { url: string; till: string; admin: string; bank: string; stop(): Promise<void> }

const root = path.resolve(__dirname, '../..')
const startsWithinMs = 170_000

/** Starts the demo city as everybody does, from the command line, in a folder that goes with it. */
export async function startCity(...options: string[]): Promise<RunningCity> {
  const data = mkdtempSync(path.join(tmpdir(), 'shenmu-demo-'))
  const child = spawn('npx', ['tsx', 'demo/start.ts', '--port', '0', '--data', data, '--json', ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      const gone = () => {
        rmSync(data, { recursive: true, force: true })
        resolve()
      }
      if (child.exitCode !== null || child.pid === undefined) return gone()
      child.once('close', gone)
      // npx and tsx stand between: the signal must reach the whole group.
      process.kill(-child.pid, 'SIGTERM')
    })
  try {
    const urls = await firstLine(child)
    return { ...(JSON.parse(urls) as Omit<RunningCity, 'stop'>), stop }
  } catch (error) {
    await stop()
    throw new Error(`the demo city did not start: ${(error as Error).message}\n${said.join('').slice(-2_000)}`)
  }
}

function firstLine(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), startsWithinMs)
    if (!child.stdout) return reject(new Error('no output'))
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(timer)
      resolve(line)
    })
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
  })
}
