import type { Page } from 'playwright-core'
import { decodeWithZbar, decodeWithZxing, type Decoded } from '#tests/browser/decode'

export const phoneScreen = { viewport: { width: 375, height: 667 }, deviceScaleFactor: 2, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true } as const

/** From the bank's app to the first sight of the vouchers: sign-in, two consents, bound. */
export async function bindFromBank(page: Page, url: string, resident: string): Promise<void> {
  await signInFromBank(page, url, resident)
  await consentAndBind(page)
}

/** Until the bank has vouched and the two consents are asked for. */
export async function signInFromBank(page: Page, url: string, resident: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('radio', { name: new RegExp(`^${resident}，`) }).check({ force: true })
  await page.getByRole('button', { name: '打开惠民消费券' }).click()
  await page.getByRole('button', { name: '开始核验' }).click()
  // The bank's app signs the ticket and comes back to the first screen by itself; from then on the cloud knows who asks.
  const vouched = page.waitForResponse((response) => /"action":"home".*"session"/.test(response.request().postData() ?? ''))
  await page.getByRole('button', { name: /^用掌上银行核验/ }).click()
  await vouched
  await page.waitForURL(/#\/pages\/wallet\/index/)
  await page.getByRole('button', { name: '开始核验' }).click()
  await page.getByRole('checkbox', { name: /^用身份证号核对参保名册/ }).waitFor()
}

export async function consentAndBind(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^用身份证号核对参保名册/ }).click()
  await page.getByRole('checkbox', { name: /^把核验结果交给发券的两家银行/ }).click()
  await page.getByRole('button', { name: '开始核验' }).last().click()
  await page.getByRole('heading', { name: /张可用，共/ }).waitFor()
}

/** Opens the code; returns the 20 digits that stand on the screen. */
export async function openCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: '出示付款码' }).click()
  return shownDigits(page)
}

export async function shownDigits(page: Page): Promise<string> {
  const digits = await page.getByRole('img', { name: '付款码的数字' }).innerText()
  return digits.replace(/\s/g, '')
}

/** What two scanners that share no code read from the phone's screen. */
export async function scan(page: Page): Promise<{ zxing: Decoded; zbar: Decoded }> {
  const png = await page.screenshot()
  return { zxing: await decodeWithZxing(png), zbar: await decodeWithZbar(png) }
}
