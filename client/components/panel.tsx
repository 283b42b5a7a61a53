import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { IconName } from '../art/icons'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './panel.scss'

/** A white sheet with a fine edge. */
export const Panel = ({ children }: PropsWithChildren) => <View className='panel'>{children}</View>

/** One fact a line: what it is, and what is so. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className='fact'>
    <Text className='fact__name'>{name}</Text>
    <View className='fact__value'>{children}</View>
  </View>
)

type WayProps = { icon: IconName; title: string; detail: string; onTap?: () => void }

/** One way on. Without a tap it is advice. */
export const Way = ({ icon, title, detail, onTap }: WayProps) => (
  <View className='way' {...(onTap ? { ariaRole: 'button', tabIndex: 0, onClick: onTap } : {})} ariaLabel={`${title}，${detail}`}>
    <View className='way__icon'>
      <Icon name={icon} color={colors.ochre} />
    </View>
    <View className='way__text'>
      <View className='way__title'>{title}</View>
      <View className='way__detail'>{detail}</View>
    </View>
    {onTap ? <Icon name='next' color={colors.inkThird} size={20} /> : null}
  </View>
)
