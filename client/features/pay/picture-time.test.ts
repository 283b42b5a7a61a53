import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepOf } from '../../../domain/payment-code'
import { replacedAt } from './picture-time'

const drawn = fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 })

describe('the picture of the code', () => {
  it('stays at least 15 s and is never older than one step', () => {
    fc.assert(
      fc.property(drawn, (at) => {
        const until = replacedAt(at)
        expect(until - at).toBeGreaterThanOrEqual(15_000)
        expect(stepOf(until - 1) - stepOf(at)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
