/** What one call may carry: an event is held to 100 KB (scale). */
const maxBytes = 80_000

/** Parts of `rows` in their order, each of at most `max` rows and small enough for one call. */
export function chunks<T>(rows: readonly T[], max: number): T[][] {
  const parts: T[][] = []
  let size = maxBytes
  for (const row of rows) {
    const bytes = Buffer.byteLength(JSON.stringify(row)) + 1
    const part = parts.at(-1)
    if (part && part.length < max && size + bytes <= maxBytes) {
      part.push(row)
      size += bytes
    } else {
      parts.push([row])
      size = bytes
    }
  }
  return parts
}
