// Node reads GB18030 but does not write it; the table is made by asking its decoder.

let twoByte: Map<string, number> | null = null

function table(): Map<string, number> {
  if (twoByte) return twoByte
  const decoder = new TextDecoder('gb18030')
  twoByte = new Map()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(high, low))
      if ([...character].length === 1 && character !== '\ufffd' && !twoByte.has(character)) twoByte.set(character, (high << 8) | low)
    }
  }
  return twoByte
}

/** Beyond the first plane the code is a plain count (WHATWG Encoding, gb18030 ranges). */
const firstPlane = 0x10000
const firstPointer = 189_000

/** The four bytes of a rare character: counted beyond the first plane, looked for within it. */
function fourBytes(character: string): number[] {
  const code = character.codePointAt(0) ?? 0
  if (code >= firstPlane) {
    const at = code - firstPlane + firstPointer
    return [0x81 + Math.floor(at / 12_600), 0x30 + (Math.floor(at / 1_260) % 10), 0x81 + (Math.floor(at / 10) % 126), 0x30 + (at % 10)]
  }
  const decoder = new TextDecoder('gb18030')
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++)
        for (let d = 0x30; d <= 0x39; d++) if (decoder.decode(Uint8Array.of(a, b, c, d)) === character) return [a, b, c, d]
  throw new RangeError('half a character has no bytes')
}

/** Text as GB18030 bytes, as 医保局's exports come. */
export function encodeGb18030(text: string): Buffer {
  const bytes: number[] = []
  const rare = new Map<string, number[]>()
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else {
      const pair = table().get(character)
      if (pair !== undefined) bytes.push(pair >> 8, pair & 255)
      else {
        const four = rare.get(character) ?? fourBytes(character)
        rare.set(character, four)
        bytes.push(...four)
      }
    }
  }
  return Buffer.from(bytes)
}
