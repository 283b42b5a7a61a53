import { describe, expect, it } from 'vitest'
import { distance, distanceWords, nearestTownship, pinPlace } from './place'

const townships = [{ lat: 38.82, lng: 110.5 }, { lat: 39.27, lng: 110.23 }]

describe('places', () => {
  it('knows the distance of two known places', () => {
    expect(distance({ lat: 38, lng: 110 }, { lat: 39, lng: 110 })).toBeCloseTo(111_195, -1)
    expect(distance({ lat: 38, lng: 110 }, { lat: 38, lng: 110 })).toBe(0)
  })
  it('says distances in words', () => {
    expect([3, 318, 494, 496, 712, 960, 1_240, 2_010, 9_960, 23_400].map(distanceWords)).toEqual([
      '很近，约 10 米', '很近，约 320 米', '很近，约 490 米', '约 500 米', '约 700 米', '约 1 公里', '约 1.2 公里', '约 2 公里', '约 10 公里', '约 23 公里',
    ])
  })
  it('finds the place of a pin, and the township near it', () => {
    expect(pinPlace(null, townships)).toBeNull()
    expect(pinPlace({ kind: 'township', township: 1 }, townships)).toEqual(townships[1])
    expect(pinPlace({ kind: 'township', township: 9 }, townships)).toBeNull()
    expect(pinPlace({ kind: 'map', at: { lat: 39, lng: 110 } }, townships)).toEqual({ lat: 39, lng: 110 })
    expect(nearestTownship({ lat: 39.2, lng: 110.2 }, townships)).toBe(1)
    expect(nearestTownship({ lat: 39.2, lng: 110.2 }, [])).toBeNull()
  })
})
