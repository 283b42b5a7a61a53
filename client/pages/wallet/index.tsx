import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { chooseWallet, chosenWallet, refreshHome, useHome } from '../../cloud/home'
import { serverNow } from '../../cloud/server-clock'
import { startBankSignIn, spendTicket } from '../../cloud/ticket'
import { Screen } from '../../components/screen'
import { Strip } from '../../components/strip'
import { FamilyList } from '../../features/family/family-list'
import { ensureKey } from '../../features/pay/code'
import { asOf } from '../../features/wallet/as-of'
import { ElderRows } from '../../features/wallet/elder-rows'
import { WalletHeader } from '../../features/wallet/header'
import { NoteList } from '../../features/wallet/note-list'
import { NoticeLine } from '../../features/wallet/notice-line'
import { noticeOf, walletScreen } from '../../features/wallet/phase-of'
import { WalletState } from '../../features/wallet/states'
import { WalletDock } from '../../features/wallet/wallet-dock'
import { useOnline } from '../../platform/network'
import { isElder } from '../../platform/text-size'

const title = '神木消费券'

export default function WalletPage() {
  const state = useHome()
  const online = useOnline()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [open, setOpen] = useState<'family' | 'list' | null>(null)
  const [, redraw] = useState(0)
  useDidShow(() => {
    // Elder mode and the wallet chosen on another screen are read anew.
    redraw((n) => n + 1)
    void spendTicket().then(async (sentence) => {
      setRefusal(sentence)
      await refreshHome()
    })
  })
  usePullDownRefresh(() => void refreshHome(true).then(() => Taro.stopPullDownRefresh()))

  const { home, at, trouble } = state
  const bound = home?.kind === 'bound' ? home : null
  const wallet = bound ? chosenWallet(bound) : undefined
  const screen = walletScreen(state, wallet)
  const elder = isElder()
  const payable = screen.kind === 'vouchers' && !screen.wallet.frozen && online && !trouble ? screen.wallet.walletNo : null
  // The key is fetched here already, so that the first payment may be in a shop without a network.
  useEffect(() => {
    if (payable) void ensureKey(payable)
  }, [payable])
  const choose = (walletNo: string): void => {
    chooseWallet(walletNo)
    setOpen(null)
    redraw((n) => n + 1)
  }
  const dock = <WalletDock screen={screen} elder={elder} onRetry={() => void refreshHome(true)} />
  const tag = home?.programme.demo ? { tag: '演示' } : {}
  const notice = noticeOf({ trouble, online, frozen: wallet?.frozen ?? false, paused: home?.programme.phase === 'paused' })

  if (screen.kind !== 'vouchers' || !bound) {
    return (
      <Screen title={title} dock={dock} {...tag}>
        {refusal ? <Strip kind='alert' text={refusal} /> : home && notice ? <Strip kind={notice.kind} text={notice.text} /> : null}
        {bound && wallet && bound.wallets.length > 1 ? <FamilyList wallets={bound.wallets} chosen={wallet} onChoose={choose} /> : null}
        {screen.kind === 'vouchers' ? null : <WalletState screen={screen} programme={home?.programme ?? null} />}
      </Screen>
    )
  }
  const now = serverNow()
  const { faceFen } = bound.programme
  return (
    <Screen title={title} bar='red' dock={dock} {...tag}>
      <WalletHeader wallets={bound.wallets} chosen={screen.wallet} asOf={asOf(at, now)} elder={elder} onChoose={choose} onSwap={() => setOpen(open === 'family' ? null : 'family')} />
      {open === 'family' ? (
        <View style='padding-top:8px'>
          <FamilyList wallets={bound.wallets} chosen={screen.wallet} onChoose={choose} />
        </View>
      ) : null}
      {refusal ? <Strip kind='alert' text={refusal} /> : elder && !notice ? null : <NoticeLine notice={notice} onSignIn={() => void startBankSignIn().then(setRefusal)} />}
      {elder && open !== 'list' ? (
        <ElderRows wallet={screen.wallet} faceFen={faceFen} onOpen={() => setOpen('list')} />
      ) : (
        <NoteList vouchers={screen.wallet.vouchers} now={now} />
      )}
    </Screen>
  )
}
