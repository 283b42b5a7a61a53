import { readStored, store } from '../platform/storage'

// Which township a resident has said is theirs. It is chosen by hand, stays on this phone and serves the shops, help and binding alike.

/** Index into the published townships, or null. */
export const chosenTownship = (): number | null => readStored<number>('township')
export const chooseTownship = (township: number): void => store('township', township)
