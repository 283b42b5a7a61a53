import { isIdNumber, normaliseIdNumber } from '#domain/id-number'
import { normaliseName, normalisePhone } from '#domain/person'
import { townshipOf } from './township.ts'

/** A row of a roster file as its cells say it. */
export type RosterCells = { name: string; idNumber: string; phone: string; township: string; insurance: string }
export type RosterPerson = { name: string; idNumber: string; phone: string | null; township: string; insurance: 'resident' | 'employee' }
export type Classified = { ok: true; person: RosterPerson; note: string } | { ok: false; reason: string }

const privateUse = /[\ue000-\uf8ff\ufffd]/u
const maxName = 50

/**
 * What a row means once the usual dirt is wiped off (full-width digits, spaces, a small x), or why a clerk must look at it.
 * A missing phone or an unknown township is no reason: the person is entitled all the same, and it is noted.
 */
export function classify(cells: RosterCells): Classified {
  if (privateUse.test(cells.name + cells.township)) return { ok: false, reason: '姓名或镇街里有认不出的字，请人工核对' }
  const name = normaliseName(cells.name)
  if (!name) return { ok: false, reason: '姓名为空' }
  if ([...name].length > maxName) return { ok: false, reason: '姓名太长' }
  const id = idOf(cells.idNumber)
  if (!id.ok) return id
  const insurance = insuranceOf(cells.insurance)
  if (!insurance) return { ok: false, reason: '参保类型不是居民或职工' }
  const phone = cells.phone.trim() === '' ? null : normalisePhone(cells.phone)
  if (phone === null && cells.phone.trim() !== '') return { ok: false, reason: '手机号不是 11 位' }
  const township = townshipOf(cells.township)
  const notes = [...(phone ? [] : ['没有手机号']), ...(township ? [] : ['镇街认不出，请核对'])]
  return {
    ok: true,
    person: { name, idNumber: id.idNumber, phone, township: township ?? cells.township.normalize('NFKC').trim(), insurance },
    note: notes.join('；'),
  }
}

function idOf(text: string): { ok: true; idNumber: string } | { ok: false; reason: string } {
  const idNumber = normaliseIdNumber(text)
  if (!idNumber) return { ok: false, reason: '身份证号为空' }
  // 6.1E+17: the spreadsheet kept fifteen digits and lost the rest for good.
  if (/^\d(\.\d+)?E\+?\d+$/.test(idNumber)) return { ok: false, reason: '身份证号被表格存成了数字，末几位已丢失' }
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { ok: false, reason: '身份证号不是 18 位' }
  if (!isIdNumber(idNumber)) return { ok: false, reason: '身份证号校验位或出生日期不对' }
  return { ok: true, idNumber }
}

function insuranceOf(text: string): RosterPerson['insurance'] | null {
  if (/居民/.test(text)) return 'resident'
  return /职工/.test(text) ? 'employee' : null
}
