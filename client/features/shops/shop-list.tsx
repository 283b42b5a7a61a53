import { View } from '@tarojs/components'
import Taro, { usePageScroll } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Hit } from './find'
import { ShopRow } from './shop-row'
import { type Window, windowOf } from './window'

type Props = { hits: readonly Hit[]; now: number; elder: boolean; onTap: (id: string) => void }
type Measured = { top: number; row: number; screen: number }

const firstRows: Window = { from: 0, to: 20 }
const guess: Measured = { top: 230, row: 88, screen: 800 }

/** Where the list begins and how high a row is, in px of the device: both follow the text size. */
const measure = (scrolled: number, ready: (measured: Measured) => void): void =>
  Taro.nextTick(() => {
    const query = Taro.createSelectorQuery()
    query.select('#shop-list').boundingClientRect()
    query.select('.shop-row').boundingClientRect()
    query.exec((found: ({ top: number; height: number } | null)[]) => {
      const [list, row] = found
      if (list && row && row.height > 0) ready({ top: list.top + scrolled, row: row.height, screen: Taro.getWindowInfo().windowHeight })
    })
  })

/** The shops that fit. Only the rows near the screen exist; room above and below stands for the others. */
export function ShopList({ hits, now, elder, onTap }: Props) {
  const measured = useRef(guess)
  const scrolled = useRef(0)
  const [drawn, setDrawn] = useState(firstRows)

  const redraw = (): void => {
    const { top, row, screen } = measured.current
    const next = windowOf(scrolled.current, top, screen, row, hits.length)
    setDrawn((before) => (before.from === next.from && before.to === next.to ? before : next))
  }
  usePageScroll(({ scrollTop }) => {
    scrolled.current = scrollTop
    redraw()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the rows change, not when the function does
  useEffect(() => {
    redraw()
    measure(scrolled.current, (found) => {
      measured.current = found
      redraw()
    })
  }, [hits, elder])

  const { row } = measured.current
  const from = Math.min(drawn.from, hits.length)
  const to = Math.min(Math.max(drawn.to, from), hits.length)
  return (
    <View id='shop-list' className='shops__list' style={`padding-top:${from * row}px;padding-bottom:${(hits.length - to) * row}px`}>
      {hits.slice(from, to).map((hit) => (
        <ShopRow key={hit.shop.id} hit={hit} now={now} elder={elder} onTap={onTap} />
      ))}
    </View>
  )
}
