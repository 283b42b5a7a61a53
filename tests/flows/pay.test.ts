import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankClient } from '#demo/bank-client'
import { rfc3339 } from '#domain/shanghai'
import { asWechat, boundPhone, type TestCity, testCity, tills } from './city.ts'

let city: TestCity
beforeAll(async () => {
  city = await testCity()
})
afterAll(() => city.close())

let serial = 0
const order = (code: string, change: object = {}) => ({
  out_trade_no: `TEST${String(++serial).padStart(8, '0')}`,
  auth_code: code,
  ...tills.ABC,
  total_amount: 8_500,
  voucher_count: 2,
  request_time: rfc3339(city.cloud.clock.now()),
  ...change,
})
const redeem = (body: object) => city.call('ABC', 'POST', '/v1/redemptions', body)

describe('a resident pays', () => {
  it('binds, sees 5 × 40, pays two on 85 yuan, sees shop and check word, has three left, and gets them back when reversed', async () => {
    const person = city.residents[1]
    if (!person) throw new Error('no resident')
    const phone = await boundPhone(city, person, 'o-pay')
    const home = await phone.ask<{ wallets: { usableCount: number; usableFen: number; vouchers: unknown[] }[]; version: string }>('home')
    expect(home.ok && home.data.wallets[0]).toMatchObject({ usableCount: 5, usableFen: 20_000 })
    expect(home.ok && (await phone.ask('home', { known: home.data.version }))).toMatchObject({ ok: true, data: { kind: 'unchanged' } })

    const opened = city.cloud.clock.now()
    const body = order(phone.code())
    city.cloud.resetCounts()
    const paid = await redeem(body)
    expect(paid).toMatchObject({ status: 200, verified: true, body: { code: 'SUCCESS', voucher_count: 2, voucher_amount: 8_000, payable_amount: 500, by_funding: [{ fund_id: 'city', count: 2, amount: 8_000 }] } })

    const seen = await phone.ask<{ order: { shop: string; leftCount: number; state: { checkWord: string } } }>('orderResult', { since: opened - 1 })
    expect(seen.ok && seen.data.order).toMatchObject({ leftCount: 3, state: { kind: 'paid', checkWord: paid.body.check_word } })
    expect(seen.ok && seen.data.order.shop).not.toBe('')

    expect((await redeem(body)).body).toEqual(paid.body)
    expect((await city.call('ABC', 'GET', `/v1/redemptions/${body.out_trade_no}`)).body).toEqual(paid.body)
    expect(await redeem({ ...body, total_amount: 9_000 })).toMatchObject({ status: 409, body: { code: 'OUT_TRADE_NO_USED', action: 'NEW_ORDER_NO' } })
    expect((await redeem(order(body.auth_code))).body.code).toBe('AUTH_CODE_INVALID')

    const reversed = await city.call('ABC', 'POST', `/v1/redemptions/${body.out_trade_no}/reverse`, { reason: '客户取消' })
    expect(reversed.body.code).toBe('REVERSED')
    expect((await redeem(body)).body.code).toBe('REVERSED')
    const after = await phone.ask<{ wallets: { usableCount: number }[] }>('home')
    expect(after.ok && after.data.wallets[0]?.usableCount).toBe(5)
    // A code spent by a reversed order stays spent.
    expect((await redeem(order(body.auth_code))).body.code).toBe('AUTH_CODE_INVALID')
  })

  it('takes at most six round trips', async () => {
    const phone = await boundPhone(city, city.residents[2] as never, 'o-trips')
    // Each instance reads keys and the till once in 30 s; what is counted is a redemption after that, so the least of several.
    const trips: number[] = []
    for (const ahead of [0, 30_000]) {
      for (let i = 0; i < 4; i++) await city.call('ABC', 'GET', '/v1/ping')
      city.cloud.resetCounts()
      expect((await redeem(order(phone.code(city.cloud.clock.now() + ahead), { voucher_count: 1 }))).body.code).toBe('SUCCESS')
      trips.push(Object.values(city.cloud.counts()).reduce((sum, n) => sum + n, 0))
    }
    expect(Math.min(...trips)).toBe(6)
  })

  it('is refused with the reason, stored, and a business refusal does not spend the code', async () => {
    const phone = await boundPhone(city, city.residents[3] as never, 'o-refused')
    const code = phone.code()
    const small = order(code, { total_amount: 3_900, voucher_count: 1 })
    expect(await redeem(small)).toMatchObject({ status: 200, body: { code: 'AMOUNT_BELOW_FACE', out_trade_no: small.out_trade_no } })
    expect((await redeem(small)).body.code).toBe('AMOUNT_BELOW_FACE')
    expect((await redeem(order(code, { voucher_count: 3 }))).body.code).toBe('TOO_MANY_FOR_BILL')
    expect((await redeem(order(code, { total_amount: 40_000, voucher_count: 6 }))).body.code).toBe('NOT_ENOUGH_VOUCHERS')
    expect((await redeem(order(code, { terminal_id: 'NOSUCH' }))).body.code).toBe('MERCHANT_NOT_ALLOWED')
    expect((await redeem(order(code, { request_time: rfc3339(city.cloud.clock.now() - 61_000) }))).body.code).toBe('REQUEST_EXPIRED')
    const wrongDigit = code.slice(0, 19) + ((Number(code[19]) + 1) % 10)
    expect((await redeem(order(wrongDigit))).body.code).toBe('AUTH_CODE_INVALID')
    expect((await redeem(order(`77${code.slice(2)}`))).body.code).toBe('AUTH_CODE_INVALID')
    expect((await redeem(order(phone.code(city.cloud.clock.now() - 61_000)))).body.code).toBe('AUTH_CODE_INVALID')
    expect((await redeem(order(code))).body.code).toBe('SUCCESS')
  })

  it('leaves a tombstone for an order never seen', async () => {
    const phone = await boundPhone(city, city.residents[4] as never, 'o-tomb')
    const body = order(phone.code())
    expect((await city.call('ABC', 'POST', `/v1/redemptions/${body.out_trade_no}/reverse`, { reason: '超时' })).body.code).toBe('REVERSED')
    expect((await redeem(body)).body.code).toBe('REVERSED')
    const home = await phone.ask<{ wallets: { usableCount: number }[] }>('home')
    expect(home.ok && home.data.wallets[0]?.usableCount).toBe(5)
    expect(await city.call('ABC', 'GET', '/v1/redemptions/NEVERSEEN1')).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_EXIST' } })
  })

  it('gives one redemption and two equal replies to two requests with one number at once', async () => {
    const phone = await boundPhone(city, city.residents[5] as never, 'o-twice')
    const body = order(phone.code())
    const answers = await Promise.all([redeem(body), redeem(body)])
    for (let i = 0; i < answers.length; i++) while (answers[i]?.status === 503) answers[i] = await redeem(body)
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    expect(answers[0]?.body.code).toBe('SUCCESS')
    const home = await phone.ask<{ wallets: { usableCount: number }[] }>('home')
    expect(home.ok && home.data.wallets[0]?.usableCount).toBe(3)
  })
})

