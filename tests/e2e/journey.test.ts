import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { launchBrowser } from '#tests/browser/launch'
import { type RunningCity, startCity } from './city.ts'
import { bindFromBank, openCode, phoneScreen, scan } from './phone.ts'
import { reverse, ringUp, tillScreen } from './till.ts'
import { type Watch, watchContext } from './watch.ts'

let city: RunningCity
let browser: Browser
let till: Page
const watches: Watch[] = []

async function open(screen: typeof phoneScreen | typeof tillScreen): Promise<{ page: Page; watch: Watch }> {
  const context = await browser.newContext(screen)
  context.setDefaultTimeout(15_000)
  const watch = await watchContext(context, new URL(city.url).origin)
  watches.push(watch)
  const page = await context.newPage()
  return { page, watch }
}

beforeAll(async () => {
  city = await startCity()
  browser = await launchBrowser()
  till = (await open(tillScreen)).page
  await till.goto(city.till)
  await till.getByRole('button', { name: /^扣 \d 张券/ }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await city?.stop()
})

/** What stood on the phone when a step failed says more than which step it was. */
const sayOnFailure = (phone: Page) => onTestFailed(async () => console.error(phone.url(), await phone.locator('body').ariaSnapshot()))

/** Waits for the cloud's answer that holds the order, then for the result on the screen; returns the ms between the two. */
async function resultAfterAnswer(phone: Page): Promise<number> {
  const reply = await phone.waitForResponse(async (response) => {
    if (!response.url().endsWith('/functions/resident') || !response.request().postData()?.includes('orderResult')) return false
    return (await response.json()).data?.order != null
  })
  await reply.finished()
  const answered = Date.now()
  await phone.getByText('已抵扣').waitFor()
  return Date.now() - answered
}

const left = (phone: Page, count: number) => phone.getByRole('heading', { name: `${count} 张可用，共 ${count * 40} 元` }).waitFor()

describe('a resident pays on the spot', () => {
  it('comes from the bank, pays two vouchers on 85 yuan, and gets them back when the till reverses', async () => {
    const { page: phone } = await open(phoneScreen)
    sayOnFailure(phone)
    await bindFromBank(phone, city.url, '王秀兰')
    await left(phone, 5)

    const digits = await openCode(phone)
    expect(digits).toMatch(/^\d{20}$/)
    const read = { qr: digits, barcode: digits }
    // Polled, since the page slides in.
    await expect.poll(() => scan(phone), { timeout: 5_000 }).toEqual({ zxing: read, zbar: read })

    const paid = await ringUp(till, { bill: '85', code: digits })
    expect(paid).toMatchObject({ title: '已抵扣 80 元' })
    expect(paid.text).toMatch(/再收\s*5\.00\s*元/)

    const tapped = Date.now()
    const [late] = await Promise.all([resultAfterAnswer(phone), phone.getByRole('button', { name: '查结果' }).click()])
    expect(late).toBeLessThan(1_000)
    expect(Date.now() - tapped).toBeLessThan(1_500)
    const shown = await phone.locator('body').innerText()
    const shop = await till.locator('#shop-name').innerText()
    expect(shown).toContain(shop)
    expect(shown).toMatch(/\d{1,2}月\d{1,2}日\s*\d{2}:\d{2}/)
    expect(shown).toContain('3 张，共 120 元')
    expect([...(paid.word ?? '')]).toHaveLength(2)
    expect(await phone.getByRole('img', { name: /^核对字/ }).first().getAttribute('aria-label')).toBe(`核对字：${[...(paid.word ?? '')].join('，')}`)
    await phone.getByRole('button', { name: '知道了' }).click()
    await left(phone, 3)

    const again = await ringUp(till, { bill: '85', code: digits })
    expect(again).toMatchObject({ title: '没有扣券', word: null })
    expect(again.text).toContain('AUTH_CODE_INVALID')
    // The same order sent again, as a bank does that lost the answer.
    await till.reload()
    const repeated = await ringUp(till, { bill: '85', code: digits, number: paid.number })
    expect(repeated).toMatchObject({ title: paid.title, word: paid.word, number: paid.number })

    expect((await reverse(till, paid.number)).title).toBe('这笔已撤销')
    // The wallet asks again after ten minutes, when pulled down, or when the resident tries things out.
    await phone.getByRole('button', { name: '出示付款码' }).click()
    await phone.getByRole('button', { name: '试一试' }).click()
    await phone.getByRole('button', { name: '回到付款码' }).click()
    await phone.getByRole('status', { name: '还能用 5 张，共 200 元' }).waitFor()
    await phone.getByRole('button', { name: '返回' }).click()
    await left(phone, 5)
    expect(await phone.getByText(/退回，可再用/).count()).toBe(2)
  })
})

describe('a resident without the network', () => {
  it('shows a code that the till accepts, and sees the result once the network is back', async () => {
    const { page: phone, watch } = await open(phoneScreen)
    sayOnFailure(phone)
    await bindFromBank(phone, city.url, '折志强')
    await left(phone, 5)
    // The key came with the first code shown; the page is loaded.
    await openCode(phone)
    await phone.getByRole('button', { name: '返回' }).click()
    await left(phone, 5)

    watch.cut = true
    await phone.context().setOffline(true)
    const digits = await openCode(phone)
    const read = { qr: digits, barcode: digits }
    // Polled, since the page slides in.
    await expect.poll(() => scan(phone), { timeout: 5_000 }).toEqual({ zxing: read, zbar: read })
    await till.reload()
    const paid = await ringUp(till, { bill: '85', code: digits })
    expect(paid.title).toBe('已抵扣 80 元')

    await phone.context().setOffline(false)
    watch.cut = false
    // Nobody taps: one of the scheduled moments brings it.
    expect(await resultAfterAnswer(phone)).toBeLessThan(1_000)
    await phone.getByRole('button', { name: '知道了' }).click()
    await left(phone, 3)
  })
})

it('no page erred, asked a foreign host or used an API that only pretends to work', () => {
  expect(watches.length).toBeGreaterThan(0)
  expect(watches.flatMap(({ found }) => found)).toEqual([])
})
