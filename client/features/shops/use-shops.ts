import { useEffect, useState } from 'react'
import type { ShopsFile } from '#contract/published'
import { loadShops } from '../../cloud/published'

export type ShopsState = { kind: 'loading' } | { kind: 'none' } | { kind: 'here'; file: ShopsFile }

// Reading 5,000 shops from the phone's store takes a moment, so one reading serves the list and every shop opened from it.
let read: ShopsFile | null = null

/** The published shops: fetched once, then from the phone. `again` asks once more after there was no network. */
export function useShops(): { state: ShopsState; again: () => void } {
  const [state, setState] = useState<ShopsState>(read ? { kind: 'here', file: read } : { kind: 'loading' })
  const load = (): void =>
    void loadShops().then((file) => {
      read = file ?? read
      setState(read ? { kind: 'here', file: read } : { kind: 'none' })
    })
  useEffect(load, [])
  const again = (): void => {
    setState({ kind: 'loading' })
    load()
  }
  return { state, again }
}