describe('binding', () => {
  const consents = { match: true, share: true }
  it('answers a wrong name, a wrong phone and a stranger alike, with a case number, and tells the cause only to the row’s own phone', async () => {
    const person = city.residents[10]
    const other = city.residents[11]
    if (!person || !other) throw new Error('no residents')
    const typed = { name: person.name, idNumber: person.idNumber, phoneCode: `phone-${person.phone}` }
    const stranger = await asWechat(city, 'o-b1')('bind', { consents, typed: { ...typed, idNumber: '11010519491231002X' } })
    const wrongPhone = await asWechat(city, 'o-b2')('bind', { consents, typed: { ...typed, phoneCode: 'phone-13800000000' } })
    const wrongName = await asWechat(city, 'o-b3')('bind', { consents, typed: { ...typed, name: '别名' } })
    for (const reply of [stranger, wrongPhone]) expect(reply).toMatchObject({ ok: true, data: { kind: 'case', cause: null, attemptsLeft: 4 } })
    expect(wrongName).toMatchObject({ ok: true, data: { kind: 'case', cause: 'name-differs' } })
    expect(await asWechat(city, 'o-b1')('home')).toMatchObject({ ok: true, data: { kind: 'not-bound', pendingCase: { caseNo: expect.stringMatching(/^SM-\d{4}-\d{4}/) } } })
  })

  it('allows five tries a day', async () => {
    const ask = asWechat(city, 'o-many')
    const typed = { name: '无此人', idNumber: '11010519491231002X', phoneCode: 'phone-13911112222' }
    for (let i = 0; i < 5; i++) expect(await ask('bind', { consents, typed })).toMatchObject({ ok: true })
    expect(await ask('bind', { consents, typed })).toMatchObject({ ok: false, code: 'TOO_MANY_ATTEMPTS' })
  })

  it('refuses a missing consent, a wrong check character and a spent phone quota, each by name', async () => {
    const ask = asWechat(city, 'o-form')
    const typed = { name: '王', idNumber: '11010519491231002X', phoneCode: 'quota' }
    expect(await ask('bind', { consents: { match: true, share: false }, typed })).toMatchObject({ ok: false, code: 'PARAM_ERROR' })
    expect(await ask('bind', { consents, typed: { ...typed, idNumber: '110105194912310021' } })).toMatchObject({ ok: false, code: 'PARAM_ERROR' })
    expect(await ask('bind', { consents, typed })).toMatchObject({ ok: false, code: 'PHONE_QUOTA' })
  })

  it('does not show or open anybody else’s wallet', async () => {
    const phone = await boundPhone(city, city.residents[12] as never, 'o-own')
    expect(await asWechat(city, 'o-thief')('activatePhone', { walletNo: phone.walletNo, platform: 'weapp' })).toMatchObject({ ok: false, code: 'NOT_BOUND' })
    const other = await boundPhone(city, city.residents[13] as never, 'o-other')
    expect(await other.ask('activatePhone', { walletNo: phone.walletNo, platform: 'weapp' })).toMatchObject({ ok: false, code: 'NOT_YOUR_WALLET' })
    expect(await other.ask('history', { walletNo: phone.walletNo })).toMatchObject({ ok: false, code: 'NOT_YOUR_WALLET' })
  })
})

