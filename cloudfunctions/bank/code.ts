import { dayOf, deviceOf, parseCode, type PaymentCode, stepOf, walletNoOf } from '#domain/payment-code'
import type { Slot, Wallet } from '#domain/wallet'
import type { Ctx } from '#runtime/ctx'
import type { Epoch } from '#runtime/code-keys'

/** Where a scanned code may lead: one slot a Shanghai day, so two around midnight. */
export type Candidate = { slot: number; walletNo: string; device: number; steps: number[] }
export type ReadCode = { code: PaymentCode; epoch: Epoch; candidates: Candidate[] }

/** Finds the slots a code may belong to, without a look at the database. Null: no code of ours, or a wrong digit. */
export function readCode(ctx: Ctx, text: string): ReadCode | null {
  const code = parseCode(text, ctx.programme.code.prefix)
  const epoch = code ? ctx.epoch(code.epoch) : null
  if (!code || !epoch) return null
  const now = stepOf(ctx.now)
  const byDay = new Map<number, number[]>()
  for (const step of [now - 1, now, now + 1]) byDay.set(dayOf(step), [...(byDay.get(dayOf(step)) ?? []), step])
  const candidates = [...byDay].map(([day, steps]) => {
    const slot = epoch.slotOn(code.alias, day)
    return { slot, walletNo: walletNoOf(slot), device: deviceOf(slot), steps }
  })
  return { code, epoch, candidates: candidates.filter(({ walletNo }) => walletNo !== '0') }
}

export type MatchedCode = { wallet: Wallet; slot: Slot; device: number; step: number }

/**
 * Whether the code was made by that slot of the wallet in one of the accepted steps, and after the last one spent. The OTP is
 * compared in full for every step, so that the time tells nothing.
 */
export function matchCode({ code, epoch }: ReadCode, candidate: Candidate, wallet: Wallet): MatchedCode | null {
  const slot = wallet.slots[candidate.device]
  if (!slot) return null
  const made = candidate.steps.filter((step) => epoch.otpAt(candidate.slot, slot.gen, step) === code.otp)
  const step = made.find((one) => one > slot.lastStep)
  return step === undefined ? null : { wallet, slot, device: candidate.device, step }
}
