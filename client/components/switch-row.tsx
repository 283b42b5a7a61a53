import { View } from '@tarojs/components'
import type { IconName } from '../art/icons'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import { tappable } from './tappable'
import { Tick } from './tick'
import './way-list.scss'

type Props = { icon: IconName; title: string; detail: string; checked: boolean; onToggle: () => void }

/** Something switched on or off, in the look of a way on. */
export const SwitchRow = ({ icon, title, detail, checked, onToggle }: Props) => (
  <View className='ways--joined'>
    <View className='way' {...tappable(`${title}。${detail}`, onToggle, 'checkbox')} ariaChecked={checked}>
      <View className='way__icon'>
        <Icon name={icon} color={colors.ochre} size={22} still />
      </View>
      <View className='way__text'>
        <View className='way__title'>{title}</View>
        <View className='way__detail'>{detail}</View>
      </View>
      <Tick checked={checked} size={28} />
    </View>
  </View>
)
