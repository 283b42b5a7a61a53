import { idCheckCharacter } from '#domain/id-number'
import { townships } from '#programmes/shenmu-places'
import { encodeGb18030 } from './gb18030.ts'
import { seededRandom } from './random.ts'

export type DemoResident = { name: string; idNumber: string; phone: string; township: string; insurance: '城乡居民' | '职工' }

const families = '王李张刘陈杨赵黄周吴徐孙马高郭何白折贺乔康韩郝苏任尚'
const given = ['秀兰', '建国', '小满', '桂英', '志强', '玉梅', '海燕', '春生', '雪琴', '永红', '改莲', '子涵', '润生', '喜梅', '占平', '彩霞', '保平', '欣怡', '文秀', '一䶮', '德胜', '巧珍']

/** People who can belong to nobody: the area code 990101 is assigned to no place, and the phones begin with 199 0000. */
export function demoResidents(count: number): DemoResident[] {
  const random = seededRandom(20230119)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, i) => {
    const born = `${1935 + Math.floor(random() * 85)}${String(1 + Math.floor(random() * 12)).padStart(2, '0')}${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    const first = `990101${born}${String(i % 1000).padStart(3, '0')}`
    const name = i === 0 ? '王秀兰' : pick([...families]) + pick(given)
    return {
      name,
      idNumber: first + idCheckCharacter(first),
      phone: `1990000${String(i).padStart(4, '0')}`,
      township: townships[i % townships.length]?.name ?? '',
      insurance: random() < 0.7 ? '城乡居民' : '职工',
    }
  })
}

const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** How often each kind of dirt is in the file; the other rows are clean. */
export const dirt = { duplicate: 40, wrongCheck: 20, fullWidth: 30, trailingSpaces: 30, smallX: 15, noPhone: 30, noName: 5, shortPhone: 5 }

/** The roster file 医保局 would send: GB18030 CSV of the residents with the usual dirt. Every resident is in it once at least cleanly readable. */
export function rosterFile(residents: DemoResident[]): Buffer {
  const row = (one: DemoResident): string => [one.name, one.idNumber, one.phone, one.township, one.insurance].join(',')
  const rows = residents.map((one, i) => {
    // The first hundred are those one signs in as; they stay clean.
    const n = i - 100
    if (n >= 0 && n < dirt.fullWidth) return row({ ...one, idNumber: fullWidth(one.idNumber) })
    if (n >= 100 && n < 100 + dirt.trailingSpaces) return row({ ...one, name: `${one.name}  `, idNumber: ` ${one.idNumber} ` })
    if (n >= 200 && n < 200 + dirt.noPhone) return row({ ...one, phone: '' })
    if (n >= 300) return row({ ...one, idNumber: one.idNumber.replace('X', 'x') })
    return row(one)
  })
  const other = (i: number): DemoResident => residents[500 + i] as DemoResident
  for (let i = 0; i < dirt.duplicate; i++) rows.push(row({ ...other(i), insurance: '职工' }))
  for (let i = 0; i < dirt.wrongCheck; i++) rows.push(row({ ...other(i), idNumber: other(i).idNumber.slice(0, 17) + (other(i).idNumber.endsWith('1') ? '2' : '1') }))
  for (let i = 0; i < dirt.noName; i++) rows.push(row({ ...other(i), name: '' }))
  for (let i = 0; i < dirt.shortPhone; i++) rows.push(row({ ...other(i), phone: '1990000' }))
  return encodeGb18030(`姓名,身份证号,手机号,镇街,参保类型\r\n${rows.join('\r\n')}\r\n`)
}
