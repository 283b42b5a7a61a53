import { useEffect, useState } from 'react'
import type { ShopsFile } from '../../../contract/published'
import { loadShops } from '../../cloud/published'

export type ShopsState = { kind: 'loading' } | { kind: 'none' } | { kind: 'here'; file: ShopsFile }

/** The published shops: fetched once, then from the phone. */
export function useShops(): ShopsState {
  const [state, setState] = useState<ShopsState>({ kind: 'loading' })
  useEffect(() => void loadShops().then((file) => setState(file ? { kind: 'here', file } : { kind: 'none' })), [])
  return state
}
