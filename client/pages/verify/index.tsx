import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ResidentOutput } from '../../../contract/resident'
import { callResident } from '../../cloud/call'
import { refreshHome, useHome } from '../../cloud/home'
import { startBankSignIn } from '../../cloud/ticket'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Consent } from '../../components/field'
import { Fact, Panel, Way } from '../../components/panel'
import { Screen } from '../../components/screen'
import { Strip } from '../../components/strip'
import { NotMatched } from '../../features/bind/not-matched'
import { missingOf, type Typed, TypedPerson } from '../../features/bind/typed-person'
import { goHome } from '../../platform/go'
import '../../components/text.scss'

const weapp = process.env.TARO_ENV === 'weapp'
const empty: Typed = { name: '', idNumber: '', phoneCode: '' }

export default function VerifyPage() {
  const { home } = useHome()
  const [typed, setTyped] = useState(empty)
  const [match, setMatch] = useState(false)
  const [share, setShare] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [result, setResult] = useState<Extract<ResidentOutput<'bind'>, { kind: 'case' }> | null>(null)
  useEffect(() => void refreshHome(), [])

  const vouched = home?.kind === 'not-bound' ? home.vouchedBy : null
  const consents = (match ? 0 : 1) + (share ? 0 : 1)
  const missing = (weapp ? missingOf(typed) : null) ?? (consents > 0 ? `还有 ${consents} 项没有同意` : null)

  const bind = async (): Promise<void> => {
    if (missing) return setSaid(missing)
    setBusy(true)
    const reply = await callResident('bind', { consents: { match: true, share: true }, ...(weapp ? { typed } : {}) })
    setBusy(false)
    if (!reply.ok) {
      // A phone code is good once; whatever was refused, the next try needs another.
      setTyped((before) => ({ ...before, phoneCode: '' }))
      return setSaid(reply.message)
    }
    if (reply.data.kind === 'case') return setResult(reply.data)
    await refreshHome(true)
    goHome()
  }

  if (result)
    return (
      <Screen title='身份核验'>
        <NotMatched
          result={result}
          onAgain={() => {
            setResult(null)
            setTyped((before) => ({ ...before, phoneCode: '' }))
          }}
        />
      </Screen>
    )
  if (!weapp && !vouched)
    return (
      <Screen title='身份核验'>
        <View className='title'>从银行应用核验</View>
        <View className='body'>银行已经核对过您的身份，点一下就能看到您的券。</View>
        {said ? <Strip kind='alert' text={said} /> : null}
        <Panel>
          <Way icon='bank' title='去银行应用核验' detail='掌上银行、浦惠到家都可以' onTap={() => void startBankSignIn().then(setSaid)} />
        </Panel>
      </Screen>
    )
  return (
    <Screen title='身份核验'>
      <View className='body'>核对参保信息，就能看到您的券。只需一次。</View>
      {vouched ? (
        <Panel>
          <Fact name='姓名'>{vouched.name}</Fact>
          <Fact name='手机号'>{vouched.phone}</Fact>
          <Fact name='核验'>{vouched.bank === 'ABC' ? '农业银行已核验' : '浦发银行已核验'}</Fact>
        </Panel>
      ) : (
        <TypedPerson typed={typed} onChange={setTyped} onRefused={setSaid} />
      )}
      <View className='heading'>下面两项分开同意</View>
      <Consent title='用身份证号核对参保名册' detail='只用来确认券是不是您的' checked={match} onToggle={() => setMatch(!match)} />
      <Consent title='把核验结果交给发券的两家银行' detail='浦发银行、农业银行神木市支行' checked={share} onToggle={() => setShare(!share)} />
      {said ? <Strip kind='alert' text={said} /> : null}
      <Dock>
        <ActionButton label={busy ? '正在核对' : '开始核验'} busy={busy} onTap={() => void bind()} />
      </Dock>
    </Screen>
  )
}
