import type { BrowserContext, Page } from 'playwright-core'

/** What must never happen on any page of a journey: errors, foreign hosts, APIs that only pretend to work. */
export type Watch = { found: string[]; /** While the test itself cuts the network, what the browser says about that is no finding. */ cut: boolean }

export async function watchContext(context: BrowserContext, origin: string): Promise<Watch> {
  const watch: Watch = { found: [], cut: false }
  const say = (page: Page, text: string) => watch.found.push(`${page.url().split('?')[0]}: ${text}`)
  await context.exposeBinding('tellUnsupported', ({ page }) => say(page, 'used an API that Taro does not support on H5'))
  // Taro resolves such a call as if it had worked and tells only its own event centre, which looks its listeners up by this name.
  await context.addInitScript(() => {
    Object.defineProperty(Object.prototype, '__taroNotSupport', {
      configurable: true,
      get: () => void (window as unknown as { tellUnsupported(): void }).tellUnsupported(),
    })
  })
  context.on('page', (page) => {
    page.on('pageerror', (error) => say(page, String(error)))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      if (watch.cut && message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return
      say(page, message.text())
    })
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http') && url.origin !== origin) say(page, `asked ${url.host}`)
    })
  })
  return watch
}
