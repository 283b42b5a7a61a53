import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BankClient, bankClient, type BankReply } from '#demo/bank-client'
import type { BankCode } from '#demo/keys'
import { rfc3339 } from '#domain/shanghai'
import { boundPhone, type TestCity, testCity, tills } from './city.ts'

type Body = { out_trade_no: string } & Record<string, unknown>
type Sent = { bank: BankCode; body: Body; reply: BankReply; repeats: number }
type Tally = { conflicts: number; busy: number; repeats: number }

const perWave = 100

/** Repeats an order under its own number until its answer is final; no answer at all counts as not final. */
async function untilFinal(call: BankClient, bank: BankCode, body: Body, tally: Tally): Promise<Sent> {
  for (let repeats = 0; ; repeats++) {
    const reply = await call(bank, 'POST', '/v1/redemptions', body).catch(() => null)
    if (reply && reply.status < 500 && reply.status !== 429) return { bank, body, reply, repeats }
    tally.busy += 1
    tally.repeats += 1
    await new Promise((resolve) => setTimeout(resolve, 20 + 100 * Math.random()))
  }
}

const wave = (name: string, codes: string[], now: number): { bank: BankCode; body: Body }[] =>
  Array.from({ length: perWave }, (_, i) => {
    const bank: BankCode = i % 2 ? 'ABC' : 'SPDB'
    const code = codes[i % codes.length]
    return { bank, body: { out_trade_no: `${name}${String(i).padStart(6, '0')}`, auth_code: code, ...tills[bank], total_amount: 4_000, voucher_count: 1, request_time: rfc3339(now) } }
  })

async function expectFiveSpentOnce(sent: Sent[], call: BankClient): Promise<void> {
  expect(sent.filter(({ reply }) => reply.body.code === 'SUCCESS')).toHaveLength(5)
  for (const { bank, body, reply } of sent) {
    const query = await call(bank, 'GET', `/v1/redemptions/${body.out_trade_no}`)
    expect(query.body).toEqual(reply.body)
  }
}

describe('200 orders on one wallet at once', () => {
  let city: TestCity
  beforeAll(async () => {
    // Enough instances that their transactions meet, so that conflicts, busy answers and repeats are part of what is proved.
    city = await testCity({ instances: 16 })
  })
  afterAll(() => city.close())

  it('spend exactly five vouchers, and every final answer is the one the books give later', async () => {
    const person = city.residents[20]
    if (!person) throw new Error('no resident')
    const phones = []
    for (let i = 0; i < 4; i++) phones.push(await boundPhone(city, person, `o-race-${i}`))
    const tally: Tally = { conflicts: 0, busy: 0, repeats: 0 }
    const sent: Sent[] = []
    // A slower database holds transactions open for longer, as the real one does.
    city.cloud.troubles.delayMs = [160, 230]
    for (const name of ['WAVE1', 'WAVE2']) {
      const orders = wave(name, phones.map((phone) => phone.code()), city.cloud.clock.now())
      sent.push(...(await Promise.all(orders.map(({ bank, body }) => untilFinal(city.call, bank, body, tally)))))
      city.cloud.clock.advance(30_000)
    }
    tally.conflicts = (city.cloud.counts()['database.startTransaction'] ?? 0) - sent.length - tally.repeats
    city.cloud.troubles.delayMs = [0, 0]
    await expectFiveSpentOnce(sent, city.call)
    const home = await phones[0]?.ask<{ wallets: { usableCount: number }[] }>('home')
    expect(home?.ok && home.data.wallets[0]?.usableCount).toBe(0)
    console.log(`race: 200 orders, 5 SUCCESS, ${tally.conflicts} transactions tried again after a conflict, ${tally.busy} answers 503, ${tally.repeats} requests repeated`)
    expect(tally.conflicts).toBeGreaterThan(0)
  })
})

describe('the cloud killed in the middle', () => {
  const root = path.resolve(__dirname, '../..')
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'))
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  let child: ChildProcess
  const start = (): Promise<{ bank: string }> =>
    new Promise((resolve, reject) => {
      child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts', '--port', String(port), '--data', folder, '--json'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout?.once('data', (line: Buffer) => resolve(JSON.parse(line.toString('utf8'))))
      child.once('error', reject)
    })
  afterAll(() => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('loses nothing it acknowledged and spends nothing twice', async () => {
    // The city is seeded and its phones bound in process; then another process serves the same folder and is killed.
    const city = await testCity({ folder })
    const phones = []
    for (let i = 0; i < 4; i++) phones.push(await boundPhone(city, city.residents[21] as never, `o-kill-${i}`))
    await city.close()

    const { bank } = await start()
    const keys = JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8'))
    const call = bankClient(bank, keys.banks, keys.own.publicKeyPem, Date.now)
    const tally: Tally = { conflicts: 0, busy: 0, repeats: 0 }
    const sent: Sent[] = []
    let kills = 0
    for (const [name, ahead] of [['KILL1', 0], ['KILL2', 30_000]] as const) {
      const orders = wave(name, phones.map((phone) => phone.code(Date.now() + ahead)), Date.now())
      const answers = Promise.all(orders.map(({ bank: which, body }) => untilFinal(call, which, body, tally)))
      await new Promise((resolve) => setTimeout(resolve, 150))
      child.kill('SIGKILL')
      kills += 1
      await new Promise((resolve) => child.once('exit', resolve))
      await start()
      sent.push(...(await answers))
    }
    await expectFiveSpentOnce(sent, call)
    console.log(`killed ${kills} times: ${tally.repeats} requests repeated, 5 SUCCESS`)
    expect(tally.repeats).toBeGreaterThan(0)
  })
})
