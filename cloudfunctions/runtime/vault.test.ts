import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeKey, encodeKey, readEnv } from './env.ts'
import { openVault } from './vault.ts'

const key = (fill: number) => encodeKey(new Uint8Array(32).fill(fill))
const vault = openVault(readEnv({ KEY_PEPPER: key(1), KEY_FIELD: key(2) }))
const place = { collection: 'roster', id: '12345', field: 'name' }

describe('keys in the environment', () => {
  it('fit the platform’s rule and come back whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(encodeKey(bytes)).toMatch(/^[a-z][0-9a-z_]{1,63}$/)
        expect(decodeKey('X', encodeKey(bytes))).toEqual(bytes)
      }),
    )
  })
  it('stop the function when they are malformed, without being printed', () => {
    expect(() => readEnv({ KEY_FIELD: 'kaaaa' })).toThrow(/^KEY_FIELD must be k \+ base32 of 32 bytes$/)
    expect(() => vault.key('WRAP')).toThrow('this function has no KEY_WRAP')
  })
})

describe('sealed values', () => {
  it('open where they were sealed and nowhere else', () => {
    const sealed = vault.seal('王秀兰', place)
    expect(sealed).not.toContain('王')
    expect(vault.open(sealed, place)).toBe('王秀兰')
    for (const other of [{ ...place, id: '1' }, { ...place, field: 'phone' }, { ...place, collection: 'cases' }]) expect(() => vault.open(sealed, other)).toThrow()
    const other = openVault(readEnv({ KEY_FIELD: key(3) }))
    expect(() => other.open(sealed, place)).toThrow()
  })
  it('are found by a hash that needs the pepper', () => {
    expect(vault.idHash('1')).toBe(vault.idHash('1'))
    expect(openVault(readEnv({ KEY_PEPPER: key(9) })).idHash('1')).not.toBe(vault.idHash('1'))
    expect(vault.idHash('1')).not.toBe(vault.phoneHash('1'))
  })
})
