import { Text, View } from '@tarojs/components'
import type { OrderView } from '#contract/resident'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import { orderWords } from './words'
import './order-row.scss'

const looks = {
  done: { icon: 'check', color: colors.pine },
  refused: { icon: 'cross', color: colors.ochreDeep },
  back: { icon: 'refresh', color: colors.indigo },
} as const

/** One order: a shape for what became of it, the shop, and the words. `who` where the phone holds several wallets. */
export function OrderRow({ order, who, onTap }: { order: OrderView; who: string | null; onTap: () => void }) {
  const { mark, title, what, detail } = orderWords(order)
  return (
    <View className='order' {...tappable(`${title}，${what}，${detail}`, onTap)}>
      <View className={`order__mark order__mark--${mark}`}>
        <Icon name={looks[mark].icon} color={looks[mark].color} size={18} line={2.2} />
      </View>
      <View className='order__text'>
        <View className='order__title'>{title}</View>
        <View className={`order__what order__what--${mark}`}>{what}</View>
        <View className='order__detail'>
          {who ? <Text>{who}　</Text> : null}
          <Text>{detail}</Text>
        </View>
      </View>
      <Icon name='next' color={colors.inkThird} size={20} />
    </View>
  )
}
