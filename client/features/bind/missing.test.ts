import { describe, expect, it } from 'vitest'
import { idCheckCharacter } from '#domain/id-number'
import { groupedId, missingOfConsents, missingOfTyped } from './missing'

const id = `99010119580312002${idCheckCharacter('99010119580312002')}`
const whole = { name: '王秀兰', idNumber: id, phoneCode: 'code' }

describe('what is missing before binding', () => {
  it('says one thing at a time, in the order of the form', () => {
    expect(missingOfTyped({ name: ' ', idNumber: '', phoneCode: '' })).toBe('还没填姓名')
    expect(missingOfTyped({ ...whole, idNumber: '' })).toBe('还没填身份证号')
    expect(missingOfTyped({ ...whole, idNumber: `${id.slice(0, 17)}?` })).toBe('身份证号不对，请检查')
    expect(missingOfTyped({ ...whole, phoneCode: '' })).toBe('还没验手机号')
    expect(missingOfTyped(whole)).toBeNull()
  })
  it('forgives spaces and full-width digits', () => {
    const wide = [...id].map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(' ')
    expect(missingOfTyped({ ...whole, idNumber: wide })).toBeNull()
    expect(groupedId(wide)).toBe(`${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`)
    expect(groupedId('990101')).toBe('990101')
  })
  it('counts the consents', () => {
    expect(missingOfConsents({ match: false, share: false })).toBe('还有 2 项没有同意')
    expect(missingOfConsents({ match: true, share: false })).toBe('还有 1 项没有同意')
    expect(missingOfConsents({ match: true, share: true })).toBeNull()
  })
})
