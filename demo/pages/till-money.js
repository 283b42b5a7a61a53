/** Yuan as typed into fen, without floating point; null when it is no amount. */
export function toFen(text) {
  const found = /^(\d{1,6})(?:\.(\d{0,2}))?$/.exec(text.normalize('NFKC').replace(/[,\s元]/g, ''))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
}

/** `85.00`. */
export const yuan = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** `80`, or `80.50` when it is not whole. */
export const wholeYuan = (fen) => (fen % 100 === 0 ? String(fen / 100) : yuan(fen))

export const faceFen = 4000
