import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from './gb18030.ts'

const back = (bytes: Buffer): string => new TextDecoder('gb18030').decode(bytes)

describe('GB18030', () => {
  test('is read back as it was written: one, two and four bytes', () => {
    const text = 'ABC,123\r\n王秀兰 一䶮 𬱖 㐂 ·—，１２ é ü'
    expect(back(encodeGb18030(text))).toBe(text)
  })
  test('common characters take two bytes, rare ones four', () => {
    expect([encodeGb18030('A').length, encodeGb18030('神').length, encodeGb18030('𬱖').length, encodeGb18030('㐂').length]).toEqual([1, 2, 4, 4])
  })
  test('every character of the first two bytes’ table survives', () => {
    const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')
    expect(back(encodeGb18030(all))).toBe(all)
  })
})
