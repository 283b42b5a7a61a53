import { isIdNumber, normaliseIdNumber } from '#domain/id-number'

export type Typed = { name: string; idNumber: string; phoneCode: string }
export type Consents = { match: boolean; share: boolean }

/** What is still missing of what WeChat's residents type, in words; null when nothing is. */
export function missingOfTyped(typed: Typed): string | null {
  if (!typed.name.trim()) return '还没填姓名'
  const id = normaliseIdNumber(typed.idNumber)
  if (!id) return '还没填身份证号'
  if (!isIdNumber(id)) return '身份证号不对，请检查'
  return typed.phoneCode ? null : '还没验手机号'
}

/** How many consents are missing, in words; null when both are given. */
export function missingOfConsents({ match, share }: Consents): string | null {
  const missing = (match ? 0 : 1) + (share ? 0 : 1)
  return missing === 0 ? null : `还有 ${missing} 项没有同意`
}

/** An ID number as it is easiest to compare with the card: place, date of birth, the rest. Anything else stays as typed. */
export function groupedId(text: string): string {
  const id = normaliseIdNumber(text)
  return isIdNumber(id) ? `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}` : text
}
