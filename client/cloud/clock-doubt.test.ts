import { describe, expect, it } from 'vitest'
import { type ClockFacts, clockInDoubt } from './clock-doubt'

const usual: ClockFacts = { wallMs: 60_000, elapsedMs: 60_000, heardSinceStart: true, online: true, offsetAgeMs: 60_000 }

describe('whether the clock can be trusted', () => {
  it('trusts a clock that ran as time did', () => expect(clockInDoubt(usual)).toBe(false))
  it('overlooks 20 s', () => expect(clockInDoubt({ ...usual, wallMs: 80_000 })).toBe(false))
  it('doubts a clock that was put on', () => expect(clockInDoubt({ ...usual, wallMs: 80_001 })).toBe(true))
  it('doubts a clock that was put back', () => expect(clockInDoubt({ ...usual, wallMs: -3_600_000 })).toBe(true))
  it('doubts a cold start without network after more than a day', () =>
    expect(clockInDoubt({ ...usual, heardSinceStart: false, online: false, offsetAgeMs: 86_400_001 })).toBe(true))
  it('trusts a cold start without network within the day', () =>
    expect(clockInDoubt({ ...usual, heardSinceStart: false, online: false, offsetAgeMs: 86_400_000 })).toBe(false))
  it('waits for the answer when there is a network', () => expect(clockInDoubt({ ...usual, heardSinceStart: false, offsetAgeMs: 1e10 })).toBe(false))
})
