import { guardId, issueEntries, posting } from '#domain/ledger'
import { timesFen } from '#domain/money'
import { closesAt } from '#domain/programme'
import type { Voucher } from '#domain/voucher'
import type { Wallet } from '#domain/wallet'
import { gt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { Batch } from '#runtime/store'
import { officeActions } from './actions.ts'
import { addMissing } from './add-missing.ts'
import type { Operator } from './roster/import.ts'

const slice = 500

/**
 * Issues packs to everybody of some townships (R7, R8), a slice a call, until `done`. Posting first, then the wallet, both under
 * the person's number: repeated or killed, nobody gets a second pack. Never more packs than the money lasts for (R4).
 */
export const batchIssue = action(officeActions.batchIssue, async (ctx: Ctx, _caller: Operator, input) => {
  const batch = (await ctx.store.get('batches', input.batchId)) ?? (await open(ctx, input))
  if (batch.state === 'issued') return { ok: true, data: { done: true, issued: batch.issued } }
  const people = await ctx.store.find('roster', { township: oneOf(batch.townships), _id: gt(batch.cursor) }, { orderBy: ['_id', 'asc'], limit: slice })
  const before = (await ctx.store.find('batches', {}, { limit: 1_000 })).reduce((sum, one) => sum + one.issued, 0)
  if (before + people.length > ctx.programme.maxPacks) return { ok: false, code: 'PARAM_ERROR' }

  const wallets = people.map((person) => newWallet(ctx, batch, person._id))
  const amount = timesFen(ctx.programme.pack.faceFen, ctx.programme.pack.vouchers)
  const postings = wallets.map((wallet) =>
    posting({ _id: guardId(wallet._id, 1), kind: 'issue', at: batch.creditedAt, entries: issueEntries(batch.bank, batch.fundId, amount), ref: batch._id }),
  )
  await addMissing(ctx, 'postings', postings)
  await addMissing(ctx, 'wallets', wallets)
  const done = people.length < slice
  const issued = batch.issued + people.length
  await ctx.store.update('batches', batch._id, { cursor: people.at(-1)?._id ?? batch.cursor, issued, state: done ? 'issued' : 'issuing' })
  return { ok: true, data: { done, issued } }
})

async function open(ctx: Ctx, input: { batchId: string; bank: string; fundId: string; townships: string[] }): Promise<Batch> {
  const { batchId, ...rest } = input
  const batch: Batch = { _id: batchId, ...rest, creditedAt: ctx.now, validUntil: closesAt(ctx.programme), state: 'issuing', cursor: '', issued: 0 }
  await ctx.store.add('batches', batch)
  return batch
}

function newWallet(ctx: Ctx, batch: Batch, walletNo: string): Wallet {
  const { vouchers, faceFen } = ctx.programme.pack
  const voucher = (i: number): Voucher => ({
    no: `${batch._id}-${walletNo}-${i + 1}`,
    batchId: batch._id,
    fundId: batch.fundId,
    fundKind: ctx.programme.funds[batch.fundId]?.kind ?? 'enterprise',
    bank: batch.bank,
    faceFen,
    creditedAt: batch.creditedAt,
    validUntil: batch.validUntil,
    state: { kind: 'live' },
  })
  return { _id: walletNo, seq: 1, vouchers: Array.from({ length: vouchers }, (_, i) => voucher(i)), slots: {} }
}
