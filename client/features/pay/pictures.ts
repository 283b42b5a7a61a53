import qrcode from 'qrcode-generator'
import { svgUrl } from '../../art/svg'
import { code128c } from './barcode'

const qrModules = 21
const qrQuiet = 4
const barQuiet = 10

export type Picture = { url: string; width: number; height: number }

/** The QR (version 1) of 20 digits, `module` CSS pixels a module, quiet zone inside. */
export function qrPicture(digits: string, module: number): Picture {
  const code = qrcode(1, 'M')
  code.addData(digits, 'Numeric')
  code.make()
  const size = qrModules + 2 * qrQuiet
  let path = ''
  for (let row = 0; row < qrModules; row++) for (let column = 0; column < qrModules; column++) if (code.isDark(row, column)) path += `M${column + qrQuiet} ${row + qrQuiet}h1v1h-1z`
  return picture(path, size, size, module * size, module * size)
}

/** The barcode of 20 digits, `module` CSS pixels a module, quiet zones inside. */
export function barcodePicture(digits: string, module: number, height: number): Picture {
  let at = barQuiet
  let path = ''
  for (const [i, width] of code128c(digits).entries()) {
    if (i % 2 === 0) path += `M${at} 0h${width}v1h-${width}z`
    at += width
  }
  return picture(path, at + barQuiet, 1, module * (at + barQuiet), height)
}

function picture(path: string, boxWidth: number, boxHeight: number, width: number, height: number): Picture {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${boxWidth} ${boxHeight}" preserveAspectRatio="none" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${boxWidth}v${boxHeight}H0z"/><path d="${path}"/></svg>`
  return { url: svgUrl(svg), width, height }
}

/** Whole device pixels a module, so that no edge is grey: 2 CSS pixels where they fit, 1.5 on a narrow screen. */
export function barcodeModule(pixelRatio: number, windowWidth: number): number {
  const wanted = windowWidth < 360 ? 1.5 : 2
  return Math.max(1, Math.floor(wanted * pixelRatio)) / pixelRatio
}

/** The same for the QR's 9 CSS pixels. */
export const qrModule = (pixelRatio: number): number => Math.floor(9 * pixelRatio) / pixelRatio
