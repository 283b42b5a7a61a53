import { issueEntries, type Posting, guardId, posting } from '#domain/ledger'
import { timesFen } from '#domain/money'
import type { Programme } from '#domain/programme'
import type { Voucher } from '#domain/voucher'
import type { Batch } from '#runtime/store'

/** The vouchers of one pack (R8). Their numbers follow from batch and wallet, so a pack made again is the same pack. */
export function packOf(programme: Programme, batch: Batch, walletNo: string): Voucher[] {
  const { vouchers, faceFen } = programme.pack
  const fundKind = programme.funds[batch.fundId]?.kind
  if (!fundKind) throw new Error(`no such fund: ${batch.fundId}`)
  const { fundId, bank, creditedAt, validUntil } = batch
  const voucher = (i: number): Voucher => ({
    no: `${batch._id}-${walletNo}-${i + 1}`,
    batchId: batch._id,
    fundId,
    fundKind,
    bank,
    faceFen,
    creditedAt,
    validUntil,
    state: { kind: 'live' },
  })
  return Array.from({ length: vouchers }, (_, i) => voucher(i))
}

/** The posting that credits a pack as the wallet's change number `seq`. */
export function packPosting(programme: Programme, batch: Batch, walletNo: string, seq: number): Posting {
  const amount = timesFen(programme.pack.faceFen, programme.pack.vouchers)
  return posting({ _id: guardId(walletNo, seq), kind: 'issue', at: batch.creditedAt, entries: issueEntries(batch.bank, batch.fundId, amount), ref: batch._id })
}

/** Whether a wallet holds, or held, a pack of the batch's fund. */
export const hasFund = (vouchers: readonly Voucher[], fundId: string): boolean => vouchers.some((voucher) => voucher.fundId === fundId)
