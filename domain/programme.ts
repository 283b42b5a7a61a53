import type { Acceptance } from './redemption.ts'
import type { Fen } from './money.ts'
import { endOfDate, type Instant, startOfDate } from './shanghai.ts'

export type Category = 'dining' | 'retail' | 'culture'

/** A notice as data: every number with the clause it comes from stands in programmes/. */
export type Programme = {
  id: string
  name: string
  /** Printed dates, Shanghai, both inclusive. */
  from: string
  to: string
  demo: boolean
  categories: Record<Category, { name: string; bureau: string }>
  pack: { vouchers: number; faceFen: Fen }
  budgetFen: Fen
  maxPacks: number
  banks: Record<string, { name: string; app: string }>
  funds: Record<string, { kind: 'city' | 'enterprise'; label: string }>
  acceptance: Acceptance
  code: { prefix: string; env: string; aliasDays: number; maxSlots: number }
  binding: { perAccountADay: number; perPhoneADay: number; perIdNumber: number }
  bank: { clockSkewSeconds: number; requestMaxAgeSeconds: number; requestMaxAheadSeconds: number }
  pollSeconds: number[]
}

export type Phase = 'before' | 'running' | 'after'

export const opensAt = (programme: Programme): Instant => startOfDate(programme.from)
export const closesAt = (programme: Programme): Instant => endOfDate(programme.to)

/** R1: nothing is redeemed outside the period. */
export const phaseAt = (programme: Programme, now: Instant): Phase =>
  now < opensAt(programme) ? 'before' : now < closesAt(programme) ? 'running' : 'after'
