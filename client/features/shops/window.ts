// 5,000 rows would stop an old phone: only those near the screen are drawn, the others are room of the same height.

export type Window = { from: number; to: number }

/** Rows are taken and dropped by whole blocks, so that scrolling by a finger's breadth changes nothing. */
const block = 10

/** Which rows are drawn for a scroll position: the screen, and one screen before and after it. */
export function windowOf(scrolled: number, listTop: number, screen: number, row: number, count: number): Window {
  const first = Math.floor((scrolled - listTop - screen) / row)
  const last = Math.ceil((scrolled - listTop + 2 * screen) / row)
  const from = Math.max(0, Math.floor(first / block) * block)
  const to = Math.min(count, Math.max(block, Math.ceil(last / block) * block))
  return from < to ? { from, to } : { from: Math.max(0, Math.floor((count - 1) / block) * block), to: count }
}
