import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bankClient, type BankClient } from '#demo/bank-client'
import { type City, openCity } from '#demo/city'
import { demoResidents, type DemoResident } from '#demo/seed/residents'
import { residentCount } from '#demo/seed/seed'
import type { PhoneKey } from '#contract/resident'
import { composeCode, dayOf, otpFrom, stepBytes, stepOf } from '#domain/payment-code'
import { createHmac } from 'node:crypto'

export type TestCity = City & { call: BankClient; residents: DemoResident[]; folder: string; lines: string[]; close(): Promise<void> }

/** A seeded city of its own for a test file, with a bank's client and the list of its people. */
export async function testCity(options: { now?: string; folder?: string; via?: string; ready?: (adminUrl: string) => void; instances?: number } = {}): Promise<TestCity> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'city-'))
  const lines: string[] = []
  const city = await openCity({ data: folder, port: 0, log: (line) => lines.push(line), ...options })
  const call = bankClient(city.bank, city.keys.banks, city.keys.own.publicKeyPem, city.cloud.clock.now)
  const close = async (): Promise<void> => {
    await city.cloud.stop()
    if (!options.folder) rmSync(folder, { recursive: true, force: true })
  }
  return { ...city, call, residents: demoResidents(residentCount), folder, lines, close }
}

type Reply<T> = { ok: true; data: T } | { ok: false; code: string; message: string }

/** Asks the residents' function as a WeChat user, as `wx.cloud.callFunction` does. */
export const asWechat =
  (city: City, openid: string) =>
  async <T = Record<string, unknown>>(action: string, input: object = {}): Promise<Reply<T>> =>
    (await city.cloud.invoke('resident', { action, input }, { openid })) as Reply<T>

/** Binds a resident's WeChat and gives the phone a slot. Returns the wallet and a maker of codes. */
export async function boundPhone(city: TestCity, resident: DemoResident, openid: string) {
  const ask = asWechat(city, openid)
  const typed = { name: resident.name, idNumber: resident.idNumber, phoneCode: `phone-${resident.phone}` }
  const bound = await ask<{ kind: string }>('bind', { consents: { match: true, share: true }, typed })
  if (!bound.ok || bound.data.kind !== 'bound') throw new Error(`not bound: ${JSON.stringify(bound)}`)
  const home = await ask<{ wallets: { walletNo: string }[] }>('home')
  if (!home.ok) throw new Error(home.code)
  const walletNo = home.data.wallets[0]?.walletNo ?? ''
  const active = await ask<{ device: number; key: PhoneKey }>('activatePhone', { walletNo, platform: 'weapp' })
  if (!active.ok) throw new Error(active.code)
  return { ask, walletNo, device: active.data.device, code: (at = city.cloud.clock.now()) => codeOf(active.data.key, at) }
}

/** The 20 digits a phone with this key shows at a moment; written apart from the client on purpose. */
export function codeOf(key: PhoneKey, at: number): string {
  const step = stepOf(at)
  const otp = otpFrom(new Uint8Array(createHmac('sha256', Buffer.from(key.secret, 'hex')).update(stepBytes(step)).digest()))
  return composeCode({ prefix: key.prefix, epoch: key.epoch, alias: key.aliases[dayOf(step) - key.firstDay] ?? '', otp })
}

/** A till of the first shop that has one of this bank. */
export const tills = {
  SPDB: { merchant_id: 'M00001', terminal_id: 'T00001S' },
  ABC: { merchant_id: 'M00002', terminal_id: 'T00002A' },
} as const
