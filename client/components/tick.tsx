import { View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './tick.scss'

/** The box of something that can be agreed to or switched on; the words beside it name it. */
export const Tick = ({ checked, size = 24 }: { checked: boolean; size?: number }) => (
  <View className={checked ? 'tick tick--checked' : 'tick'} style={`width:${size}px;height:${size}px`} ariaHidden>
    {checked ? <Icon name='check' color={colors.white} size={size - 6} line={2.6} still /> : null}
  </View>
)
