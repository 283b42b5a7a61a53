import { art } from './art'

const cache = new Map<string, string>()

/** A shape as a picture of one colour: a data URL, since neither build can colour a file. */
export function artUrl(name: string, color: string): string {
  const key = `${name}|${color}`
  const known = cache.get(key)
  if (known) return known
  const shape = art[name]
  const [, , width, height] = (shape?.box ?? '0 0 24 24').split(' ')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${shape?.box}" width="${width}" height="${height}">${shape?.body.split('currentColor').join(color) ?? ''}</svg>`
  const url = svgUrl(svg)
  cache.set(key, url)
  return url
}

/** Any SVG as a data URL. */
export const svgUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`
