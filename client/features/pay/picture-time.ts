import { startOfStep, stepOf } from '../../../domain/payment-code'

const lateMs = 15_000

/**
 * When a code drawn at `drawnAt` (server time, ms) is replaced: at its step's end, but one drawn in the last 15 s of its step
 * stays until 15 s into the next, so that it never flips right after it was opened. The cloud accepts one step back.
 */
export function replacedAt(drawnAt: number): number {
  const end = startOfStep(stepOf(drawnAt) + 1)
  return end - drawnAt < lateMs ? end + lateMs : end
}
