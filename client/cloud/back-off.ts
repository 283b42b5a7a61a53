const shortestMs = 2_000
const longestMs = 30_000

/**
 * How long (ms) to leave the cloud alone after `failures` busy answers or time-outs in a row. `random` in [0, 1) spreads the
 * phones, so that they do not all come back in the same second. The cloud's own wish, if it gave one, is the least.
 */
export function backOffMs(failures: number, random: number, wishSeconds = 0): number {
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.max(0, failures - 1))
  const spread = shortestMs + (ceiling - shortestMs) * random
  return Math.min(longestMs, Math.max(spread, wishSeconds * 1000))
}
