import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '../art/icons'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import { tappable } from './tappable'
import './dock.scss'

export type DockItem = { label: string; icon: IconName; onTap: () => void }
type Props = { left?: DockItem; main?: ReactNode; right?: DockItem; note?: ReactNode; children?: ReactNode }

const Side = ({ item, place }: { item: DockItem; place: 'left' | 'right' }) => (
  <View className={`dock__side dock__side--${place}`} {...tappable(item.label, item.onTap)}>
    <Icon name={item.icon} color={colors.inkSecond} size={24} />
    <Text className='dock__word'>{item.label}</Text>
  </View>
)

/** The fixed foot: one main thing within reach of the thumb, at most one on either side, and above it what is still missing. */
export const Dock = ({ left, main, right, note, children }: Props) => (
  <View className='dock'>
    {note ? <View className='dock__note'>{note}</View> : null}
    <View className='dock__row'>
      {left ? <Side item={left} place='left' /> : null}
      <View className='dock__main'>{main ?? children}</View>
      {right ? <Side item={right} place='right' /> : null}
    </View>
  </View>
)
