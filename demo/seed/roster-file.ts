import { encodeGb18030 } from './gb18030.ts'
import type { DemoResident } from './residents.ts'

/** How often each kind of dirt is in the file; every other row is clean. */
export const dirt = {
  fullWidth: 30,
  trailingSpaces: 30,
  noPhone: 30,
  smallX: 15,
  /** Rows of people who are in the file already, under their other insurance. */
  duplicate: 40,
  wrongCheck: 20,
  noName: 5,
  shortPhone: 5,
}

const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const wrongCheck = (id: string): string => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1')
const line = (one: DemoResident): string => [one.name, one.idNumber, one.phone, one.township, one.insurance].join(',')

/** The roster file 医保局 would send: GB18030 CSV of the residents with the usual dirt. Everybody is in it at least once, readably. */
export function rosterFile(residents: DemoResident[]): Buffer {
  return encodeGb18030(`姓名,身份证号,手机号,镇街,参保类型\r\n${[...wipeable(residents), ...extra(residents)].map(line).join('\r\n')}\r\n`)
}

/** Each resident's row, some with dirt that is wiped off without asking. The first hundred, whom one meets, stay clean. */
function wipeable(residents: DemoResident[]): DemoResident[] {
  const within = (i: number, from: number, count: number) => i >= from && i < from + count
  const smallX = new Set(residents.flatMap(({ idNumber }, i) => (i >= 400 && idNumber.endsWith('X') ? [i] : [])).slice(0, dirt.smallX))
  return residents.map((one, i) => {
    if (within(i, 100, dirt.fullWidth)) return { ...one, idNumber: fullWidth(one.idNumber) }
    if (within(i, 200, dirt.trailingSpaces)) return { ...one, name: `${one.name}  `, idNumber: `${one.idNumber}  ` }
    if (within(i, 300, dirt.noPhone)) return { ...one, phone: '' }
    return smallX.has(i) ? { ...one, idNumber: one.idNumber.replace('X', 'x') } : one
  })
}

/** Rows beyond the residents' own: a second insurance, and what a clerk must look at. */
function extra(residents: DemoResident[]): DemoResident[] {
  const rows = (count: number, change: (one: DemoResident) => Partial<DemoResident>): DemoResident[] =>
    residents.slice(500, 500 + count).map((one) => ({ ...one, ...change(one) }))
  return [
    ...rows(dirt.duplicate, ({ insurance }) => ({ insurance: insurance === '职工' ? '城乡居民' : '职工' })),
    ...rows(dirt.wrongCheck, ({ idNumber }) => ({ idNumber: wrongCheck(idNumber) })),
    ...rows(dirt.noName, () => ({ name: '' })),
    ...rows(dirt.shortPhone, () => ({ phone: '1990000' })),
  ]
}
