import type { Browser, Page } from 'playwright-core'
import type { StartedCity } from './city.ts'

/** A page that fails the test on any error, any request to a foreign host, and any API Taro only pretends to have. */
export async function watchedPage(browser: Browser, viewport: { width: number; height: number }, troubles: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, timezoneId: 'UTC', locale: 'zh-CN' })
  const page = await context.newPage()
  page.on('pageerror', (error) => troubles.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    const cut = /ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(message.text())
    if (message.type() === 'error' && !cut) troubles.push(`console: ${message.text()}`)
    if (/暂不支持|not support/i.test(message.text())) troubles.push(`pretended API: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') troubles.push(`foreign host: ${hostname}`)
  })
  return page
}

/** Comes from the played bank app as the resident with this name, consents to both, and is at the wallet. */
export async function comeFromBank(page: Page, city: StartedCity, name: string): Promise<void> {
  await page.goto(city.url)
  await page.getByRole('radio', { name: new RegExp(name) }).first().check({ force: true })
  await page.getByRole('button', { name: '打开惠民消费券' }).click()
  await page.getByRole('button', { name: '开始核验' }).click()
  await page.getByRole('button', { name: /用掌上银行核验/ }).click()
  await page.getByRole('button', { name: '开始核验' }).click()
  for (const box of ['用身份证号核对参保名册', '把核验结果交给发券的两家银行']) await page.getByRole('checkbox', { name: new RegExp(box) }).click()
  await page.getByRole('button', { name: '开始核验' }).click()
  await page.getByRole('heading', { name: '5 张可用，共 200 元' }).waitFor()
}

/** The digits the code page shows. */
export async function shownDigits(page: Page): Promise<string> {
  const digits = page.getByRole('img', { name: '付款码的数字' })
  await digits.waitFor()
  return ((await digits.textContent()) ?? '').replace(/\D/g, '')
}

/** Sends a bill at the till as a cashier would: amount, number of vouchers, digits, Enter. */
export async function payAtTill(till: Page, bill: string, vouchers: number, digits: string, number?: string): Promise<void> {
  const next = till.getByRole('button', { name: /下一笔/ })
  if (await next.count()) await next.click()
  await till.getByLabel('账单金额').fill(bill)
  await till.locator('#counts').getByText(String(vouchers), { exact: true }).click()
  if (number) {
    await till.locator('details.more').evaluate((details: HTMLDetailsElement) => {
      details.open = true
    })
    await till.locator('#number').fill(number)
  }
  const again = till.getByRole('button', { name: '重扫' })
  if (await again.isVisible()) await again.click()
  await till.locator('#code').fill(digits)
  await till.locator('#code').press('Enter')
}
