import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { OrderView } from '#contract/resident'
import { useHome } from '../../cloud/home'
import { serverNow } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { Screen } from '../../components/screen'
import { Sheet } from '../../components/sheet'
import { Strip } from '../../components/strip'
import { OrderRow } from '../../features/history/order-row'
import { useHistory } from '../../features/history/use-history'
import { byDay } from '../../features/history/words'
import { showOrder } from '../../features/pay/last-order'
import { go, goBack } from '../../platform/go'
import '../../components/text.scss'

export default function HistoryPage() {
  const { orders, more, busy, said, load } = useHistory()
  const { home } = useHome()
  useReachBottom(() => void load())
  const wallets = home?.kind === 'bound' ? home.wallets : []
  const who = ({ walletNo }: OrderView): string | null => (wallets.length > 1 ? (wallets.find((wallet) => wallet.walletNo === walletNo)?.name ?? null) : null)
  const open = (order: OrderView): void => {
    showOrder(order)
    go('result', `tradeNo=${encodeURIComponent(order.tradeNo)}`)
  }
  return (
    <Screen title='使用记录' onBack={goBack}>
      {said ? <Strip kind='alert' text={said} /> : null}
      {orders.length === 0 && !said ? (
        <View className='body' ariaRole='status'>
          {busy || more ? '正在取记录' : '还没有用过券。用过以后，哪天在哪家店都记在这里。'}
        </View>
      ) : null}
      {byDay(orders, serverNow()).map(({ day, label, orders: ofDay }) => (
        <View key={day}>
          <View className='heading' ariaRole='heading'>
            {label}
          </View>
          <Sheet>
            {ofDay.map((order) => (
              <OrderRow key={order.tradeNo} order={order} who={who(order)} onTap={() => open(order)} />
            ))}
          </Sheet>
        </View>
      ))}
      {(more && orders.length > 0) || said ? (
        <View style='margin:4px 16px 20px'>
          <ActionButton kind='secondary' label={said ? '再试一次' : '看更早的'} busy={busy} busyLabel='正在取' onTap={() => void load()} />
        </View>
      ) : null}
    </Screen>
  )
}
