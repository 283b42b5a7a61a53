import { describe, expect, test } from 'vitest'
import { isIdNumber, normaliseIdNumber } from '#domain/id-number'
import { demoResidents } from './residents.ts'
import { dirt, rosterFile } from './roster-file.ts'

const residents = demoResidents(2_000)
const rows = new TextDecoder('gb18030')
  .decode(rosterFile(residents))
  .trimEnd()
  .split('\r\n')
  .slice(1)
  .map((line) => {
    const [name = '', id = '', phone = ''] = line.split(',')
    return { name, id, phone }
  })
const count = (is: (row: { name: string; id: string; phone: string }) => boolean): number => rows.filter(is).length

describe('the demo residents', () => {
  test('belong to nobody: unassigned area code, right check character, no two alike', () => {
    expect(residents.every(({ idNumber }) => idNumber.startsWith('990101') && isIdNumber(idNumber))).toBe(true)
    expect(new Set(residents.map(({ idNumber }) => idNumber)).size).toBe(2_000)
    expect(residents.every(({ phone }) => /^1990000\d{4}$/.test(phone))).toBe(true)
  })
  test('are the same on every machine', () => {
    expect(demoResidents(2_000)).toEqual(residents)
    expect(residents[0]).toMatchObject({ name: '王秀兰', phone: '19900000000' })
  })
  test('a child and an old mother carry the phone of their family', () => {
    expect([residents[2]?.phone, residents[3]?.phone]).toEqual([residents[1]?.phone, residents[1]?.phone])
  })
})

describe('the roster file has exactly the dirt it promises', () => {
  test('and nothing else', () => {
    expect(rows.length).toBe(2_000 + dirt.duplicate + dirt.wrongCheck + dirt.noName + dirt.shortPhone)
  })
  test('full-width digits', () => expect(count(({ id }) => /[０-９]/.test(id))).toBe(dirt.fullWidth))
  test('trailing spaces', () => expect(count(({ name, id }) => name.endsWith(' ') && id.endsWith(' '))).toBe(dirt.trailingSpaces))
  test('a small x', () => expect(count(({ id }) => id.endsWith('x'))).toBe(dirt.smallX))
  test('no phone', () => expect(count(({ phone }) => phone === '')).toBe(dirt.noPhone))
  test('a phone cut off', () => expect(count(({ phone }) => phone !== '' && phone.length < 11)).toBe(dirt.shortPhone))
  test('no name', () => expect(count(({ name }) => name === '')).toBe(dirt.noName))
  test('wrong check characters', () => expect(count(({ id }) => !isIdNumber(normaliseIdNumber(id)))).toBe(dirt.wrongCheck))
  test('people twice', () => {
    const whole = rows.filter(({ name, id, phone }) => name && (phone === '' || phone.length === 11) && isIdNumber(normaliseIdNumber(id)))
    expect(whole.length - new Set(whole.map(({ id }) => normaliseIdNumber(id))).size).toBe(dirt.duplicate)
    expect(new Set(whole.map(({ id }) => normaliseIdNumber(id))).size).toBe(2_000)
  })
})
