// Paper-cut flowers are the same cut repeated around a centre, so each is kept as a few numbers and drawn by turning them.

type Point = readonly [number, number]
/** One hole: start, bend, far end, bend back; `round` bends are curves, `straight` ones corners. Cut `count` times around. */
type Cut = { count: number; shape: 'round' | 'straight'; points: readonly [Point, Point, Point, Point] } | { count: number; shape: 'dot'; at: Point; radius: number }
type Flower = { box: number; petals: number; edge: 'round' | 'straight'; inner: number; outer: number; cuts: readonly Cut[]; dashes: number }

const leaf = (count: number, near: number, far: number, half: number, turn = 0): Cut => {
  const middle = near + (far - near) * 0.59
  return { count, shape: 'round', points: [rotate([0, -near], turn), rotate([-half, -middle], turn), rotate([0, -far], turn), rotate([half, -middle], turn)] }
}
const dot = (count: number, distance: number, radius: number, turn = 0): Cut => ({ count, shape: 'dot', at: rotate([0, -distance], turn), radius })

function rotate([x, y]: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
}

const flowers = {
  'medal-0': { box: 31, petals: 16, edge: 'round', inner: 27, outer: 32, dashes: 128, cuts: [leaf(16, 21.4, 27.4, 2.1), dot(16, 20.6, 0.95, 11.25)] },
  'medal-1': {
    box: 31, petals: 12, edge: 'round', inner: 26.6, outer: 33, dashes: 96,
    cuts: [
      { count: 12, shape: 'round', points: [[2.07, -22.5], [7.2, -26.85], [9.46, -20.53], [6.32, -23.59]] },
      dot(12, 26.2, 1.25, 15),
      dot(12, 21.2, 0.8),
    ],
  },
  'medal-2': {
    box: 31, petals: 32, edge: 'straight', inner: 27.6, outer: 30.5, dashes: 128,
    cuts: [{ count: 16, shape: 'straight', points: [[0, -21.3], [-1.45, -24.16], [0, -27.1], [1.45, -24.16]] }, dot(16, 21.6, 0.85, 11.25)],
  },
  'medal-3': { box: 31, petals: 20, edge: 'round', inner: 27.6, outer: 31.4, dashes: 80, cuts: [leaf(20, 21, 27.2, 1.5, -7.5), dot(10, 23.6, 1.1, 18)] },
  'medal-4': {
    box: 31, petals: 8, edge: 'round', inner: 25.4, outer: 34.4, dashes: 96,
    cuts: [leaf(8, 21.2, 28.6, 2.6, 22.5), leaf(8, 21.4, 26.6, 1.45, 11), leaf(8, 21.4, 26.6, 1.45, 34), dot(8, 22.6, 0.9)],
  },
  bloom: { box: 12.5, petals: 8, edge: 'round', inner: 9.2, outer: 14.4, dashes: 64, cuts: [leaf(8, 4.3, 9.2, 1.89), dot(1, 0, 1.9)] },
  grand: {
    box: 126, petals: 48, edge: 'straight', inner: 118, outer: 125, dashes: 0,
    cuts: [
      dot(24, 110, 2.6),
      leaf(16, 82, 105, 11.5),
      dot(16, 92, 2.4, 11.25),
      { count: 16, shape: 'round', points: [[-11.63, -72.07], [0, -81], [11.63, -72.07], [0, -75.8]] },
      leaf(12, 47, 68, 9),
      dot(12, 62, 2.6, 15),
      { count: 8, shape: 'round', points: [[-10.64, -34.39], [0, -46], [10.64, -34.39], [0, -39.5]] },
      leaf(8, 12, 33, 8.3),
      dot(1, 0, 6),
    ],
  },
} as const satisfies Record<string, Flower>

export type FlowerName = keyof typeof flowers

const round = (n: number): number => Math.round(n * 100) / 100
const written = ([x, y]: Point): string => `${round(x)} ${round(y)}`

function edgeOf({ petals, edge, inner, outer }: Flower): string {
  const step = 360 / petals
  let path = `M${round(inner)} 0`
  for (let k = 0; k < petals; k++) path += `${edge === 'round' ? 'Q' : 'L'}${written(rotate([outer, 0], (k + 0.5) * step))}${edge === 'round' ? ' ' : 'L'}${written(rotate([inner, 0], (k + 1) * step))}`
  return `${path}Z`
}

function cutsOf(cut: Cut): string {
  let path = ''
  for (let k = 0; k < cut.count; k++) {
    const turn = (360 / cut.count) * k
    if (cut.shape === 'dot') {
      const [x, y] = rotate(cut.at, turn)
      const r = cut.radius
      path += `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
      continue
    }
    const [a, b, c, d] = cut.points.map((point) => written(rotate(point, turn)))
    path += cut.shape === 'round' ? `M${a}Q${b} ${c}Q${d} ${a}Z` : `M${a}L${b}L${c}L${d}Z`
  }
  return path
}

const boxOf = (half: number): string => `${-half} ${-half} ${2 * half} ${2 * half}`

/** A flower cut out of paper: its edge, and the holes in it. */
export function wholeFlower(name: FlowerName, color: string): { box: string; body: string } {
  const flower: Flower = flowers[name]
  return { box: boxOf(flower.box), body: `<path d="${edgeOf(flower)}${flower.cuts.map(cutsOf).join('')}" fill="${color}" fill-rule="evenodd"/>` }
}

/** What is left when a flower has been cut out: the dashed line of the scissors. */
export function cutFlower(name: FlowerName, color: string): { box: string; body: string } {
  const flower: Flower = flowers[name]
  const width = name === 'bloom' ? 1.35 : 1.4
  return {
    box: boxOf(flower.box),
    body: `<path d="${edgeOf(flower)}" pathLength="${flower.dashes}" fill="none" stroke="${color}" stroke-width="${width}" stroke-dasharray="2.5 1.5" stroke-dashoffset="1.25"/>`,
  }
}

/** The great flower before anything is cut: every line of it dashed. */
export function plannedFlower(color: string): { box: string; body: string } {
  const flower: Flower = flowers.grand
  // The few large dots of the inner rings would only blur between dashes.
  const cuts = flower.cuts.filter((cut) => cut.shape !== 'dot' || cut.count > 16)
  return {
    box: boxOf(flower.box),
    body: `<path d="${edgeOf(flower)}${cuts.map(cutsOf).join('')}" fill="none" stroke="${color}" stroke-width="1.6" stroke-dasharray="4 3"/>`,
  }
}
