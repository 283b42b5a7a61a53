import { describe, expect, it } from 'vitest'
import { code128c } from './barcode'

const pairOf = (value: number): number[] => code128c(String(value).padStart(2, '0')).slice(6, 12)
const pairs = Array.from({ length: 100 }, (_, value) => pairOf(value))

describe('Code 128-C', () => {
  const bars = code128c('88174711860441661180')
  it('draws 20 digits in 145 modules, beginning and ending with a bar', () => {
    expect(bars.reduce((sum, width) => sum + width, 0)).toBe(145)
    expect(bars.length % 2).toBe(1)
  })
  it('begins with start C and ends with stop', () => {
    expect(bars.slice(0, 6).join('')).toBe('211232')
    expect(bars.slice(-7).join('')).toBe('2331112')
  })
  it('gives every pair of digits 11 modules and a symbol of its own', () => {
    for (const pair of pairs) expect(pair.reduce((sum, width) => sum + width, 0)).toBe(11)
    expect(new Set(pairs.map(String)).size).toBe(100)
  })
  it('carries the check symbol of the standard', () => {
    // 105 + 88·1 + 17·2 + 47·3 + 11·4 + 86·5 + 4·6 + 41·7 + 66·8 + 11·9 + 80·10 = 2580, and 2580 mod 103 is 5: 131222.
    expect(bars.slice(66, 72).join('')).toBe('131222')
  })
})
