import { Text, View } from '@tarojs/components'
import type { IconName } from '../art/icons'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import { tappable } from './tappable'
import './action-button.scss'

type Kind = 'primary' | 'secondary' | 'onRed'
type Props = { label: string; icon?: IconName; kind?: Kind; busy?: boolean; busyLabel?: string; onTap: () => void }

const ink = { primary: colors.white, secondary: colors.date, onRed: colors.white }

/** A button. It is never greyed out: a tap on it says what is missing. While it works it says so and takes no second tap. */
export function ActionButton({ label, icon, kind = 'primary', busy = false, busyLabel = '正在核对', onTap }: Props) {
  const words = busy ? busyLabel : label
  return (
    <View className={`action action--${kind}${busy ? ' action--busy' : ''}`} {...tappable(words, () => (busy ? undefined : onTap()))}>
      {icon && !busy ? <Icon name={icon} color={ink[kind]} size={22} /> : null}
      <Text>{words}</Text>
    </View>
  )
}
