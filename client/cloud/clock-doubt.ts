const jumpMs = 20_000
const dayMs = 86_400_000

export type ClockFacts = {
  /** What the wall clock moved since it was last compared with the server. */
  wallMs: number
  /** What really passed in that time, by a clock that nobody can set. */
  elapsedMs: number
  /** Whether the server's time was heard since the app started. */
  heardSinceStart: boolean
  online: boolean
  /** How long ago the server's time was heard at all. */
  offsetAgeMs: number
}

/** Whether a code made now may be made for a wrong moment (protocol §1). It is shown all the same, with a sentence beside it. */
export function clockInDoubt({ wallMs, elapsedMs, heardSinceStart, online, offsetAgeMs }: ClockFacts): boolean {
  if (Math.abs(wallMs - elapsedMs) > jumpMs) return true
  return !heardSinceStart && !online && offsetAgeMs > dayMs
}
