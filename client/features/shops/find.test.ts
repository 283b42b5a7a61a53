import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shop } from '../../../contract/published'
import { distance, distanceWords, findShops, isOpen, lastUsedWords } from './find'

const shop = (change: Partial<Shop>): Shop => ({
  id: 'M1', name: '麟州老面馆', category: 'dining', icon: 'noodles', township: 2, address: '', phone: '', hours: '07:00-21:30',
  lat: 38.84, lng: 110.5, tills: ['ABC'], pinyin: 'linzhoulaomianguan', initials: 'lzlmg', lastUsed: null, ...change,
})
const noon = Date.parse('2023-01-21T12:03:00+08:00')
const all = { category: null, township: null, text: '', openOnly: false, pin: null }

describe('finding shops', () => {
  it('finds by name, pinyin and initials', () => {
    const shops = [shop({}), shop({ id: 'M2', name: '红碱淖书店', pinyin: 'hongjiannaoshudian', initials: 'hjnsd', category: 'culture' })]
    for (const text of ['老面', 'laomian', 'lzl', 'LZ']) expect(findShops(shops, { ...all, text }, noon).map((hit) => hit.shop.id)).toEqual(['M1'])
    expect(findShops(shops, { ...all, category: 'culture' }, noon)).toHaveLength(1)
  })
  it('sorts by distance from a pin', () => {
    const places = fc.record({ lat: fc.double({ min: 38, max: 39, noNaN: true }), lng: fc.double({ min: 110, max: 111, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(places, { maxLength: 20 }), places, (list, pin) => {
        const hits = findShops(list.map((place) => shop(place)), { ...all, pin }, noon)
        for (let i = 1; i < hits.length; i++) expect(hits[i]?.metres ?? 0).toBeGreaterThanOrEqual(hits[i - 1]?.metres ?? 0)
      }),
    )
  })
  it('knows the distance of two known places', () => {
    expect(distance({ lat: 38, lng: 110 }, { lat: 39, lng: 110 })).toBeCloseTo(111_195, -1)
  })
  it('is open by Shanghai time, over midnight too', () => {
    expect(isOpen('07:00-21:30', noon)).toBe(true)
    expect(isOpen('22:00-02:00', noon)).toBe(false)
    expect(isOpen('22:00-02:00', Date.parse('2023-01-21T01:00:00+08:00'))).toBe(true)
    expect(isOpen('00:00-24:00', noon)).toBe(true)
  })
  it('says distances and last use in words', () => {
    expect([distanceWords(318), distanceWords(712), distanceWords(1_240), distanceWords(23_400)]).toEqual(['很近，约 320 米', '约 700 米', '约 1.2 公里', '约 23 公里'])
    expect(lastUsedWords('2023-01-21', noon).text).toBe('今天有人在这里用过')
    expect(lastUsedWords('2023-01-20', noon).text).toBe('昨天有人在这里用过')
    expect(lastUsedWords(null, noon).used).toBe(false)
  })
})
