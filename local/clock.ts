/** The one clock of a local cloud. It runs, and can be set: tests live through midnight without waiting for it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds by which it differs from the machine's. */
  offset(): number
  /** To an instant in ms or an ISO date. Throws a RangeError on anything else. */
  set(to: number | string): void
  /** By milliseconds. Throws a RangeError on anything else. */
  advance(ms: number): void
}

/** A clock that starts at `start` (ms or ISO), by default at the machine's time. */
export function createClock(start?: number | string): Clock {
  let offsetMs = 0
  const set = (to: number | string): void => {
    const at = typeof to === 'number' ? to : Date.parse(to)
    if (!Number.isFinite(at)) throw new RangeError(`not an instant: ${to}`)
    offsetMs = at - Date.now()
  }
  if (start !== undefined) set(start)
  return {
    now: () => Date.now() + offsetMs,
    offset: () => offsetMs,
    set,
    advance: (ms) => {
      if (!Number.isFinite(ms)) throw new RangeError(`not a duration: ${ms}`)
      offsetMs += ms
    },
  }
}
