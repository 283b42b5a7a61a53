import { View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'

type Props = { left: number; total: number; onRed?: boolean; size?: number }

/** One flower a voucher: filled is left, dashed is used. Named, so that it is heard as well as seen. */
export const CountRow = ({ left, total, onRed = false, size = 24 }: Props) => (
  <View ariaRole='img' ariaLabel={`${total} 张里还剩 ${left} 张`} style='display:flex;gap:7px'>
    {Array.from({ length: total }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the flowers have no other name than their place
      <Icon key={i} name={i < left ? 'bloom' : 'bloom-used'} size={size} color={onRed ? (i < left ? colors.white : colors.wheat) : i < left ? colors.date : colors.frame} />
    ))}
  </View>
)
