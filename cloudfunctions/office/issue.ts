import { closesAt } from '#domain/programme'
import { gt, oneOf } from '#runtime/cloud'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { Batch, RosterRow } from '#runtime/store'
import { officeActions } from './actions.ts'
import { findByIds } from './add-missing.ts'
import { firstPacks } from './issue/first-packs.ts'
import { laterPacks } from './issue/later-packs.ts'
import { hasFund } from './issue/pack.ts'
import { reservePacks } from './issue/reserve.ts'
import type { Operator } from './operator.ts'

const slice = 200
/** A later pack is a transaction a wallet, so fewer of them fit into the time of one call. */
const laterSlice = 20

type Wanted = { batchId: string; bank: string; fundId: string; townships: string[] }

/**
 * Issues packs of one fund to everybody of some townships, or of all, who has none of that fund yet (R3, R7, R8), a slice a call,
 * until `done`. Repeated or killed anywhere, nobody gets a second pack. Never more packs of the city than its money lasts for (R4).
 */
export const batchIssue = action(officeActions.batchIssue, async (ctx: Ctx, _caller: Operator, wanted) => {
  if (!Object.hasOwn(ctx.programme.funds, wanted.fundId)) return { ok: false, code: 'PARAM_ERROR' }
  const batch = (await ctx.store.get('batches', wanted.batchId)) ?? (await open(ctx, wanted))
  if (batch === 'closed') return { ok: false, code: 'PROGRAMME_CLOSED' }
  if (!same(batch, wanted)) return { ok: false, code: 'PARAM_ERROR' }
  if (batch.state === 'issued') return { ok: true, data: { done: true, issued: batch.issued, moneySpent: false } }

  const page = await peopleOf(ctx, batch)
  const { people, withWallet } = await untilTooMany(ctx, page)
  const served = withWallet.filter(({ vouchers }) => hasFund(vouchers, batch.fundId) && !vouchers.some(({ batchId }) => batchId === batch._id))
  if (!(await reservePacks(ctx, batch, people.length - served.length))) return { ok: true, data: { done: true, issued: batch.issued, moneySpent: true } }
  const known = new Set(withWallet.map((wallet) => wallet._id))
  const first = await firstPacks(
    ctx,
    batch,
    people.flatMap(({ _id }) => (known.has(_id) ? [] : [_id])),
  )
  const later = await laterPacks(ctx, batch, withWallet)

  const done = page.length < slice && people.length === page.length
  const issued = batch.issued + first + later
  await ctx.store.update('batches', batch._id, { cursor: people.at(-1)?._id ?? batch.cursor, issued, state: done ? 'issued' : 'issuing' })
  return { ok: true, data: { done, issued, moneySpent: false } }
})

async function open(ctx: Ctx, { batchId, ...rest }: Wanted): Promise<Batch | 'closed'> {
  const validUntil = closesAt(ctx.programme)
  if (ctx.now >= validUntil) return 'closed'
  const batch: Batch = { _id: batchId, ...rest, creditedAt: ctx.now, validUntil, state: 'issuing', cursor: '', issued: 0 }
  await ctx.store.add('batches', batch)
  return batch
}

/** The same number must mean the same batch: a mistyped one must not be taken for one that is half issued. */
const same = (batch: Batch, { bank, fundId, townships }: Wanted): boolean =>
  batch.bank === bank && batch.fundId === fundId && [...batch.townships].sort().join() === [...townships].sort().join()

const peopleOf = (ctx: Ctx, { townships, cursor }: Batch): Promise<RosterRow[]> =>
  ctx.store.find('roster', { ...(townships.length > 0 ? { township: oneOf(townships) } : {}), _id: gt(cursor) }, { orderBy: ['_id', 'asc'], limit: slice })

/** The people of a page up to the one with whom it would take too long, and the wallets they have. */
async function untilTooMany(ctx: Ctx, page: RosterRow[]) {
  const wallets = new Map(
    (
      await findByIds(
        ctx,
        'wallets',
        page.map(({ _id }) => _id),
      )
    ).map((wallet) => [wallet._id, wallet]),
  )
  let seen = 0
  const end = page.findIndex(({ _id }) => wallets.has(_id) && ++seen > laterSlice)
  const people = end < 0 ? page : page.slice(0, end)
  return { people, withWallet: people.flatMap(({ _id }) => wallets.get(_id) ?? []) }
}
