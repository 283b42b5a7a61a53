import { describe, expect, it } from 'vitest'
import { backOffMs } from './back-off'

describe('leaving the cloud alone', () => {
  it('waits 2 s after the first failure', () => expect(backOffMs(1, 0.99)).toBe(2_000))
  it('grows with every failure in a row', () => {
    expect(backOffMs(2, 1)).toBe(4_000)
    expect(backOffMs(3, 1)).toBe(8_000)
  })
  it('never waits longer than 30 s', () => {
    expect(backOffMs(20, 1)).toBe(30_000)
    expect(backOffMs(1, 0, 600)).toBe(30_000)
  })
  it('spreads the phones between the shortest and the ceiling', () => expect(backOffMs(5, 0.5)).toBe(16_000))
  it('keeps the wish of the cloud', () => expect(backOffMs(1, 0, 20)).toBe(20_000))
})
