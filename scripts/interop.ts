import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { rfc3339 } from '#domain/shanghai'
import { officeClient } from '#cloudfunctions/office/cli/client'
import { boundPhone, testCity, tills } from '#tests/flows/city'
import { buildFunctions } from './build-functions.ts'

// A bank that has none of our code: openssl makes its key and its signatures, curl sends them, openssl checks ours. What went
// over the line is kept as a vector, so that every test run verifies it again without openssl.

const vector = path.resolve(__dirname, '../tests/vectors/interop-rsa.json')
const call = '/v1/redemptions'
const serial = 'OPENSSL01'

type Sent = { method: string; path: string; body: string; headers: Record<string, string> }
type Reply = { status: number; headers: Record<string, string>; body: string }

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shenmu-interop-'))
  await buildFunctions()
  const city = await testCity()
  try {
    const bankPublicKey = makeKey(folder)
    const now = () => city.cloud.clock.now()
    const office = officeClient((event) => city.cloud.invoke('office', event))
    await office('keyAdd', { bank: 'ABC', serial, algorithm: 'SHA256-RSA2048', publicKeyPem: bankPublicKey, from: now() - 60_000, to: now() + 3_600_000 })

    const [resident] = city.residents
    if (!resident) throw new Error('the city has no resident')
    const phone = await boundPhone(city, resident, 'o-interop')
    const body = JSON.stringify({
      out_trade_no: `INTEROP${randomBytes(6).toString('hex').toUpperCase()}`,
      auth_code: phone.code(),
      ...tills.ABC,
      total_amount: 8_500,
      voucher_count: 2,
      request_time: rfc3339(now()),
    })
    const sent = sign(folder, body, now())

    const spoiled = await send(folder, city.bank, { ...sent, body: body.replace('8500', '8501') })
    expect(spoiled.status === 401 && spoiled.body.includes('SIGN_ERROR'), `one byte changed must be 401 SIGN_ERROR: ${spoiled.status} ${spoiled.body}`)
    console.log('改动一个字节：401 SIGN_ERROR')

    const reply = await send(folder, city.bank, sent)
    expect(reply.status === 200 && JSON.parse(reply.body).code === 'SUCCESS', `must be accepted: ${reply.status} ${reply.body}`)
    console.log(`openssl 签名的核销：200 ${reply.body}`)

    expect(verify(folder, city.keys.own.publicKeyPem, sent, reply), 'openssl must verify our reply')
    expect(!verify(folder, city.keys.own.publicKeyPem, sent, { ...reply, body: `${reply.body} ` }), 'openssl must refuse a changed reply')
    console.log('openssl 验证我方应答签名：通过')

    const note = 'Made by openssl and curl against the demo city (npm run interop). Test keys; the private halves are not kept.'
    writeFileSync(vector, `${JSON.stringify({ note, request: sent, reply, bankPublicKey, ownPublicKey: city.keys.own.publicKeyPem }, null, 1)}\n`)
  } finally {
    await city.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const openssl = (folder: string, ...args: string[]): string => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

function makeKey(folder: string): string {
  openssl(folder, 'genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'bank.pem')
  return openssl(folder, 'pkey', '-in', 'bank.pem', '-pubout')
}

function sign(folder: string, body: string, now: number): Sent {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(16).toString('hex').toUpperCase()
  writeFileSync(path.join(folder, 'request.txt'), `POST\n${call}\n${timestamp}\n${nonce}\n${body}\n`)
  openssl(folder, 'dgst', '-sha256', '-sign', 'bank.pem', '-out', 'request.sig', 'request.txt')
  return {
    method: 'POST',
    path: call,
    body,
    headers: {
      'X-VP-Bank': 'ABC',
      'X-VP-Serial': serial,
      'X-VP-Timestamp': timestamp,
      'X-VP-Nonce': nonce,
      'X-VP-Signature-Type': 'SHA256-RSA2048',
      'X-VP-Signature': readFileSync(path.join(folder, 'request.sig')).toString('base64'),
    },
  }
}

async function send(folder: string, bank: string, { path: to, body, headers }: Sent): Promise<Reply> {
  writeFileSync(path.join(folder, 'body.json'), body)
  const lines = Object.entries({ 'Content-Type': 'application/json', ...headers }).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  // Not the synchronous call: the city lives in this process and must answer meanwhile.
  const { stdout } = await promisify(execFile)('curl', ['-sS', '-X', 'POST', `${bank}${to}`, ...lines, '--data-binary', '@body.json', '-D', 'reply-headers.txt'], { cwd: folder })
  const [first = '', ...rest] = readFileSync(path.join(folder, 'reply-headers.txt'), 'utf8').trim().split('\r\n')
  const received = Object.fromEntries(rest.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  const signed = Object.fromEntries(Object.entries(received).filter(([name]) => name.startsWith('x-vp-')))
  return { status: Number(first.split(' ')[1]), headers: signed, body: stdout }
}

function verify(folder: string, publicKeyPem: string, sent: Sent, { headers, body }: Reply): boolean {
  writeFileSync(path.join(folder, 'own.pem'), publicKeyPem)
  writeFileSync(path.join(folder, 'reply.sig'), Buffer.from(headers['x-vp-signature'] ?? '', 'base64'))
  writeFileSync(path.join(folder, 'reply.txt'), `${headers['x-vp-timestamp']}\n${headers['x-vp-nonce']}\n${sent.headers['X-VP-Nonce']}\n${body}\n`)
  try {
    openssl(folder, 'dgst', '-sha256', '-verify', 'own.pem', '-signature', 'reply.sig', 'reply.txt')
    return true
  } catch {
    return false
  }
}

function expect(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence)
}

main().catch((error: Error) => {
  console.error(error.message)
  // A city whose seed failed still listens.
  process.exit(1)
})
