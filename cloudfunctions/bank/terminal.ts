import type { RedemptionRefusal } from '#domain/refusal'
import type { Ctx } from '#runtime/ctx'

export type Till = { shop: string; refusal: RedemptionRefusal | null }

/** The till a bank names: the bank's own terminal, of that merchant, approved by its bureau (R6). Read through the 30 s cache. */
export async function tillOf(ctx: Ctx, bank: string, merchantId: string, terminalId: string): Promise<Till> {
  const [merchant, terminal] = await ctx.cached(`till:${bank}:${merchantId}:${terminalId}`, async () => [
    await ctx.store.get('merchants', merchantId),
    await ctx.store.get('terminals', `${bank}:${terminalId}`),
  ] as const)
  const shop = merchant?.name ?? ''
  if (merchant?.state !== 'approved' || terminal?.merchantId !== merchantId) return { shop, refusal: 'MERCHANT_NOT_ALLOWED' }
  return { shop, refusal: (terminal.lockedUntil ?? 0) > ctx.now ? 'TERMINAL_BLOCKED' : null }
}
