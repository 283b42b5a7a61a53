import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser/launch'
import { startCity } from '#tests/e2e/city'
import { bindFromBank, openCode } from '#tests/e2e/phone'
import { reverse, ringUp } from '#tests/e2e/till'

// Pictures of every screen, taken from the running product: small ones for the README, sharp ones to look at.

const root = path.resolve(__dirname, '..')
const places = [
  { folder: path.join(root, 'docs/pictures'), ratio: 1 },
  { folder: path.join(root, '.cache/screens'), ratio: 2 },
]
const phoneSize = { width: 375, height: 667 }
const tillSize = { width: 1024, height: 768 }
const settledMs = 500

type Snap = (page: Page, name: string) => Promise<void>

async function main(): Promise<void> {
  const city = await startCity()
  const browser = await launchBrowser()
  try {
    for (const [round, { folder, ratio }] of places.entries()) {
      mkdirSync(folder, { recursive: true })
      const snap: Snap = async (page, name) => {
        // Pages slide in, and fonts and pictures come a moment later.
        await page.waitForTimeout(settledMs)
        writeFileSync(path.join(folder, `${name}.png`), await page.screenshot())
        console.log(path.relative(root, path.join(folder, `${name}.png`)))
      }
      await walk(browser, city, ratio, snap, round)
    }
  } finally {
    await browser.close()
    await city.stop()
  }
}

const open = async (browser: Browser, viewport: typeof phoneSize, ratio: number): Promise<Page> => {
  const context = await browser.newContext({ viewport, deviceScaleFactor: ratio, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

// Each round pays with another resident, since the vouchers of the first are used.
const payers = ['王秀兰', '折志强']

async function walk(browser: Browser, city: { url: string; till: string }, ratio: number, snap: Snap, round: number): Promise<void> {
  const phone = await open(browser, phoneSize, ratio)
  const till = await open(browser, tillSize, ratio)
  const button = (name: string | RegExp) => phone.getByRole('button', { name })
  const back = () => button('返回').click()

  await phone.goto(city.url)
  await phone.getByRole('radio').nth(3).waitFor()
  await snap(phone, 'bank-app')
  await button('打开惠民消费券').click()
  await button('开始核验').waitFor()
  await snap(phone, 'not-bound')
  await button('开始核验').click()
  await button(/^用掌上银行核验/).waitFor()
  await snap(phone, 'verify')
  await bindFromBank(phone, city.url, payers[round] ?? '')
  await snap(phone, 'wallet')

  await till.goto(city.till)
  await till.getByRole('button', { name: /^扣 \d 张券/ }).waitFor()
  await snap(till, 'till')
  const code = await openCode(phone)
  await snap(phone, 'pay')
  const paid = await ringUp(till, { bill: '85', code })
  await snap(till, 'till-success')
  await button('查结果').click()
  await phone.getByText('已抵扣').waitFor()
  await snap(phone, 'result')
  await button('知道了').click()
  await phone.getByRole('heading', { name: /3 张可用/ }).waitFor()
  await snap(phone, 'wallet-used')
  await ringUp(till, { bill: '85', code })
  await snap(till, 'till-refused')

  await offline(phone, snap)
  await button('商户').click()
  await phone.waitForTimeout(1_000)
  await snap(phone, 'shops')
  await phone.getByRole('button', { name: /麟州老面馆/ }).first().click()
  await snap(phone, 'shop')
  await home(phone)
  for (const [name, screen] of [
    ['使用记录', 'history'],
    ['找人帮', 'help'],
  ] as const) {
    await button('我的').click()
    if (screen === 'history') await snap(phone, 'me')
    await button(new RegExp(`^${name}`)).click()
    await phone.waitForTimeout(500)
    await snap(phone, screen)
    await back()
    await back()
  }
  await reverse(till, paid.number)
  await snap(till, 'till-reversed')
  await elder(phone, snap)
  await Promise.all([phone.context().close(), till.context().close()])
}

const home = async (phone: Page): Promise<void> => {
  const back = phone.getByRole('button', { name: '返回' })
  while (!(await phone.getByRole('button', { name: '我的' }).isVisible()) || !(await phone.getByRole('button', { name: '出示付款码' }).isVisible()) || (await back.isVisible())) {
    await back.click()
    await phone.waitForTimeout(settledMs)
  }
}

async function offline(phone: Page, snap: Snap): Promise<void> {
  await phone.context().setOffline(true)
  await openCode(phone)
  await snap(phone, 'pay-offline')
  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: '返回' }).click()
}

async function elder(phone: Page, snap: Snap): Promise<void> {
  await phone.getByRole('button', { name: '我的' }).click()
  await phone.getByRole('checkbox', { name: /^大字模式/ }).click()
  await snap(phone, 'me-elder')
  await phone.getByRole('button', { name: '返回' }).click()
  await snap(phone, 'wallet-elder')
  await openCode(phone)
  await snap(phone, 'pay-elder')
}

main().catch((error: Error) => {
  console.error(error)
  process.exitCode = 1
})
