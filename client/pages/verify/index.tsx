import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { refreshHome, useHome } from '../../cloud/home'
import { Screen } from '../../components/screen'
import { BankSignIn } from '../../features/bind/bank-sign-in'
import { VerifyForm } from '../../features/bind/verify-form'
import '../../components/text.scss'

export default function VerifyPage() {
  const { home, loading } = useHome()
  useDidShow(() => void refreshHome())

  const vouched = home?.kind === 'not-bound' ? home.vouchedBy : null
  const pendingCase = home?.kind === 'not-bound' ? (home.pendingCase?.caseNo ?? null) : null
  if (process.env.TARO_ENV !== 'weapp' && !vouched) return <Screen title='身份核验'>{loading && !home ? <View className='body'>正在核对…</View> : <BankSignIn />}</Screen>
  return <VerifyForm vouched={vouched} pendingCase={pendingCase} />
}
