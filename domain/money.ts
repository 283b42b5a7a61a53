declare const fenBrand: unique symbol
/** Whole fen, never a fraction. 100 fen = 1 yuan. */
export type Fen = number & { readonly [fenBrand]: true }

/** Takes a whole number of fen. Throws a RangeError on anything else: a fraction of a fen is a defect, not an input. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`)
  return amount as Fen
}

/** Sum of fen. */
export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce<number>((sum, amount) => sum + amount, 0))

/** `times` whole pieces of `amount`. */
export const timesFen = (amount: Fen, times: number): Fen => fen(amount * times)

/** How many whole vouchers of `faceFen` fit into a bill: change is never given (R10, R12). */
export const wholeVouchers = (billFen: Fen, faceFen: Fen): number => Math.floor(billFen / faceFen)

/** `8500` → `85.00`; whole yuan without decimals unless `always`. */
export function yuan(amount: number, always = false): string {
  const whole = Math.trunc(amount / 100)
  const cents = Math.abs(amount % 100)
  const sign = amount < 0 && whole === 0 ? '-' : ''
  return cents === 0 && !always ? `${sign}${whole}` : `${sign}${whole}.${String(cents).padStart(2, '0')}`
}
