import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Kept, WeappBundle } from './bundle.ts'
import { readOutput } from './output-files.ts'

const vector = JSON.parse(readFileSync(path.resolve(__dirname, '../vectors/paycode.json'), 'utf8'))
const now = vector.unix * 1000
const walletNo = String(Math.floor(vector.slot / 10))

const programme = { name: '测试', phase: 'running', opensAt: now - 1, closesAt: now + 1e9, faceFen: 4_000, demo: true }
const wallet = { walletNo, relation: 'self', name: '*秀兰', frozen: false, issued: true, usableCount: 5, usableFen: 20_000, vouchers: [] }

/** The phone as it is after a key was fetched, and long offline since. */
function keptBy(algorithm: 'HMAC-SHA256' | 'HMAC-SM3'): Kept {
  const { secret, code } = algorithm === 'HMAC-SM3' ? vector.sm3 : vector.sha256
  const companion = { prefix: '88', epoch: Number(code[2]), firstDay: vector.day, aliases: [vector.alias] }
  return {
    plain: {
      home: JSON.stringify({ home: { kind: 'bound', version: '1', programme, wallets: [wallet] }, at: now }),
      offset: JSON.stringify({ ms: 0, at: now }),
    },
    encrypted: { [`slot-${walletNo}`]: JSON.stringify({ hex: secret, algorithm, companion }) },
  }
}

/** The digits stand in groups of four, each a text of its own. */
const digitsOf = (texts: string[]): string => texts.filter((text) => /^\d{4}$/.test(text.trim())).join('')

test.each([
  ['HMAC-SHA256', vector.sha256.code],
  ['HMAC-SM3', vector.sm3.code],
] as const)('the pay page of the output shows the vector’s code of %s, offline, from what the phone kept', async (algorithm, code) => {
  const page = new WeappBundle(readOutput(), keptBy(algorithm), now).open('pages/pay/index')
  await expect.poll(() => digitsOf(page.texts()), { timeout: 5_000 }).toBe(code)
  page.close()
})
