import { View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './count-row.scss'

type Props = { left: number; total: number; onRed?: boolean; size?: number }

/** One flower a voucher: filled is left, dashed is used. Named, so that it is heard as well as seen. */
export function CountRow({ left, total, onRed = false, size = onRed ? 24 : 18 }: Props) {
  const whole = onRed ? colors.white : colors.date
  const cut = onRed ? colors.wheat : colors.frame
  return (
    <View className={onRed ? 'count-row count-row--on-red' : 'count-row'} ariaRole='img' ariaLabel={`${total} 张里还剩 ${left} 张`}>
      {Array.from({ length: total }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the flowers have no other name than their place
        <Icon key={i} name={i < left ? 'bloom' : 'bloom-used'} size={size} color={i < left ? whole : cut} />
      ))}
    </View>
  )
}
