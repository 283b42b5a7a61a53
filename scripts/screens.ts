import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser/launch'
import { startCity } from '#tests/e2e/city'
import { consentAndBind, openCode, shownDigits, signInFromBank } from '#tests/e2e/phone'
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

  await phone.goto(city.url)
  await phone.getByRole('radio').nth(3).waitFor()
  await snap(phone, 'bank-app')
  await button('打开惠民消费券').click()
  await button('开始核验').waitFor()
  await snap(phone, 'not-bound')
  await button('开始核验').click()
  await button(/^用掌上银行核验/).waitFor()
  await snap(phone, 'verify')
  await signInFromBank(phone, city.url, payers[round] ?? '')
  await snap(phone, 'consents')
  await consentAndBind(phone)
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

  await offline(phone, till, code, snap)
  await button('商户').click()
  await phone.getByRole('button', { name: /麟州老面馆/ }).first().waitFor()
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
    await home(phone)
  }
  await reverse(till, paid.number)
  await snap(till, 'till-reversed')
  await elder(phone, snap)
  await Promise.all([phone.context().close(), till.context().close()])
}

/** Back to the first screen, and its slide ended: a tap during the slide is lost. */
async function home(phone: Page): Promise<void> {
  while (!phone.url().includes('/pages/wallet/')) {
    await phone.getByRole('button', { name: '返回' }).click()
    await phone.waitForTimeout(settledMs)
  }
  await phone.waitForTimeout(settledMs)
}

/** A code shown without the network, tried on a bill that is too small, and the refusal on the phone. */
async function offline(phone: Page, till: Page, spent: string, snap: Snap): Promise<void> {
  await phone.context().setOffline(true)
  await openCode(phone)
  await snap(phone, 'pay-offline')
  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: '试一试' }).click()
  await phone.waitForTimeout(settledMs)
  await snap(phone, 'self-test')
  await phone.getByRole('button', { name: '回到付款码' }).click()
  await till.reload()
  await ringUp(till, { bill: '30', code: await unspent(phone, spent) })
  await phone.getByRole('button', { name: '查结果' }).click()
  await phone.getByText('没有扣券').first().waitFor()
  await snap(phone, 'refused')
  await home(phone)
}

/** The code that stands on the phone once the spent one has been replaced. */
async function unspent(phone: Page, spent: string): Promise<string> {
  for (;;) {
    const code = await shownDigits(phone)
    if (code !== spent) return code
    await phone.waitForTimeout(settledMs)
  }
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
