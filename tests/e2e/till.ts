import type { Page } from 'playwright-core'

export const tillScreen = { viewport: { width: 1024, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

/** What the till shows after an answer: its title, its check word (if any) and the order's number. */
export type TillAnswer = { title: string; word: string | null; number: string; text: string }

/** Rings up a bill with a scanned code. `number` sends it again under an order number that was used. */
export async function ringUp(till: Page, { bill, code, number }: { bill: string; code: string; number?: string }): Promise<TillAnswer> {
  const next = till.getByRole('button', { name: /^下一笔/ })
  if (await next.isVisible()) await next.click()
  const result = till.getByRole('region', { name: '结果' })
  await till.getByLabel('账单金额').fill(bill)
  if (number) {
    const field = till.getByLabel(/^单号/)
    if (!(await field.isVisible())) await till.getByText('高级').click()
    await field.fill(number)
  }
  await till.getByLabel('顾客的付款码').fill(code)
  await till.getByRole('button', { name: /^扣 \d 张券/ }).click()
  return answer(till, result)
}

/** Reverses a trade from the till's roll. */
export async function reverse(till: Page, number: string): Promise<TillAnswer> {
  const trade = till.getByRole('listitem').filter({ hasText: number })
  await trade.locator('summary').click()
  await trade.getByRole('button', { name: '撤销' }).click()
  return answer(till, till.getByRole('region', { name: '结果' }))
}

async function answer(till: Page, result: ReturnType<Page['getByRole']>): Promise<TillAnswer> {
  const title = result.getByRole('heading', { level: 2 }).filter({ hasText: /已抵扣|没有扣券|已撤销|不知道|没有办成/ })
  await title.waitFor()
  const words = till.getByRole('img', { name: /^核对字：/ })
  const word = (await words.count()) > 0 ? ((await words.getAttribute('aria-label')) ?? '').slice('核对字：'.length) : null
  const text = await result.innerText()
  return { title: await title.innerText(), word, number: /单号 (\S+)/.exec(text)?.[1] ?? '', text }
}
