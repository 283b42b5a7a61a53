// Distances are taken from a pin that the resident sets by hand; no position is ever asked of the phone (D8).

export type Place = { lat: number; lng: number }
/** The middle of a township, or a point set on the map. */
export type Pin = { kind: 'township'; township: number } | { kind: 'map'; at: Place }

const earthMetres = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two places (haversine). */
export function distance(a: Place, b: Place): number {
  const dLat = radians(b.lat - a.lat)
  const dLng = radians(b.lng - a.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * earthMetres * Math.asin(Math.sqrt(h))
}

/** “很近，约 320 米”, “约 1.2 公里”; whole tens of metres, since a pin is no surveyor. */
export function distanceWords(metres: number): string {
  const tens = Math.max(10, Math.round(metres / 10) * 10)
  if (tens < 500) return `很近，约 ${tens} 米`
  const hundreds = Math.round(metres / 100) * 100
  if (hundreds < 1_000) return `约 ${hundreds} 米`
  return `约 ${metres < 9_950 ? Number((metres / 1_000).toFixed(1)) : Math.round(metres / 1_000)} 公里`
}

/** Where a pin stands, if the published townships know it. */
export function pinPlace(pin: Pin | null, townships: readonly Place[]): Place | null {
  if (!pin) return null
  return pin.kind === 'map' ? pin.at : (townships[pin.township] ?? null)
}

/** Index of the township whose middle is nearest, or null when there is none. */
export function nearestTownship(at: Place, townships: readonly Place[]): number | null {
  let nearest: number | null = null
  let least = Number.POSITIVE_INFINITY
  townships.forEach((township, i) => {
    const metres = distance(at, township)
    if (metres < least) [nearest, least] = [i, metres]
  })
  return nearest
}
