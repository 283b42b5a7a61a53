import { residentActions } from '#contract/resident'
import { dayOf, slotOf, stepOf } from '#domain/payment-code'
import type { Slot, Wallet } from '#domain/wallet'
import { aliasesFrom } from '#runtime/code-keys'
import type { Ctx } from '#runtime/ctx'
import { action } from '#runtime/serve'
import type { StoreTx } from '#runtime/store'
import { guarded } from '#runtime/transaction'
import type { Caller } from './caller.ts'

const epochDigit = 1

/**
 * Gives this phone a slot of the wallet and what it needs to make codes without the network for 31 days (protocol §1). The same
 * login gets its own slot again with a new `gen`, since the secret is given once; the longest unused of four makes room.
 */
export const activatePhone = action(residentActions.activatePhone, async (ctx: Ctx, caller: Caller, { walletNo }) => {
  if (caller.kind === 'nobody') return { ok: false, code: 'NOT_SIGNED_IN' }
  const login = await ctx.store.get('logins', caller.login)
  if (!login) return { ok: false, code: 'NOT_BOUND' }
  if (!login.wallets.some((held) => held.walletNo === walletNo)) return { ok: false, code: 'NOT_YOUR_WALLET' }
  const epoch = ctx.epoch(epochDigit)
  if (!epoch) throw new Error(`this function has no key epoch ${epochDigit}`)

  const granted = await ctx.transaction((tx) => grant(ctx, tx, walletNo, caller.login))
  if (!granted) return { ok: false, code: 'NO_VOUCHERS_YET' }
  const slot = slotOf(walletNo, granted.device)
  const step = stepOf(ctx.now)
  const { env, prefix, aliasDays } = ctx.programme.code
  const key = {
    env,
    prefix,
    epoch: epoch.digit,
    algorithm: epoch.algorithm,
    secret: Buffer.from(epoch.secretOf(slot, granted.gen)).toString('hex'),
    firstDay: dayOf(step),
    aliases: aliasesFrom(epoch, slot, step, aliasDays),
  }
  return { ok: true, data: { device: granted.device, key } }
})

async function grant(ctx: Ctx, tx: StoreTx, walletNo: string, login: string) {
  const wallet = await tx.get('wallets', walletNo)
  if (!wallet) return null
  const device = chooseDevice(wallet, login, ctx.programme.code.maxSlots)
  const before = wallet.slots[device]
  const gen = (before?.gen ?? 0) + 1
  await guarded(() => tx.add('grants', { _id: `${slotOf(walletNo, device)}:${gen}`, login, at: ctx.now }))
  const slot: Slot = { gen, lastStep: before?.lastStep ?? 0, epoch: epochDigit, login, activatedAt: ctx.now }
  await tx.update('wallets', walletNo, { [`slots.${device}`]: slot })
  return { device, gen }
}

/** Its own slot if it has one, else a free device digit, else the longest unused. */
function chooseDevice(wallet: Wallet, login: string, maxSlots: number): number {
  const slots = Object.entries(wallet.slots)
  const own = slots.find(([, slot]) => slot.login === login)
  if (own) return Number(own[0])
  if (slots.length < maxSlots) return [...Array(maxSlots).keys()].find((device) => !(device in wallet.slots)) ?? 0
  const lastUse = (slot: Slot) => Math.max(slot.activatedAt, slot.lastStep * 30_000)
  return Number(slots.sort(([, a], [, b]) => lastUse(a) - lastUse(b))[0]?.[0] ?? 0)
}
