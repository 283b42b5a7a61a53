import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idCheckCharacter } from '#domain/id-number'
import { classify } from './classify.ts'
import { townshipOf } from './township.ts'

const good = {
  name: '王一䶮',
  idNumber: `99010119900101001${idCheckCharacter('99010119900101001')}`,
  phone: '19900000001',
  township: '高家堡镇',
  insurance: '城乡居民',
}
const wide = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const reasonOf = (change: Partial<typeof good>): string => {
  const result = classify({ ...good, ...change })
  return result.ok ? result.note : result.reason
}

describe('a row', () => {
  it('is taken with the usual dirt wiped off', () => {
    const clean = classify(good)
    expect(clean.ok).toBe(true)
    const dirty = {
      name: ' 王一䶮　',
      idNumber: ` ${wide(good.idNumber).toLowerCase()} `,
      phone: ` +86 ${wide(good.phone)}`,
      township: '神木市高家堡',
      insurance: '城乡居民医保',
    }
    expect(classify(dirty)).toEqual(clean)
    expect(classify({ ...good, name: '阿依•古丽' })).toEqual(classify({ ...good, name: '阿依·古丽' }))
  })

  it.each([
    [{ name: '　' }, '姓名为空'],
    [{ name: '王\ue863' }, '姓名或镇街里有认不出的字，请人工核对'],
    [{ idNumber: '' }, '身份证号为空'],
    [{ idNumber: '12345' }, '身份证号不是 18 位'],
    [{ idNumber: '9.90101199001011e+17' }, '身份证号被表格存成了数字，末几位已丢失'],
    [{ idNumber: good.idNumber.slice(0, 17) + (good.idNumber.endsWith('1') ? '2' : '1') }, '身份证号校验位或出生日期不对'],
    [{ phone: '1990000' }, '手机号不是 11 位'],
    [{ insurance: '' }, '参保类型不是居民或职工'],
    [{ phone: '' }, '没有手机号'],
    [{ township: '府谷镇' }, '镇街认不出，请核对'],
  ])('%j: %s', (change, reason) => {
    expect(reasonOf(change)).toBe(reason)
  })

  it('is always accepted or rejected with a reason, whatever its cells hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...Object.values(good)))
    fc.assert(
      fc.property(fc.record({ name: cell, idNumber: cell, phone: cell, township: cell, insurance: cell }), (cells) => {
        const result = classify(cells)
        if (result.ok) expect([result.person.name !== '', /^\d{17}[\dX]$/.test(result.person.idNumber)]).toEqual([true, true])
        else expect(result.reason).not.toBe('')
      }),
      { seed: 20230119, numRuns: 500 },
    )
  })
})

describe('a township', () => {
  it.each([
    ['高家堡镇', '高家堡镇'],
    ['高家堡', '高家堡镇'],
    ['陕西省榆林市神木市 大柳塔镇', '大柳塔镇'],
    ['西沙街道办事处', '西沙街道'],
    ['万镇', '万镇镇'],
    ['马镇镇', '马镇镇'],
    ['', null],
    ['镇', null],
    ['榆阳区', null],
  ])('%s is %s', (text, name) => {
    expect(townshipOf(text)).toBe(name)
  })
})
