/**
 * How long to wait (ms) before the result is asked for next, or null when only a tap asks. The moments are counted once, from
 * opening the page; a moment that passed while the page slept is not made up for.
 */
export function nextAsk(pollSeconds: readonly number[], openedAt: number, now: number): number | null {
  const waits = pollSeconds.map((seconds) => openedAt + seconds * 1000 - now).filter((wait) => wait > 0)
  return waits.length > 0 ? Math.min(...waits) : null
}
