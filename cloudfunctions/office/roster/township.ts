import { townships } from '#programmes/shenmu-places'

const names = townships.map(({ name }) => name)
const stem = (name: string): string => name.replace(/(街道办事处|街道办|办事处|街道|镇)$/, '')

/**
 * The township a cell means, by its own name: 神木市 in front and a missing 镇 or 街道 are forgiven. Null when it is none of
 * Shenmu's, so that a clerk sees it: packs are issued by township.
 */
export function townshipOf(text: string): string | null {
  const clean = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(陕西省)?(榆林市)?(神木市|神木县)?/, '')
  if (names.includes(clean)) return clean
  // 万镇镇 and 马镇镇 lose one 镇 only.
  return names.find((name) => stem(name) === stem(clean) || stem(name) === clean) ?? null
}
