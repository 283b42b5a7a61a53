import { View } from '@tarojs/components'
import type { WalletView } from '#contract/resident'
import { dayMonth, dayMonthTime } from '../../components/dates'
import { Flower } from '../../components/flower'
import { Icon } from '../../components/icon'
import { Stamp } from '../../components/stamp'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import './elder-rows.scss'

type Props = { wallet: WalletView; faceFen: number; onOpen: () => void }

/** Two lines instead of a list: what can be used, and what has been. The list is one tap away. */
export function ElderRows({ wallet, faceFen, onOpen }: Props) {
  const face = faceFen / 100
  const usable = wallet.vouchers.filter(({ state }) => state.kind === 'usable' || state.kind === 'returned')
  const used = wallet.vouchers.flatMap(({ state }) => (state.kind === 'used' ? [state.at] : []))
  const first = usable[0]
  const fund = usable.every((voucher) => voucher.fund.kind === 'enterprise') ? '企业资金' : usable.some((voucher) => voucher.fund.kind === 'enterprise') ? '市财政和企业资金' : '市财政资金'
  return (
    <View>
      {first ? (
        <View className='elder-row' {...tappable(`能用 ${usable.length} 张，看全部`, onOpen)}>
          <Flower variant={0} state='usable' size={62} face={face} />
          <View className='elder-row__text'>
            <View className='elder-row__title'>能用 {usable.length} 张</View>
            <View className='elder-row__detail'>
              {fund}，{dayMonth(first.validUntil - 1)}前
            </View>
          </View>
          <Icon name='next' color={colors.ink} size={26} line={2.2} />
        </View>
      ) : null}
      {used.length > 0 ? (
        <View className='elder-row elder-row--used'>
          <Flower variant={0} state='used' size={62} face={face} />
          <View className='elder-row__text'>
            <View className='elder-row__title'>用过 {used.length} 张</View>
            <View className='elder-row__detail'>{dayMonthTime(Math.max(...used))}</View>
          </View>
          <Stamp word='已用' />
        </View>
      ) : null}
    </View>
  )
}
