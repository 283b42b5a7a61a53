import { describe, expect, it } from 'vitest'
import { asOf } from './as-of'

const at = (text: string): number => Date.parse(`${text}+08:00`)

describe('as of when', () => {
  it('today', () => expect(asOf(at('2023-01-21T12:03:00'), at('2023-01-21T23:59:00'))).toBe('截至 12:03'))
  it('yesterday, by Shanghai’s midnight', () => expect(asOf(at('2023-01-20T23:59:00'), at('2023-01-21T00:00:00'))).toBe('截至昨天 23:59'))
  it('longer ago', () => expect(asOf(at('2023-01-18T20:15:00'), at('2023-01-21T08:00:00'))).toBe('截至1月18日 20:15'))
  it('a clock that runs behind does not make it tomorrow', () => expect(asOf(at('2023-01-21T12:03:00'), at('2023-01-20T23:00:00'))).toBe('截至 12:03'))
})
