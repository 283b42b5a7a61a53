// A black-and-white GIF by hand, for a web view that will not draw an SVG: 3-bit start, LZW as the format wants it.

const minCodeSize = 2
const clear = 4
const end = 5
const largestCode = 4_095

/** Writes codes of growing width, least bit first. */
function bitWriter() {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  return {
    bytes,
    write(code: number, width: number): void {
      bits |= code << held
      held += width
      while (held >= 8) {
        bytes.push(bits & 255)
        bits >>>= 8
        held -= 8
      }
    },
    flush(): void {
      if (held > 0) bytes.push(bits & 255)
    },
  }
}

function lzw(pixels: Uint8Array): number[] {
  const out = bitWriter()
  let table = new Map<number, number>()
  let next = end + 1
  let width = minCodeSize + 1
  out.write(clear, width)
  let prefix = pixels[0] ?? 0
  for (let i = 1; i < pixels.length; i++) {
    const pixel = pixels[i] ?? 0
    const key = prefix * 4 + pixel
    const known = table.get(key)
    if (known !== undefined) {
      prefix = known
      continue
    }
    out.write(prefix, width)
    if (next > largestCode) {
      out.write(clear, width)
      table = new Map()
      next = end + 1
      width = minCodeSize + 1
    } else {
      table.set(key, next)
      if (next === 2 ** width) width += 1
      next += 1
    }
    prefix = pixel
  }
  out.write(prefix, width)
  out.write(end, width)
  out.flush()
  return out.bytes
}

const short = (value: number): number[] => [value & 255, value >> 8]

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base 64; a mini-program has no `btoa`. */
function base64(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map((sixth) => alphabet[sixth])
    const missing = Math.max(0, i + 3 - bytes.length)
    text += four.slice(0, 4 - missing).join('') + '='.repeat(missing)
  }
  return text
}

/** The bytes of a picture of `width × height` pixels, dark where `isDark` says so. */
export function gifBytes(width: number, height: number, isDark: (x: number, y: number) => boolean): number[] {
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[y * width + x] = isDark(x, y) ? 1 : 0
  const data = lzw(pixels)
  const blocks: number[] = []
  for (let i = 0; i < data.length; i += 255) {
    const block = data.slice(i, i + 255)
    blocks.push(block.length, ...block)
  }
  const white = [255, 255, 255]
  const black = [0, 0, 0]
  const header = [...'GIF89a'].map((character) => character.charCodeAt(0))
  // A palette of four, since the format knows no start width below 2 bits; the last two are never used.
  return [...header, ...short(width), ...short(height), 0x81, 0, 0, ...white, ...black, ...white, ...white, 0x2c, 0, 0, 0, 0, ...short(width), ...short(height), 0, minCodeSize, ...blocks, 0, 0x3b]
}

/** The same as a data URL. */
export const gifUrl = (width: number, height: number, isDark: (x: number, y: number) => boolean): string => `data:image/gif;base64,${base64(gifBytes(width, height, isDark))}`
