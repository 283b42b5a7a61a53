import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowOf } from './window'

describe('the rows that are drawn', () => {
  it('cover the screen and stay few, wherever the finger is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 450_000 }), (count, scrolled) => {
        const [top, screen, row] = [230, 667, 88]
        const { from, to } = windowOf(scrolled, top, screen, row, count)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(count)
        expect(to - from).toBeLessThanOrEqual(50)
        const first = Math.max(0, Math.floor((scrolled - top) / row))
        const last = Math.min(count, Math.ceil((scrolled - top + screen) / row))
        if (first < count) {
          expect(from).toBeLessThanOrEqual(first)
          expect(to).toBeGreaterThanOrEqual(last)
        }
      }),
    )
  })
})
