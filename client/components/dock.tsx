import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './dock.scss'

export type DockItem = { label: string; icon: string; onTap: () => void }
type Props = { left?: DockItem; right?: DockItem; children: ReactNode }

const Side = ({ label, icon, onTap }: DockItem) => (
  <View className='dock__side pressable' ariaRole='button' ariaLabel={label} tabIndex={0} onClick={onTap}>
    <Icon name={icon} color={colors.inkSecond} size={24} />
    <Text>{label}</Text>
  </View>
)

/** The fixed foot: one main thing within reach of the thumb, at most one on either side. */
export const Dock = ({ left, right, children }: Props) => (
  <View className='dock'>
    {left ? <Side label={left.label} icon={left.icon} onTap={left.onTap} /> : null}
    <View className='dock__main'>{children}</View>
    {right ? <Side label={right.label} icon={right.icon} onTap={right.onTap} /> : null}
  </View>
)
