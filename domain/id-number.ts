const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** What people and spreadsheets type, as the number it means: full-width digits, spaces, hyphens and a small x are forgiven. */
export const normaliseIdNumber = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u200b\ufeff-]/g, '').toUpperCase()

/** The check character of the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (weights[i] ?? 0)
  return checkCharacters.charAt(sum % 11)
}

/** Whether it is a resident's ID number: 18 characters, a date of birth that exists, the right check character (GB 11643). */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const year = Number(text.slice(6, 10))
  const month = Number(text.slice(10, 12))
  const day = Number(text.slice(12, 14))
  const born = new Date(Date.UTC(year, month - 1, day))
  if (year < 1850 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false
  return idCheckCharacter(text) === text[17]
}

/** `6****************X`: enough to recognise one's own. */
export const maskIdNumber = (id: string): string => `${id.charAt(0)}${'*'.repeat(Math.max(0, id.length - 2))}${id.slice(-1)}`
