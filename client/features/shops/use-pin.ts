import { useState } from 'react'
import { chooseTownship } from '../../components/township'
import { readStored, store } from '../../platform/storage'
import type { Pin, Place } from './place'
import { nearestTownship } from './place'

/** The pin the resident has set. It is kept on this phone and sent nowhere. */
export function usePin(): { pin: Pin | null; toTownship: (township: number) => void; toMap: (at: Place, townships: readonly Place[]) => void } {
  const [pin, setPin] = useState(() => readStored<Pin>('pin'))
  const keep = (next: Pin, township: number | null): void => {
    store('pin', next)
    if (township !== null) chooseTownship(township)
    setPin(next)
  }
  return {
    pin,
    toTownship: (township) => keep({ kind: 'township', township }, township),
    toMap: (at, townships) => keep({ kind: 'map', at }, nearestTownship(at, townships)),
  }
}
