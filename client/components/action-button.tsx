import { Text, View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './action-button.scss'

type Props = { label: string; icon?: string; kind?: 'primary' | 'secondary' | 'onRed'; busy?: boolean; onTap: () => void }

/** A button. It is never greyed out: a tap on it says what is missing. While it works it says so and takes no second tap. */
export function ActionButton({ label, icon, kind = 'primary', busy = false, onTap }: Props) {
  const color = kind === 'primary' ? colors.white : kind === 'secondary' ? colors.date : colors.wheat
  return (
    <View className={`action action--${kind}${busy ? ' action--busy' : ''}`} ariaRole='button' ariaLabel={label} tabIndex={0} onClick={() => (busy ? undefined : onTap())}>
      {icon ? <Icon name={icon} color={color} size={22} /> : null}
      <Text>{label}</Text>
    </View>
  )
}
