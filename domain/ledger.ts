import { type Fen, fen } from './money.ts'
import { type Instant, shanghaiDate } from './shanghai.ts'

/** One side of a posting. Positive is a debit, negative a credit. */
export type Entry = { account: string; amountFen: Fen }

/** An append-only fact about money. `_id` is `walletNo:seq` where a wallet's vouchers change, so it is the guard too. */
export type Posting = {
  _id: string
  kind: 'issue' | 'redeem' | 'reverse'
  at: Instant
  /** Shanghai day, fixed when posted. */
  businessDate: string
  entries: Entry[]
  ref: string
}

/** The posting id that guards a wallet's next change. */
export const guardId = (walletNo: string, seq: number): string => `${walletNo}:${seq}`

/** What is owed for issued vouchers that nobody has used yet. */
export const issuedAccount = (bank: string, fundId: string): string => `issued:${bank}:${fundId}`
/** What waits, at a bank, to be issued. */
export const dedicatedAccount = (bank: string, fundId: string): string => `dedicated:${bank}:${fundId}`
/** What a merchant is to be paid by its acquiring bank. */
export const payableAccount = (bank: string, merchantId: string): string => `payable:${bank}:${merchantId}`

/** Builds a posting. Throws when its entries do not sum to zero: that is a defect, never an input. */
export function posting(fact: Omit<Posting, 'businessDate'>): Posting {
  const sum = fact.entries.reduce<number>((total, entry) => total + entry.amountFen, 0)
  if (sum !== 0) throw new Error(`posting ${fact._id} sums to ${sum} fen`)
  return { ...fact, businessDate: shanghaiDate(fact.at) }
}

/** Issuing moves money from the bank's dedicated account to what is owed for vouchers. */
export const issueEntries = (bank: string, fundId: string, amountFen: Fen): Entry[] => [
  { account: dedicatedAccount(bank, fundId), amountFen },
  { account: issuedAccount(bank, fundId), amountFen: fen(-amountFen) },
]

type Spent = { bank: string; fundId: string; faceFen: Fen }

/** Redeeming moves it from what is owed for vouchers to what the merchant is owed; each voucher by its own issuing bank. */
export function redeemEntries(spent: readonly Spent[], tillBank: string, merchantId: string): Entry[] {
  const entries = new Map<string, number>()
  const add = (account: string, amount: number) => entries.set(account, (entries.get(account) ?? 0) + amount)
  for (const voucher of spent) {
    add(issuedAccount(voucher.bank, voucher.fundId), voucher.faceFen)
    add(payableAccount(tillBank, merchantId), -voucher.faceFen)
  }
  return [...entries].map(([account, amount]) => ({ account, amountFen: fen(amount) }))
}

/** The exact opposite of entries, as a correction posts it. */
export const oppositeEntries = (entries: readonly Entry[]): Entry[] =>
  entries.map(({ account, amountFen }) => ({ account, amountFen: fen(-amountFen) }))

