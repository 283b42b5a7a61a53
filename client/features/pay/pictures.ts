import qrcode from 'qrcode-generator'
import { svgUrl } from '../../art/svg'
import { code128c } from './barcode'

// Both pictures are SVGs whose viewBox is counted in modules, quiet zones included. Shown at a whole number of device pixels a
// module they have no grey edge on any phone.

const qrModules = 21
const qrQuiet = 4
const barQuiet = 10
/** Width of the barcode of 20 digits, in modules, with its quiet zones. */
const barcodeModules = 145 + 2 * barQuiet

export type Picture = { url: string; width: number; height: number }

/** The QR (version 1) of 20 digits, `module` CSS pixels a module, quiet zone inside. Level Q: a quarter of it may be spoilt. */
export function qrPicture(digits: string, module: number): Picture {
  const code = qrcode(1, 'Q')
  code.addData(digits, 'Numeric')
  code.make()
  const size = qrModules + 2 * qrQuiet
  let path = ''
  for (let row = 0; row < qrModules; row++) {
    for (let column = 0; column < qrModules; column++) {
      if (!code.isDark(row, column)) continue
      const from = column
      while (column + 1 < qrModules && code.isDark(row, column + 1)) column++
      path += bar(from + qrQuiet, row + qrQuiet, column - from + 1)
    }
  }
  return picture(path, size, size, module * size, module * size)
}

/** The barcode of 20 digits, `module` CSS pixels a module, quiet zones inside. */
export function barcodePicture(digits: string, module: number, height: number): Picture {
  let at = barQuiet
  let path = ''
  for (const [i, width] of code128c(digits).entries()) {
    if (i % 2 === 0) path += bar(at, 0, width)
    at += width
  }
  return picture(path, barcodeModules, 1, module * barcodeModules, height)
}

/** A black rectangle one module high. */
const bar = (x: number, y: number, width: number): string => `M${x} ${y}h${width}v1h-${width}z`

function picture(path: string, boxWidth: number, boxHeight: number, width: number, height: number): Picture {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${boxWidth} ${boxHeight}" preserveAspectRatio="none" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${boxWidth}v${boxHeight}H0z"/><path d="${path}"/></svg>`
  return { url: svgUrl(svg), width, height }
}

/** CSS pixels a module: at most `wanted`, fitting into `room`, and always whole device pixels. */
function moduleSize(modules: number, wanted: number, room: number, pixelRatio: number): number {
  const devicePixels = Math.floor(Math.min(wanted, room / modules) * pixelRatio + 1e-9)
  return Math.max(1, devicePixels) / pixelRatio
}

/** A barcode's module: 2 CSS pixels where the card is wide enough, 1.5 at 320 px. */
export const barcodeModule = (pixelRatio: number, cardWidth: number): number => moduleSize(barcodeModules, 2, cardWidth, pixelRatio)

/** A QR's module: 9 CSS pixels. */
export const qrModule = (pixelRatio: number, cardWidth: number): number => moduleSize(qrModules + 2 * qrQuiet, 9, cardWidth, pixelRatio)
