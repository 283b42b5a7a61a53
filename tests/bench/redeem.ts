import { createSign, createVerify, randomBytes } from 'node:crypto'
import path from 'node:path'
import cloudSdk from 'wx-server-sdk'
import { functionEnvironment } from '#demo/keys'
import { rfc3339 } from '#domain/shanghai'
import { platformEnv } from '#local/functions/platform-env'
import { type TestCity, testCity, tills } from '#tests/flows/city'
import { type BoundPhone, boundPhones } from './people.ts'

const pairs = 60
const warm = 10
const atOnce = 32
const burst = 192

type HttpEvent = { httpMethod: string; path: string; headers: Record<string, string>; body: string }
// biome-ignore lint/suspicious/noExplicitAny: the SDK's chained builders
type Sdk = { init(options: object): void; database(): any }

/**
 * One redemption against the same bare SDK calls, in pairs in one process on one local cloud, RSA on both sides; its round trips
 * counted at the cloud's door; and redemptions a second at 32 at once through the HTTP door.
 */
export async function benchRedeem(say: (text: string) => void): Promise<{ roundTrips: number; ratio: number; perSecond32: number }> {
  const city = await testCity()
  try {
    const everybody = await boundPhones(city, pairs + warm + burst)
    const phones = everybody.splice(0, pairs + warm)
    const main = inProcess(city)
    const bare = bareCalls(city)

    const flow: number[] = []
    const sdk: number[] = []
    let roundTrips = Number.POSITIVE_INFINITY
    for (const [i, phone] of phones.entries()) {
      const event = redemptionEvent(city, phone, `PAIR${String(i).padStart(8, '0')}`)
      city.cloud.resetCounts()
      const took = await timed(() => main(event))
      const trips = Object.values(city.cloud.counts()).reduce((sum, n) => sum + n, 0)
      const compared = await timed(await bare(event, phone.walletNo, i))
      if (i < warm) continue
      roundTrips = Math.min(roundTrips, trips)
      flow.push(took)
      sdk.push(compared)
    }
    const ratio = round(median(flow.map((took, i) => took / (sdk[i] ?? 1))))
    say(`one redemption: ${round(median(flow))} ms; the same bare SDK calls: ${round(median(sdk))} ms; median of ${pairs} paired ratios ${ratio}`)
    say(`round trips of its transaction (reads through the cache apart): ${roundTrips}`)
    const perSecond32 = await throughput(city, everybody, say)
    return { roundTrips, ratio, perSecond32 }
  } finally {
    await city.close()
  }
}

/** The built function in this process, with the environment the platform would give it. */
function inProcess(city: TestCity): (event: HttpEvent) => Promise<unknown> {
  Object.assign(process.env, functionEnvironment(city.keys).bank, platformEnv(city.admin, 'local'))
  const print = console.log
  const { main } = require(path.resolve(__dirname, '../../dist/cloudfunctions/bank/index.js')) as { main: (event: HttpEvent) => Promise<{ body: string }> }
  return async (event) => {
    // The function's log lines are its own; here only figures are printed.
    console.log = () => undefined
    const reply = await main(event)
    console.log = print
    if (JSON.parse(reply.body).code !== 'SUCCESS') throw new Error(`not redeemed: ${reply.body}`)
    return reply
  }
}

/** What any function that redeems must do at least: verify, six calls of the SDK, sign. */
function bareCalls(city: TestCity): (event: HttpEvent, walletNo: string, i: number) => Promise<() => Promise<void>> {
  const sdk = cloudSdk as unknown as Sdk
  sdk.init({ env: 'local', keepalive: true, timeout: 2_000, throwOnNotFound: false })
  const db = sdk.database()
  return async (event, walletNo, i) => {
    const text = `POST\n/v1/redemptions\n${event.headers['x-vp-timestamp']}\n${event.headers['x-vp-nonce']}\n${event.body}\n`
    // The documents are the ones the flow has just written; fetching them is not timed.
    const order = (await db.collection('orders').doc(`ABC:${JSON.parse(event.body).out_trade_no}`).get()).data
    const posting = (await db.collection('postings').doc(`${walletNo}:2`).get()).data
    return async () => {
      if (!createVerify('RSA-SHA256').update(text).verify(city.keys.banks.ABC.publicKeyPem, event.headers['x-vp-signature'] ?? '', 'base64')) throw new Error('not signed')
      const started = await db.startTransaction()
      const { data: wallet } = await started.collection('wallets').doc(walletNo).get()
      await started.collection('orders').add({ data: { ...order, _id: `BARE:${i}` } })
      await started.collection('postings').add({ data: { ...posting, _id: `bare:${i}` } })
      await started.collection('wallets').doc(walletNo).update({ data: { seq: wallet.seq + 1, vouchers: wallet.vouchers, 'slots.0.lastStep': 1 } })
      await started.commit()
      createSign('RSA-SHA256').update(JSON.stringify(order)).sign(city.keys.own.privateKeyPem, 'base64')
    }
  }
}

function redemptionEvent(city: TestCity, phone: BoundPhone, number: string): HttpEvent {
  const now = city.cloud.clock.now()
  const body = JSON.stringify({ out_trade_no: number, auth_code: phone.code(now), ...tills.ABC, total_amount: 8_000, voucher_count: 2, request_time: rfc3339(now) })
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = createSign('RSA-SHA256').update(`POST\n/v1/redemptions\n${timestamp}\n${nonce}\n${body}\n`).sign(city.keys.banks.ABC.privateKeyPem, 'base64')
  return {
    httpMethod: 'POST',
    path: '/v1/redemptions',
    headers: {
      'x-vp-bank': 'ABC',
      'x-vp-serial': 'ABCRSA01',
      'x-vp-timestamp': timestamp,
      'x-vp-nonce': nonce,
      'x-vp-signature-type': 'SHA256-RSA2048',
      'x-vp-signature': signature,
    },
    body,
  }
}

async function throughput(city: TestCity, phones: BoundPhone[], say: (text: string) => void): Promise<number> {
  const now = city.cloud.clock.now()
  const bodies = phones.map((phone, i) => ({
    out_trade_no: `BURST${String(i).padStart(6, '0')}`,
    auth_code: phone.code(now),
    ...tills.ABC,
    total_amount: 4_000,
    voucher_count: 1,
    request_time: rfc3339(now),
  }))
  let good = 0
  const started = performance.now()
  const worker = async (): Promise<void> => {
    for (let body = bodies.pop(); body; body = bodies.pop()) if ((await city.call('ABC', 'POST', '/v1/redemptions', body)).body.code === 'SUCCESS') good += 1
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const perSecond = round((good * 1000) / (performance.now() - started))
  say(`${atOnce} at once through the HTTP door, clients in the same process: ${good} of ${burst} redeemed, ${perSecond} a second`)
  return perSecond
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const round = (value: number): number => Math.round(value * 100) / 100
