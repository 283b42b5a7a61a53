import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { chooseWallet, chosenWallet, refreshHome, useHome } from '../../cloud/home'
import { serverNow } from '../../cloud/server-clock'
import { useTicket } from '../../cloud/ticket'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Screen } from '../../components/screen'
import { Strip } from '../../components/strip'
import { VoucherNote } from '../../components/voucher-note'
import { WalletHeader } from '../../features/wallet/header'
import { noticeOf } from '../../features/wallet/troubles'
import { Welcome } from '../../features/wallet/welcome'
import { go } from '../../platform/go'
import { useOnline } from '../../platform/network'
import '../../components/text.scss'

export default function WalletPage() {
  const { home, at, trouble, loading } = useHome()
  const online = useOnline()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [, redraw] = useState(0)
  useDidShow(() => {
    void useTicket().then((sentence) => {
      setRefusal(sentence)
      return refreshHome(true)
    })
  })
  usePullDownRefresh(() => void refreshHome(true).then(() => Taro.stopPullDownRefresh()))

  if (home?.kind !== 'bound') {
    return (
      <Screen title='神木消费券'>
        {refusal ? <Strip kind='alert' text={refusal} /> : null}
        <Welcome home={home} trouble={trouble} loading={loading} online={online} />
      </Screen>
    )
  }
  const wallet = chosenWallet(home)
  if (!wallet) return <Screen title='神木消费券'>{null}</Screen>
  const notice = noticeOf(home.programme, wallet, trouble, online)
  const choose = (walletNo: string): void => {
    chooseWallet(walletNo)
    redraw((n) => n + 1)
  }
  return (
    <Screen title='神木消费券'>
      <WalletHeader wallets={home.wallets} chosen={wallet} at={at} demo={home.programme.demo} onChoose={choose} />
      {notice ? <Strip kind={notice.kind} text={notice.text} /> : null}
      {wallet.issued ? (
        wallet.vouchers.map((voucher, i) => <VoucherNote key={voucher.no} voucher={voucher} flower={i % 5} now={serverNow()} />)
      ) : (
        <View className='body'>券还没有到账，不用抢，也不用申请。到账后会显示在这里。</View>
      )}
      <Dock left={{ label: '商户', icon: 'shop', onTap: () => go('shops') }} right={{ label: '我的', icon: 'user', onTap: () => go('me') }}>
        <ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />
      </Dock>
    </Screen>
  )
}
