import { type Doc, isDoc, valueAt } from '../documents.ts'

// The few geo operators the platform documents and mingo lacks, on a sphere of the platform's own radius, without an index.

type Position = [number, number]
const radiusM = 6_378_100
const perDegree = Math.PI / 180

/** A position as a point of the unit sphere. */
function onSphere([longitude, latitude]: Position): [number, number, number] {
  const across = Math.cos(perDegree * latitude)
  return [Math.cos(perDegree * longitude) * across, Math.sin(perDegree * longitude) * across, Math.sin(perDegree * latitude)]
}

/** Metres along the sphere between two [longitude, latitude], computed as MongoDB does it: by the angle between two vectors. */
export function distanceM(a: Position, b: Position): number {
  const [ax, ay, az] = onSphere(a)
  const [bx, by, bz] = onSphere(b)
  const [cx, cy, cz] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
  return radiusM * Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), ax * bx + ay * by + az * bz)
}

/** The position of a GeoJSON point or a pair; null for anything else. */
export function positionOf(value: unknown): Position | null {
  const pair = isDoc(value) ? (value.type === 'Point' ? value.coordinates : null) : value
  return Array.isArray(pair) && pair.length === 2 && pair.every((n) => typeof n === 'number') ? (pair as Position) : null
}

const positionsIn = (value: unknown): Position[] => {
  const flat = (coordinates: unknown): Position[] => {
    const one = positionOf(coordinates)
    if (one) return [one]
    return Array.isArray(coordinates) ? coordinates.flatMap(flat) : []
  }
  return isDoc(value) ? flat(value.coordinates) : flat(value)
}

function inRing([x, y]: Position, ring: Position[]): boolean {
  let inside = false
  for (const [i, [xi, yi]] of ring.entries()) {
    const [xj, yj] = ring[(i + ring.length - 1) % ring.length] ?? [xi, yi]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

function inGeometry(at: Position, geometry: Doc): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates as Position[][]] : geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : []
  return polygons.some(([outer = [], ...holes]) => inRing(at, outer) && !holes.some((hole) => inRing(at, hole)))
}

function checked(position: Position | null): Position {
  if (!position || Math.abs(position[0]) > 180 || Math.abs(position[1]) > 90) throw new Error(`longitude/latitude is out of bounds: ${JSON.stringify(position)}`)
  return position
}

/** How far a field of a document is from what `$nearSphere` names; Infinity when it is no point. */
export function distanceTo(near: unknown, doc: Doc, path: string): number {
  const from = checked(positionOf((near as Doc).$geometry ?? near))
  const at = positionOf(valueAt(doc, path))
  return at ? distanceM(from, at) : Number.POSITIVE_INFINITY
}

type Operator = (selector: string, value: unknown) => (doc: Doc) => boolean

const nearSphere: Operator = (selector, value) => {
  const { $minDistance: least = 0, $maxDistance: most = Number.POSITIVE_INFINITY } = value as { $minDistance?: number; $maxDistance?: number }
  return (doc) => {
    const distance = distanceTo(value, doc, selector)
    return Number.isFinite(distance) && distance >= least && distance <= most
  }
}

const geoWithin: Operator = (selector, value) => {
  const { $geometry: geometry, $centerSphere: circle } = value as { $geometry?: Doc; $centerSphere?: [unknown, unknown] }
  const [center, radians] = circle ?? []
  if (circle && typeof radians !== 'number') throw new Error('radius must be a non-negative number')
  const from = circle ? checked(positionOf(center)) : null
  const inside = (at: Position): boolean => (from ? distanceM(from, at) <= (radians as number) * radiusM : inGeometry(at, geometry ?? {}))
  return (doc) => {
    const positions = positionsIn(valueAt(doc, selector))
    return positions.length > 0 && positions.every(inside)
  }
}

/** True when a corner of the one lies in the other or is one of its corners: enough for points, which is what is stored here. */
const geoIntersects: Operator = (selector, value) => {
  const { $geometry: geometry = {} } = value as { $geometry?: Doc }
  const corners = positionsIn(geometry)
  return (doc) => {
    const stored = valueAt(doc, selector)
    const own = positionsIn(stored)
    return own.some((at) => inGeometry(at, geometry) || corners.some(([x, y]) => x === at[0] && y === at[1])) || (isDoc(stored) && corners.some((at) => inGeometry(at, stored)))
  }
}

export const geoQueryOperators = { $near: nearSphere, $nearSphere: nearSphere, $geoWithin: geoWithin, $geoIntersects: geoIntersects }

/** The `$geoNear` stage: the documents with their distance, nearest first. */
export function geoNear(docs: Doc[], stage: Doc): Doc[] {
  const { near, key, distanceField, includeLocs, minDistance = 0, maxDistance = Number.POSITIVE_INFINITY, distanceMultiplier = 1 } = stage as {
    near: unknown
    key: string
    distanceField: string
    includeLocs?: string
    minDistance?: number
    maxDistance?: number
    distanceMultiplier?: number
  }
  const found = docs.map((doc) => ({ doc, metres: distanceTo(near, doc, key) })).filter(({ metres }) => Number.isFinite(metres) && metres >= minDistance && metres <= maxDistance)
  found.sort((a, b) => a.metres - b.metres)
  return found.map(({ doc, metres }) => ({ ...doc, [distanceField]: metres * distanceMultiplier, ...(includeLocs ? { [includeLocs]: valueAt(doc, key) } : {}) }))
}
