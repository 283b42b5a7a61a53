import { describe, expect, it } from 'vitest'
import { nextAsk } from './ask-moments'

const quiet = [4, 9, 18, 30]

describe('when the result is asked for', () => {
  it('first 4 s after opening', () => expect(nextAsk(quiet, 1_000, 1_000)).toBe(4_000))
  it('then at the moments counted from opening, not from the last question', () => {
    expect(nextAsk(quiet, 0, 4_000)).toBe(5_000)
    expect(nextAsk(quiet, 0, 9_300)).toBe(8_700)
  })
  it('does not make up for what passed while the page slept', () => expect(nextAsk(quiet, 0, 20_000)).toBe(10_000))
  it('afterwards never', () => expect(nextAsk(quiet, 0, 30_000)).toBeNull())
  it('never of itself when the gate says so', () => expect(nextAsk([], 0, 0)).toBeNull())
})
