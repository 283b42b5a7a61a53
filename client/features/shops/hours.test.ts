import { describe, expect, it } from 'vitest'
import { hoursWords, isOpen } from './hours'

const at = (time: string): number => Date.parse(`2023-01-21T${time}:00+08:00`)

describe('opening hours', () => {
  it('are Shanghai’s, over midnight too', () => {
    expect(isOpen('07:00-21:30', at('12:03'))).toBe(true)
    expect(isOpen('07:00-21:30', at('06:59'))).toBe(false)
    expect(isOpen('07:00-21:30', at('21:30'))).toBe(false)
    expect(isOpen('22:00-02:00', at('12:03'))).toBe(false)
    expect(isOpen('22:00-02:00', at('01:00'))).toBe(true)
    expect(isOpen('00:00-24:00', at('12:03'))).toBe(true)
    expect(isOpen('', at('12:03'))).toBe(false)
  })
  it('are said without leading zeros', () => {
    expect(hoursWords('07:00-21:30')).toBe('每天 7:00 至 21:30')
    expect(hoursWords('00:00-24:00')).toBe('每天 24 小时')
  })
})
