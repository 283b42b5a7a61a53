import type { OrderView } from '../../../contract/resident'

let last: OrderView | null = null

/** The order the result page shows; it lives as long as the app does, the history keeps it. */
export const showOrder = (order: OrderView): void => {
  last = order
}
export const shownOrder = (): OrderView | null => last
