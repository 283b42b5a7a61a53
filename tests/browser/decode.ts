import { readFileSync } from 'node:fs'
import path from 'node:path'
import { scanRGBABuffer, ZBarSymbolType } from '@undecaf/zbar-wasm'
import { PNG } from 'pngjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** What a scanner reads from a picture: the text of its QR code and of its Code 128 barcode. */
export type Decoded = { qr?: string; barcode?: string }

const wasm = readFileSync(path.resolve(__dirname, '../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))
// Without the bytes the package would fetch them from a CDN.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** Reads a PNG with ZXing. */
export async function decodeWithZxing(png: Buffer): Promise<Decoded> {
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode', 'Code128'], tryHarder: true })
  return {
    qr: found.find(({ format }) => format === 'QRCode')?.text,
    barcode: found.find(({ format }) => format === 'Code128')?.text,
  }
}

/** Reads a PNG with ZBar, the second opinion: the two share no code. */
export async function decodeWithZbar(png: Buffer): Promise<Decoded> {
  const { data, width, height } = PNG.sync.read(png)
  const pixels = new Uint8Array(data).buffer
  const found = await scanRGBABuffer(pixels, width, height)
  const text = (type: ZBarSymbolType): string | undefined => found.find((symbol) => symbol.type === type)?.decode()
  return { qr: text(ZBarSymbolType.ZBAR_QRCODE), barcode: text(ZBarSymbolType.ZBAR_CODE128) }
}
