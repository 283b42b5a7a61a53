import { Picker, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { tappable } from './tappable'

type Props = PropsWithChildren<{ names: readonly string[]; chosen: number | null; label: string; onChoose: (township: number) => void }>

/** A list of the townships to choose from, opened by a tap on what is inside. */
export const TownshipPicker = ({ names, chosen, label, onChoose, children }: Props) => (
  <Picker mode='selector' range={[...names]} value={chosen ?? 0} onChange={(event) => onChoose(Number(event.detail.value))}>
    <View {...tappable(label, () => undefined)}>{children}</View>
  </Picker>
)
