import { Text, View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './strip.scss'

const looks = {
  offline: { icon: 'offline', color: colors.ochreDeep },
  busy: { icon: 'clock', color: colors.ochreDeep },
  alert: { icon: 'alert', color: colors.ochreDeep },
  frozen: { icon: 'lock', color: colors.indigo },
} as const

/** One line that says in what state things are. It is read out when it appears. */
export const Strip = ({ kind, text }: { kind: keyof typeof looks; text: string }) => (
  <View className={kind === 'frozen' ? 'strip strip--frozen' : 'strip'} ariaRole='status'>
    <Icon name={looks[kind].icon} color={looks[kind].color} size={20} />
    <Text>{text}</Text>
  </View>
)
