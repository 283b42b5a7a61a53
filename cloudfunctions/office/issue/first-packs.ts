import type { Wallet } from '#domain/wallet'
import type { Ctx } from '#runtime/ctx'
import type { Batch } from '#runtime/store'
import { addMissing } from '../add-missing.ts'
import { packOf, packPosting } from './pack.ts'

/**
 * The first pack of people without a wallet: posting first, then the wallet, in batches. Whoever's posting stands already
 * from another batch is left to that batch, so that wallet and books always name the same one. Returns how many are ours.
 */
export async function firstPacks(ctx: Ctx, batch: Batch, walletNos: string[]): Promise<number> {
  const postings = walletNos.map((walletNo) => packPosting(ctx.programme, batch, walletNo, 1))
  const there = await addMissing(ctx, 'postings', postings)
  const others = new Set(there.filter(({ ref }) => ref !== batch._id).map(({ _id }) => _id))
  const ours = walletNos.filter((_, i) => !others.has(postings[i]?._id ?? ''))
  await addMissing(
    ctx,
    'wallets',
    ours.map((walletNo): Wallet => ({ _id: walletNo, seq: 1, vouchers: packOf(ctx.programme, batch, walletNo), slots: {} })),
  )
  return ours.length
}
