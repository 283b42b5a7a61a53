import { colors } from '../styles/colors'
import { cutFlower, type FlowerName, plannedFlower, wholeFlower } from './flower'
import { type IconName, icons } from './icons'
import { engraving, fringeTile, lattice, pines } from './ornament'

export type ArtName = IconName | FlowerName | `${Exclude<FlowerName, 'grand'>}-used` | 'grand-line' | 'fringe-tile' | 'pines' | 'engraving' | 'lattice'

const ornaments: Record<string, (color: string) => { box: string; body: string }> = {
  'grand-line': plannedFlower,
  'fringe-tile': fringeTile,
  pines,
  engraving,
  lattice: (color) => lattice(colors.frame, color),
}

function draw(name: ArtName, color: string, line: number): { box: string; body: string } {
  if (name in icons) {
    return { box: '0 0 24 24', body: `<path d="${icons[name as IconName]}" fill="none" stroke="${color}" stroke-width="${line}" stroke-linecap="round" stroke-linejoin="round"/>` }
  }
  const ornament = ornaments[name]
  if (ornament) return ornament(color)
  return name.endsWith('-used') ? cutFlower(name.slice(0, -5) as FlowerName, color) : wholeFlower(name as FlowerName, color)
}

const cache = new Map<string, string>()

/** A shape as a picture of one colour: a data URL, since neither build can colour a file. */
export function artUrl(name: ArtName, color: string, line = 1.8): string {
  const key = `${name}|${color}|${line}`
  const known = cache.get(key)
  if (known) return known
  const { box, body } = draw(name, color, line)
  const [, , width, height] = box.split(' ')
  const url = svgUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width}" height="${height}">${body}</svg>`)
  cache.set(key, url)
  return url
}

/** Any SVG as a data URL. */
export const svgUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`
