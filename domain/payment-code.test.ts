import { createHmac } from 'node:crypto'
import { FF1 } from '@noble/ciphers/ff1.js'
import fc from 'fast-check'
// sm-crypto has no types of its own.
// @ts-expect-error untyped module
import sm from 'sm-crypto'
import { describe, expect, it } from 'vitest'
import vector from '../tests/vectors/paycode.json'
import { dammDigit, isDamm } from './damm.ts'
import { aliasTweak, composeCode, dayOf, otpFrom, parseCode, secretMessage, slotOf, startOfStep, stepBytes, stepOf, walletNoOf } from './payment-code.ts'
import { shanghaiDay } from './shanghai.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const sm3 = (key: Uint8Array, message: Uint8Array) => bytes(sm.sm3([...message], { key: Buffer.from(key).toString('hex') }))
const sha256 = (key: Uint8Array, message: Uint8Array) => new Uint8Array(createHmac('sha256', key).update(message).digest())

describe('the payment code', () => {
  it.each([
    ['sha256', sha256, 1],
    ['sm3', sm3, 2],
  ] as const)('equals the published vector with %s', (name, hmac, epoch) => {
    const step = stepOf(vector.unix * 1000)
    expect(step).toBe(vector.step)
    expect(dayOf(step)).toBe(vector.day)
    expect(aliasTweak(vector.env, vector.day)).toBe(vector.tweak)
    const ff1 = FF1(10, bytes(vector.K_alias), new TextEncoder().encode(vector.tweak))
    const alias = ff1.encrypt([...String(vector.slot).padStart(9, '0')].map(Number)).join('')
    expect(alias).toBe(vector.alias)
    const secret = hmac(bytes(vector.K_otp), new TextEncoder().encode(secretMessage(vector.env, vector.slot, vector.gen)))
    expect(Buffer.from(secret).toString('hex')).toBe(vector[name].secret)
    const otp = otpFrom(hmac(secret, stepBytes(step)))
    expect(otp).toBe(vector[name].otp)
    expect(composeCode({ prefix: '88', epoch, alias, otp })).toBe(vector[name].code)
  })

  it('is read back as it was composed, and never in another environment', () => {
    const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))
    fc.assert(
      fc.property(digits(9), digits(7), fc.integer({ min: 1, max: 8 }), (alias, otp, epoch) => {
        const code = composeCode({ prefix: '88', epoch, alias, otp })
        expect(parseCode(code, '88')).toEqual({ prefix: '88', epoch, alias, otp })
        expect(parseCode(code, '77')).toBeNull()
      }),
    )
  })

  it('finds every single wrong digit and every exchange of neighbours', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{19}$/), fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const code = body + dammDigit(body)
        const wrong = code.slice(0, at) + ((Number(code[at]) + by) % 10) + code.slice(at + 1)
        expect(isDamm(wrong)).toBe(false)
        const a = code[at] ?? ''
        const b = code[at + 1] ?? a
        if (a !== b) expect(isDamm(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false)
      }),
    )
  })

  it('wears the alias of the Shanghai day its step lies in, at midnight too, whatever the zone of the host', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }), (unix) => {
        const step = stepOf(unix * 1000)
        expect(dayOf(step)).toBe(shanghaiDay(startOfStep(step)))
      }),
    )
    const midnight = Date.parse('2023-01-20T00:00:00+08:00')
    expect(dayOf(stepOf(midnight - 1))).toBe(dayOf(stepOf(midnight)) - 1)
  })

  it('counts steps in 8 bytes, big-endian, beyond 32 bits', () => {
    expect([...stepBytes(2 ** 32 + 5)]).toEqual([0, 0, 0, 1, 0, 0, 0, 5])
  })

  it('finds the wallet from the slot', () => {
    expect(slotOf('12345', 6)).toBe(123456)
    expect(walletNoOf(123456)).toBe('12345')
  })
})
