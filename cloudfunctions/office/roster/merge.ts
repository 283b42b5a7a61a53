/** What the roster says of one person, opened. */
export type Known = { name: string; phone: string | null; insurances: string[] }
export type Merge = { ok: true; person: Known; changed: boolean; reason: string } | { ok: false; reason: string }

/**
 * A second row of the same ID number. It never makes a second person: insurances are united and a missing phone is filled in.
 * Another name is for a clerk to look at; another phone never replaces the first, else a file could take over a wallet.
 */
export function merge(before: Known, row: Known): Merge {
  if (before.name !== row.name) return { ok: false, reason: '身份证号已有人，姓名不同，请人工核对' }
  const insurances = [...new Set([...before.insurances, ...row.insurances])].sort()
  const phone = before.phone ?? row.phone
  const changed = phone !== before.phone || insurances.length !== before.insurances.length
  const differs = before.phone !== null && row.phone !== null && before.phone !== row.phone
  const reason = differs ? '与已有的人合并，手机号不同，仍用原来的，请核对' : '与已有的人合并'
  return { ok: true, person: { name: before.name, phone, insurances }, changed, reason }
}
