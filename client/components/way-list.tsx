import { View } from '@tarojs/components'
import type { IconName } from '../art/icons'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import { Phrases } from './phrases'
import { tappable } from './tappable'
import './way-list.scss'

/** `end` says what a tap does where it does not open a screen; without `onTap` the way is advice. */
export type Way = { icon: IconName; title: string; detail: string; end?: 'next' | 'phone'; onTap?: () => void }

/** Ways on, each a sheet of its own, or joined as one. */
export const WayList = ({ ways, joined = false }: { ways: readonly Way[]; joined?: boolean }) => (
  <View className={joined ? 'ways ways--joined' : 'ways'}>
    {ways.map(({ icon, title, detail, onTap, end = onTap ? 'next' : undefined }) => (
      <View key={title} className='way' {...(onTap ? tappable(`${title}，${detail}`, onTap) : {})}>
        <View className='way__icon'>
          <Icon name={icon} color={colors.ochre} size={22} still />
        </View>
        <View className='way__text'>
          <View className='way__title'>
            <Phrases text={title} />
          </View>
          <View className='way__detail'>
            <Phrases text={detail} />
          </View>
        </View>
        {end ? <Icon name={end} color={end === 'phone' ? colors.date : colors.inkThird} size={end === 'phone' ? 24 : 20} /> : null}
      </View>
    ))}
  </View>
)