describe('what is not signed as it should be', () => {
  it('is refused by name: an old timestamp, another bank’s key, a bank nobody knows, a path that is none', async () => {
    const old = bankClient(city.bank, city.keys.banks, city.keys.own.publicKeyPem, () => city.cloud.clock.now() - 301_000)
    expect(await old('ABC', 'GET', '/v1/ping')).toMatchObject({ status: 401, verified: false, body: { code: 'TIMESTAMP_SKEW' } })
    const { SPDB, ABC } = city.keys.banks
    const swapped = bankClient(city.bank, { SPDB: ABC, ABC: SPDB }, city.keys.own.publicKeyPem, city.cloud.clock.now)
    expect(await swapped('ABC', 'GET', '/v1/ping')).toMatchObject({ status: 401, body: { code: 'SIGN_ERROR' } })
    const unknown = bankClient(city.bank, { ...city.keys.banks, ICBC: ABC } as never, city.keys.own.publicKeyPem, city.cloud.clock.now)
    expect(await unknown('ICBC' as never, 'GET', '/v1/ping')).toMatchObject({ status: 401, body: { code: 'SERIAL_UNKNOWN' } })
    expect(await city.call('ABC', 'GET', '/v1/nothing')).toMatchObject({ status: 404, verified: true, body: { code: 'NO_SUCH_CALL' } })
  })

  it('has no effect and leaves no trace; logs and replies hold nobody’s data', async () => {
    const raw = await fetch(`${city.bank}/v1/redemptions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    expect([raw.status, await raw.json()]).toMatchObject([401, { code: 'SIGN_ERROR' }])
    const large = await fetch(`${city.bank}/v1/redemptions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'x'.repeat(65_537) })
    expect(large.status).toBe(413)
    const log = city.lines.join('\n')
    for (const secret of [city.residents[1]?.idNumber, city.residents[1]?.phone, city.residents[1]?.name]) expect(log).not.toContain(secret)
  })
})
