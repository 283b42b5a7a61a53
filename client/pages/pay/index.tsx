import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { chosenWallet, refreshHome, useHome } from '../../cloud/home'
import { ActionButton } from '../../components/action-button'
import { Icon } from '../../components/icon'
import { Screen } from '../../components/screen'
import { CodeCard } from '../../features/pay/code-card'
import { showOrder } from '../../features/pay/last-order'
import { SelfTest } from '../../features/pay/self-test'
import { useCode } from '../../features/pay/use-code'
import { useResult } from '../../features/pay/use-result'
import { goInstead } from '../../platform/go'
import { useOnline } from '../../platform/network'
import { brighten, onScreenshot } from '../../platform/screen'
import { colors } from '../../styles/colors'

export default function PayPage() {
  const { home } = useHome()
  const online = useOnline()
  const wallet = home?.kind === 'bound' ? chosenWallet(home) : undefined
  const code = useCode(wallet?.issued && !wallet.frozen ? wallet.walletNo : null)
  const [testing, setTesting] = useState(false)
  const result = useResult((order) => {
    showOrder(order)
    void refreshHome(true)
    goInstead('result')
  })
  useEffect(() => void refreshHome(), [])
  useEffect(() => brighten(), [])
  useEffect(() => onScreenshot(() => void Taro.showToast({ title: '截图不能付款，也请不要转发。', icon: 'none' })), [])

  const line = result.said ?? (code?.ok && code.unsure ? '时间可能不准，联网校时后再试。' : online ? null : '没有网络，照样能付。结果以收银台为准。')
  return (
    <Screen title='消费券付款码' tone='red'>
      <View className='pay-owner'>
        <Icon name='user' color={colors.wheat} size={24} />
        <Text>{wallet ? `${wallet.name} 的消费券` : '还没有消费券'}</Text>
      </View>
      {wallet?.frozen ? <View className='pay-line'>券已冻结，解冻后再用。</View> : wallet ? <CodeCard code={code} wallet={wallet} /> : null}
      <View className='pay-line' ariaRole='status'>
        {line ? <Icon name={online ? 'alert' : 'offline'} color={colors.wheat} size={20} /> : null}
        <Text>{line ?? ''}</Text>
      </View>
      <View className='pay-foot'>
        <View className='pay-foot__item'>
          <ActionButton kind='onRed' icon='shield' label='试一试' onTap={() => setTesting(true)} />
        </View>
        <View className='pay-foot__item'>
          <ActionButton kind='onRed' icon='refresh' label='查结果' busy={result.asking} onTap={result.ask} />
        </View>
      </View>
      {testing ? <SelfTest code={code} onClose={() => setTesting(false)} /> : null}
    </Screen>
  )
}
