import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { decodeWithZbar, decodeWithZxing } from './decode.ts'
import { launchBrowser } from './launch.ts'

const digits = '88112345678901234563'
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const picture = async (html: string): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: { width: 375, height: 400 } })
  await page.setContent(`<body style="margin:0;background:#fff">${html}`)
  const png = await page.screenshot()
  await page.close()
  return png
}

const wasm = readFileSync(path.resolve(__dirname, '../../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm'))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
const svg = async (format: 'QRCode' | 'Code128', scale: number): Promise<string> => (await writeBarcode(digits, { format, scale })).svg

test('both decoders read a QR code and a barcode drawn by the browser', async () => {
  const png = await picture(`<p>${await svg('QRCode', 6)}</p><p>${await svg('Code128', 2)}</p>`)
  expect(await decodeWithZxing(png)).toEqual({ qr: digits, barcode: digits })
  expect(await decodeWithZbar(png)).toEqual({ qr: digits, barcode: digits })
})

test('a picture without a code decodes to nothing', async () => {
  const png = await picture('<p>神木市消费券</p>')
  expect(await decodeWithZxing(png)).toEqual({})
  expect(await decodeWithZbar(png)).toEqual({})
})

test('Chinese text is drawn with glyphs, not with the empty box of a missing font', async () => {
  const [one, other] = [await picture('<p>券</p>'), await picture('<p>码</p>')]
  expect(one.equals(other)).toBe(false)
})
