import type { Wallet } from '#domain/wallet'
import type { Ctx } from '#runtime/ctx'
import type { Batch } from '#runtime/store'
import { guarded } from '#runtime/transaction'
import { hasFund, packOf, packPosting } from './pack.ts'

/**
 * A pack for people who have a wallet: one guarded transaction a wallet, unless it has a pack of this fund. Returns how many
 * packs in these wallets are the batch's, those of an earlier, killed run among them.
 */
export async function laterPacks(ctx: Ctx, batch: Batch, wallets: Wallet[]): Promise<number> {
  let ours = 0
  for (const { _id, vouchers } of wallets) {
    if (vouchers.some(({ batchId }) => batchId === batch._id)) ours += 1
    else if (!hasFund(vouchers, batch.fundId) && (await addPack(ctx, batch, _id))) ours += 1
  }
  return ours
}

/** Adds the pack to the wallet as it is now; false when somebody else gave it one of this fund meanwhile. */
const addPack = (ctx: Ctx, batch: Batch, walletNo: string): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const wallet = await tx.get('wallets', walletNo)
    if (!wallet || hasFund(wallet.vouchers, batch.fundId)) return wallet?.vouchers.some(({ batchId }) => batchId === batch._id) ?? false
    const seq = wallet.seq + 1
    await guarded(() => tx.add('postings', packPosting(ctx.programme, batch, walletNo, seq)))
    await tx.update('wallets', walletNo, { seq, vouchers: [...wallet.vouchers, ...packOf(ctx.programme, batch, walletNo)] })
    return true
  })
