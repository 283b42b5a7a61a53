import type { Shop } from '#contract/published'
import { isOpen } from './hours'
import { distance, type Place } from './place'

export type Category = Shop['category']
export type Wish = { category: Category | null; text: string; openOnly: boolean }
export type Hit = { shop: Shop; metres: number | null }

/** Every shop with its distance from the pin, nearest first; without a pin as published. */
export function byDistance(shops: readonly Shop[], pin: Place | null): Hit[] {
  const hits = shops.map((shop): Hit => ({ shop, metres: pin ? distance(pin, shop) : null }))
  return pin ? hits.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0)) : hits
}

/** What was typed, as it is compared: full-width letters and spaces are forgiven. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** The shops that fit the wish, in the order they came. A text fits a name, its pinyin, or the beginning of its initials. */
export function fitting(hits: readonly Hit[], wish: Wish, at: number): Hit[] {
  const text = plain(wish.text)
  return hits.filter(
    ({ shop }) =>
      (wish.category === null || shop.category === wish.category) &&
      (text === '' || plain(shop.name).includes(text) || shop.pinyin.includes(text) || shop.initials.startsWith(text)) &&
      (!wish.openOnly || isOpen(shop.hours, at)),
  )
}
