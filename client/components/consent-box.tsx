import { View } from '@tarojs/components'
import { Tick } from './tick'
import { tappable } from './tappable'
import './consent-box.scss'

type Props = { title: string; detail: string; checked: boolean; onToggle: () => void }

/** One consent, given or not on its own. */
export const ConsentBox = ({ title, detail, checked, onToggle }: Props) => (
  <View className='consent' {...tappable(`${title}。${detail}`, onToggle, 'checkbox')} ariaChecked={checked}>
    <Tick checked={checked} />
    <View className='consent__text'>
      <View className='consent__title'>{title}</View>
      <View className='consent__detail'>{detail}</View>
    </View>
  </View>
)
