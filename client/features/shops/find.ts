import type { Shop } from '../../../contract/published'
import { dayMonth } from '../../components/dates'

export type Place = { lat: number; lng: number }
export type Wish = { category: Shop['category'] | null; township: number | null; text: string; openOnly: boolean; pin: Place | null }
export type Hit = { shop: Shop; metres: number | null }

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
  if (metres < 500) return `很近，约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`
  if (metres < 1_000) return `约 ${Math.round(metres / 100) * 100} 米`
  return `约 ${metres < 10_000 ? Number((metres / 1_000).toFixed(1)) : Math.round(metres / 1_000)} 公里`
}

const shanghaiMinutes = (at: number): number => Math.floor((at + 28_800_000) / 60_000) % 1_440
const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

/** Whether a shop is open now by its printed hours (`08:30-21:00`; past midnight when the end is before the beginning). */
export function isOpen(hours: string, at: number): boolean {
  const [from, to] = hours.split('-').map(minutes)
  const now = shanghaiMinutes(at)
  if (from === undefined || to === undefined) return false
  return from <= to ? from <= now && now < to : now >= from || now < to
}

/** The shops that fit, nearest first when a pin is set, else as published. */
export function findShops(shops: Shop[], wish: Wish, at: number): Hit[] {
  const text = wish.text.trim().toLowerCase()
  const fits = (shop: Shop): boolean =>
    (wish.category === null || shop.category === wish.category) &&
    (wish.township === null || shop.township === wish.township) &&
    (text === '' || shop.name.includes(text) || shop.pinyin.includes(text) || shop.initials.startsWith(text)) &&
    (!wish.openOnly || isOpen(shop.hours, at))
  const hits = shops.filter(fits).map((shop) => ({ shop, metres: wish.pin ? distance(wish.pin, shop) : null }))
  return wish.pin ? hits.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0)) : hits
}

const dayMs = 86_400_000
const day = (at: number): number => Math.floor((at + 28_800_000) / dayMs)

/** When somebody last paid there: the shop may have stopped taking vouchers since. */
export function lastUsedWords(lastUsed: string | null, at: number): { used: boolean; text: string } {
  if (!lastUsed) return { used: false, text: '还没有人用过，去前先打电话' }
  const then = Date.parse(`${lastUsed}T00:00:00+08:00`)
  const ago = day(at) - day(then)
  const when = ago <= 0 ? '今天' : ago === 1 ? '昨天' : ago < 7 ? `${ago} 天前` : dayMonth(then)
  return { used: true, text: `${when}有人在这里用过` }
}
