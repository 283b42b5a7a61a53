import { isIdNumber, normaliseIdNumber } from '#domain/id-number'
import { normaliseName, normalisePhone } from '#domain/person'

/** A row of a roster file as its cells say it. */
export type RosterCells = { name: string; idNumber: string; phone: string; township: string; insurance: string }
export type RosterPerson = { name: string; idNumber: string; phone: string | null; township: string; insurance: 'resident' | 'employee' }
export type Classified = { ok: true; person: RosterPerson; note: string } | { ok: false; reason: string }

const privateUse = /[\ue000-\uf8ff\ufffd]/u

/**
 * What a row means once the usual dirt is wiped off (full-width digits, spaces, a small x), or why a clerk must look at it.
 * A missing phone is no reason: the person is entitled all the same.
 */
export function classify(cells: RosterCells): Classified {
  if (privateUse.test(cells.name)) return { ok: false, reason: '姓名里有认不出的字，请人工核对' }
  const name = normaliseName(cells.name)
  if (!name) return { ok: false, reason: '姓名为空' }
  const idNumber = normaliseIdNumber(cells.idNumber)
  if (!idNumber) return { ok: false, reason: '身份证号为空' }
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { ok: false, reason: '身份证号不是 18 位' }
  if (!isIdNumber(idNumber)) return { ok: false, reason: '身份证号校验位或出生日期不对' }
  const insurance = insuranceOf(cells.insurance)
  if (!insurance) return { ok: false, reason: '参保类型不是居民或职工' }
  const phone = cells.phone.trim() === '' ? null : normalisePhone(cells.phone)
  if (phone === null && cells.phone.trim() !== '') return { ok: false, reason: '手机号不是 11 位' }
  return { ok: true, person: { name, idNumber, phone, township: cells.township.normalize('NFKC').trim(), insurance }, note: phone ? '' : '没有手机号' }
}

function insuranceOf(text: string): RosterPerson['insurance'] | null {
  if (/居民/.test(text)) return 'resident'
  return /职工/.test(text) ? 'employee' : null
}
