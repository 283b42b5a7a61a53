import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shop } from '#contract/published'
import { byDistance, fitting } from './find'

const shop = (change: Partial<Shop>): Shop => ({
  id: 'M1', name: '麟州老面馆', category: 'dining', icon: 'noodles', township: 2, address: '', phone: '', hours: '07:00-21:30',
  lat: 38.84, lng: 110.5, tills: ['ABC'], pinyin: 'linzhoulaomianguan', initials: 'lzlmg', lastUsed: null, ...change,
})
const noon = Date.parse('2023-01-21T12:03:00+08:00')
const all = { category: null, text: '', openOnly: false }
const noodles = shop({})
const books = shop({ id: 'M2', name: '红碱淖书店 A店', pinyin: 'hongjiannaoshudianadian', initials: 'hjnsdad', category: 'culture', hours: '14:00-20:00' })
const found = (wish: Partial<typeof all> | { category: Shop['category'] }) => fitting(byDistance([noodles, books], null), { ...all, ...wish }, noon).map((hit) => hit.shop.id)

describe('finding shops', () => {
  it('finds by name, pinyin and initials', () => {
    for (const text of ['老面', 'laomian', 'lzl', 'LZ', '麟州 老面', 'ｌｚ']) expect(found({ text })).toEqual(['M1'])
    expect(found({ text: 'a店' })).toEqual(['M2'])
    expect(found({ text: '没有' })).toEqual([])
  })
  it('keeps to a category, and to what is open', () => {
    expect(found({ category: 'culture' })).toEqual(['M2'])
    expect(found({ openOnly: true })).toEqual(['M1'])
  })
  it('has the nearest first, and loses none', () => {
    const places = fc.record({ lat: fc.double({ min: 38, max: 39, noNaN: true }), lng: fc.double({ min: 110, max: 111, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(places, { maxLength: 20 }), places, (list, pin) => {
        const hits = byDistance(list.map((place) => shop(place)), pin)
        expect(hits).toHaveLength(list.length)
        for (let i = 1; i < hits.length; i++) expect(hits[i]?.metres ?? 0).toBeGreaterThanOrEqual(hits[i - 1]?.metres ?? 0)
      }),
    )
  })
  it('keeps the published order without a pin', () => {
    expect(byDistance([books, noodles], null)).toEqual([{ shop: books, metres: null }, { shop: noodles, metres: null }])
  })
})
