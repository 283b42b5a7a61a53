// Damm's quasigroup of order 10: finds every single wrong digit and every exchange of neighbours.
const table = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
]

/** The check digit of a string of decimal digits. */
export function dammDigit(digits: string): string {
  let interim = 0
  for (const digit of digits) interim = Number(table[interim]?.charAt(Number(digit)))
  return String(interim)
}

/** Whether a string that ends in its check digit is whole. */
export const isDamm = (digits: string): boolean => dammDigit(digits) === '0'
