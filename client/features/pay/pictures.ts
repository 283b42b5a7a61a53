import qrcode from 'qrcode-generator'
import { svgUrl } from '../../art/svg'
import { code128c } from './barcode'
import { gifUrl } from './gif'

// Both pictures are counted in modules, quiet zones included. Shown at a whole number of device pixels a module they have no grey
// edge on any phone: as an SVG, or, where a web view will not draw one, as a GIF of just those device pixels.

const qrModules = 21
const qrQuiet = 4
const barQuiet = 10
/** Width of the barcode of 20 digits, in modules, with its quiet zones. */
const barcodeModules = 145 + 2 * barQuiet

/** Rows of dark and light modules. */
type Modules = readonly (readonly boolean[])[]
export type Picture = { width: number; height: number; svg: string; gif: (pixelRatio: number) => string }

/** The QR (version 1) of 20 digits, `module` CSS pixels a module, quiet zone inside. Level Q: a quarter of it may be spoilt. */
export function qrPicture(digits: string, module: number): Picture {
  const code = qrcode(1, 'Q')
  code.addData(digits, 'Numeric')
  code.make()
  const size = qrModules + 2 * qrQuiet
  const inside = (place: number): boolean => place >= qrQuiet && place < qrQuiet + qrModules
  const dark = (row: number, column: number): boolean => inside(row) && inside(column) && code.isDark(row - qrQuiet, column - qrQuiet)
  const modules = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => dark(row, column)))
  return picture(modules, module, module * size)
}

/** The barcode of 20 digits, `module` CSS pixels a module, quiet zones inside. */
export function barcodePicture(digits: string, module: number, height: number): Picture {
  const light = Array<boolean>(barQuiet).fill(false)
  const bars = code128c(digits).flatMap((width, i) => Array<boolean>(width).fill(i % 2 === 0))
  return picture([[...light, ...bars, ...light]], module, height)
}

function picture(modules: Modules, module: number, height: number): Picture {
  const wide = modules[0]?.length ?? 0
  const high = modules.length
  const width = module * wide
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${wide} ${high}" preserveAspectRatio="none" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${wide}v${high}H0z"/><path d="${modules.map(rowPath).join('')}"/></svg>`
  return {
    width,
    height,
    svg: svgUrl(svg),
    gif: (pixelRatio) => {
      const scale = Math.max(1, Math.round(module * pixelRatio))
      const rows = high === 1 ? 1 : high * scale
      return gifUrl(wide * scale, rows, (x, y) => modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true)
    },
  }
}

/** The dark runs of a row, as rectangles one module high. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    const run = x - from + 1
    path += `M${from} ${y}h${run}v1h-${run}z`
  }
  return path
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
