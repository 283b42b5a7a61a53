import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useHome } from '../../cloud/home'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Screen } from '../../components/screen'
import { useOrder } from '../../features/pay/last-order'
import { NotPaid } from '../../features/pay/not-paid'
import { Paid } from '../../features/pay/paid'
import { go, goBack, goHome, goInstead } from '../../platform/go'
import '../../components/text.scss'

export default function ResultPage() {
  const { tradeNo = '' } = useRouter().params
  const { order, loading } = useOrder(decodeURIComponent(tradeNo))
  const { home } = useHome()
  const wallet = home?.kind === 'bound' ? home.wallets.find((one) => one.walletNo === order?.walletNo) : undefined
  const help = { label: '有疑问', icon: 'doubt' as const, onTap: () => go('help') }
  if (!order || !home) {
    const dock = <Dock left={help} main={<ActionButton label='回到券包' onTap={goHome} />} />
    return (
      <Screen title='付款结果' onBack={goBack} dock={dock}>
        <View className='body' ariaRole='status'>
          {loading ? '正在取结果' : '这笔的结果请看收银台，或看使用记录。'}
        </View>
      </Screen>
    )
  }
  if (order.state.kind === 'paid') {
    return (
      <Screen title='付款结果' onBack={goBack} dock={<Dock left={help} main={<ActionButton label='知道了' onTap={goHome} />} />}>
        <Paid order={order} word={order.state.checkWord} />
      </Screen>
    )
  }
  const again = <ActionButton label='再出示付款码' icon='qr' onTap={() => goInstead('pay')} />
  return (
    <Screen title='付款结果' onBack={goBack} dock={<Dock left={help} main={again} />}>
      <NotPaid order={order} programme={home.programme} wallet={wallet} />
    </Screen>
  )
}
