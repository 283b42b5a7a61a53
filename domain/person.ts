/** A name as it is compared: NFKC, without spaces, one kind of middle dot (protocol §2). */
export const normaliseName = (name: string): string =>
  name.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '').replace(/[·•‧・∙．.]/g, '·')

/** `*秀兰`: the family name is hidden, and of a single character everything. */
export const maskName = (name: string): string => {
  const characters = [...name]
  return characters.length <= 1 ? '*' : `*${characters.slice(1).join('')}`
}

/** Eleven digits of a mainland mobile number, without +86, spaces and hyphens; null when it is none. */
export function normalisePhone(phone: string): string | null {
  const digits = phone.normalize('NFKC').replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(digits) ? digits : null
}

/** `138****5678`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
