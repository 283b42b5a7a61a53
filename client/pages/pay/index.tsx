import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { chooseWallet, chosenWallet, refreshHome, useHome } from '../../cloud/home'
import { clockDoubtful } from '../../cloud/server-clock'
import { startBankSignIn } from '../../cloud/ticket'
import { ActionButton } from '../../components/action-button'
import { Icon } from '../../components/icon'
import { Screen } from '../../components/screen'
import { FamilyList } from '../../features/family/family-list'
import { forgetOtherKeys } from '../../features/pay/code'
import { CodeCard } from '../../features/pay/code-card'
import { showOrder } from '../../features/pay/last-order'
import { NoWallet } from '../../features/pay/no-wallet'
import { Owner } from '../../features/pay/owner'
import { payLine } from '../../features/pay/pay-line'
import { SelfTest } from '../../features/pay/self-test'
import { useCode } from '../../features/pay/use-code'
import { useResult } from '../../features/pay/use-result'
import { goBack, goInstead } from '../../platform/go'
import { useOnline } from '../../platform/network'
import { brighten, onScreenshot } from '../../platform/screen'
import { isElder } from '../../platform/text-size'
import { colors } from '../../styles/colors'
import './index.scss'

const screenshotSentence = '截图不能付款，也请不要转发。'

export default function PayPage() {
  const { home } = useHome()
  const online = useOnline()
  const bound = home?.kind === 'bound' ? home : null
  const [walletNo, setWalletNo] = useState<string | null>(null)
  const wallet = bound?.wallets.find((one) => one.walletNo === walletNo) ?? (bound ? chosenWallet(bound) : undefined)
  const usable = wallet?.issued && !wallet.frozen ? wallet.walletNo : null
  const shown = useCode(usable, online)
  const [view, setView] = useState<'code' | 'family' | 'test'>('code')
  const [said, setSaid] = useState<string | null>(null)
  const elder = isElder()
  const result = useResult((order) => {
    showOrder(order)
    void refreshHome(true)
    goInstead('result', `tradeNo=${encodeURIComponent(order.tradeNo)}`)
  })
  useEffect(() => void refreshHome(), [])
  useEffect(() => brighten(), [])
  useEffect(() => onScreenshot(() => setSaid(screenshotSentence)), [])
  // A sentence said to a tap is about that moment; the next picture of the code takes it away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the picture counts
  useEffect(() => {
    setSaid(null)
    result.unsay()
  }, [shown.code])
  useEffect(() => {
    if (bound) void forgetOtherKeys(bound.wallets.map((one) => one.walletNo))
  }, [bound])

  const choose = (chosen: string): void => {
    chooseWallet(chosen)
    setWalletNo(chosen)
    setView('code')
  }
  const signIn = (): void => void startBankSignIn().then(setSaid)
  const line = payLine({ said: said ?? result.said, hasCode: shown.code?.ok === true, doubtful: clockDoubtful(online), online })

  return (
    <Screen title='消费券付款码' tone='red' onBack={goBack}>
      {wallet && bound ? (
        <>
          <Owner wallet={wallet} elder={elder} onSwap={bound.wallets.length > 1 ? () => setView(view === 'family' ? 'code' : 'family') : null} />
          {view === 'family' ? (
            <FamilyList wallets={bound.wallets} chosen={wallet} onChoose={choose} />
          ) : view === 'test' && usable ? (
            <SelfTest walletNo={usable} shown={shown} onClose={() => setView('code')} />
          ) : usable ? (
            <CodeCard shown={shown} wallet={wallet} faceFen={bound.programme.faceFen} elder={elder} onSignIn={signIn} />
          ) : (
            <NoWallet reason={wallet.frozen ? 'frozen' : 'not-issued'} />
          )}
        </>
      ) : (
        <NoWallet reason='not-bound' />
      )}
      <View className={line ? 'pay-line' : 'pay-line pay-line--empty'} ariaRole='status'>
        {line ? <Icon name={line.icon} color={colors.wheat} size={20} /> : null}
        <View className='pay-line__words'>
          {(line?.words ?? []).map((words) => (
            <Text key={words}>{words}</Text>
          ))}
        </View>
      </View>
      {usable && view === 'code' && !(elder && !online) ? (
        <View className='pay-foot'>
          {elder ? null : (
            <View className='pay-foot__item'>
              <ActionButton kind='onRed' icon='shield' label='试一试' onTap={() => setView('test')} />
            </View>
          )}
          <View className='pay-foot__item'>
            <ActionButton kind='onRed' icon='refresh' label='查结果' busy={result.asking} busyLabel='正在查' onTap={result.ask} />
          </View>
        </View>
      ) : null}
    </Screen>
  )
}
