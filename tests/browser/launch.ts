import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { unpackBrowser } from './unpack.ts'

/** A real browser without anything installed on the machine; CHROME_PATH, or a platform without that package, uses the machine's. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH
  if (own || process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ executablePath: own ?? machinesBrowser() })
  const { executable, libraries, fontConfig } = await unpackBrowser()
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig },
  })
}

const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
]

function machinesBrowser(): string {
  const found = usual.find((file) => existsSync(file))
  if (!found) throw new Error('No browser found: set CHROME_PATH to a Chrome, Edge or Chromium.')
  return found
}
