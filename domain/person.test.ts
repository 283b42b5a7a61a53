import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idCheckCharacter, isIdNumber, maskIdNumber, normaliseIdNumber } from './id-number.ts'
import { maskName, maskPhone, normaliseName, normalisePhone } from './person.ts'

const digits17 = fc
  .tuple(fc.integer({ min: 1900, max: 2022 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 999 }))
  .map(([y, m, d, n]) => `990101${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${String(n).padStart(3, '0')}`)

describe('the ID number (GB 11643)', () => {
  it("accepts the standard's own examples", () => {
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('440524188001010014')).toBe(true)
  })
  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(digits17, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
        const id = first + idCheckCharacter(first)
        expect(isIdNumber(id)).toBe(true)
        expect(isIdNumber(id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1))).toBe(false)
      }),
    )
  })
  it('refuses a day that is in no calendar', () => {
    const first = '99010119990230001'
    expect(isIdNumber(first + idCheckCharacter(first))).toBe(false)
  })
  it('forgives full-width digits, spaces and a small x', () => {
    expect(normaliseIdNumber(' １１０１０５ 19491231 002x ')).toBe('11010519491231002X')
  })
})

describe('what is shown of a person', () => {
  it('is masked', () => {
    expect(maskName('王秀兰')).toBe('*秀兰')
    expect(maskName('王')).toBe('*')
    expect(maskIdNumber('61080119580312002X')).toBe('6****************X')
    expect(maskPhone('13812345678')).toBe('138****5678')
  })
  it('compares names written with any middle dot or width', () => {
    expect(normaliseName('阿依古丽 • 买买提')).toBe(normaliseName('阿依古丽·买买提'))
  })
  it('reads phones as people write them', () => {
    expect(normalisePhone('+86 138-1234-5678')).toBe('13812345678')
    expect(normalisePhone('1381234567')).toBeNull()
  })
})
