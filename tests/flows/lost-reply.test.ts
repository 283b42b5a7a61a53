import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rfc3339 } from '#domain/shanghai'
import { boundPhone, type TestCity, testCity, tills } from './city.ts'
import { type Fate, type SpoilProxy, spoilProxy } from './spoil-proxy.ts'

let city: TestCity
let proxy: SpoilProxy
beforeAll(async () => {
  proxy = await spoilProxy()
  city = await testCity({ via: proxy.url, ready: (url: string) => proxy.aim(url) })
})
afterAll(async () => {
  await city.close()
  proxy.close()
})

/** Spoils the first message of an action, once. */
const spoilOnce = (action: string, fate: Fate): void => {
  let done = false
  proxy.judge((asked) => {
    if (done || asked !== action) return 'carry'
    done = true
    return fate
  })
}

describe('when a message between function and database is spoilt', () => {
  let person = 40
  const actions = ['database.startTransaction', 'database.getDocument', 'database.insertDocument', 'database.modifyDocument', 'database.commitTransaction']
  for (const action of actions)
    for (const fate of ['lose-reply', 'lose-request', 'twice'] as const)
      it(`${action}: ${fate}: the order is redeemed once, and asking again gives the same answer`, async () => {
        proxy.judge(() => 'carry')
        const phone = await boundPhone(city, city.residents[person++] as never, `o-lost-${person}`)
        // Locks of a transaction that was cut off live for 30 s; the clock passes them by.
        const body = () => ({ out_trade_no: `LOST${person}${'0'.repeat(6)}`, auth_code: code, ...tills.ABC, total_amount: 8_000, voucher_count: 2, request_time: rfc3339(city.cloud.clock.now()) })
        const code = phone.code()
        spoilOnce(action, fate)
        let reply = await city.call('ABC', 'POST', '/v1/redemptions', body())
        for (let i = 0; reply.status >= 500 && i < 5; i++) reply = await city.call('ABC', 'POST', '/v1/redemptions', body())
        proxy.judge(() => 'carry')
        if (reply.status >= 500) {
          city.cloud.clock.advance(31_000)
          reply = await city.call('ABC', 'POST', '/v1/redemptions', body())
        }
        const again = await city.call('ABC', 'POST', '/v1/redemptions', body())
        expect(again.body).toEqual(reply.body)
        const home = await phone.ask<{ wallets: { usableCount: number }[] }>('home')
        expect(reply.body.code).toBe('SUCCESS')
        expect(home.ok && home.data.wallets[0]?.usableCount).toBe(3)
      })
})
