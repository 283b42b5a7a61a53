import { describe, expect, it } from 'vitest'
import { code128c } from './barcode'

describe('Code 128-C', () => {
  it('draws 20 digits in 145 modules, beginning and ending with a bar', () => {
    const bars = code128c('88174711860441661180')
    expect(bars.reduce((sum, width) => sum + width, 0)).toBe(145)
    expect(bars.length % 2).toBe(1)
  })
})
