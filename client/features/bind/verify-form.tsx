import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { FactList } from '../../components/fact-list'
import { Icon } from '../../components/icon'
import { Phrases } from '../../components/phrases'
import { Screen } from '../../components/screen'
import { Strip } from '../../components/strip'
import { colors } from '../../styles/colors'
import { type Consents, missingOfConsents, missingOfTyped, type Typed } from './missing'
import { NotMatched } from './not-matched'
import { Pending } from './pending'
import { TwoConsents } from './two-consents'
import { TypedPerson } from './typed-person'
import { useBind } from './use-bind'
import { WaysOn } from './ways-on'
import '../../components/text.scss'

type Props = { vouched: { bank: string; name: string; phone: string } | null; pendingCase: string | null }

/** Who this is (typed on WeChat, vouched for by the bank on H5), the two consents, and the question whose wallet it is. */
export function VerifyForm({ vouched, pendingCase }: Props) {
  const [typed, setTyped] = useState<Typed>({ name: '', idNumber: '', phoneCode: '' })
  const [consents, setConsents] = useState<Consents>({ match: false, share: false })
  const [tried, setTried] = useState(false)
  const { busy, found, refusal, bind, again } = useBind()

  const missing = (vouched ? null : missingOfTyped(typed)) ?? missingOfConsents(consents)
  const oneGiven = consents.match || consents.share
  const said = tried ? missing : oneGiven ? missingOfConsents(consents) : null
  const start = (): void => {
    setTried(true)
    if (missing) return
    void bind(vouched ? undefined : typed)
    // A phone code is good once: whatever comes back, the next try needs another.
    setTyped((before) => ({ ...before, phoneCode: '' }))
    setTried(false)
  }

  if (found)
    return (
      <Screen title='身份核验' onBack={again}>
        <NotMatched result={found} onAgain={again} />
      </Screen>
    )
  const note = said ? (
    <>
      <Icon name='alert' color={colors.ochre} size={16} />
      <Text ariaRole='status'>{said}</Text>
    </>
  ) : null
  return (
    <Screen title='身份核验' dock={refusal?.spent ? null : <Dock note={note} main={<ActionButton label='开始核验' busy={busy} onTap={start} />} />}>
      {refusal ? <Strip kind={refusal.kind} text={refusal.text} /> : null}
      <View className='body body--last'>
        <Phrases text={refusal?.spent ? '券不会丢，下面两条路都能走。' : '核对参保信息，就能看到您的券。只需一次。'} />
      </View>
      {pendingCase ? <Pending caseNo={pendingCase} /> : null}
      {refusal?.spent ? (
        <WaysOn />
      ) : (
        <>
          {vouched ? (
            <FactList
              rows={[
                { name: '姓名', value: vouched.name },
                { name: '手机号', value: vouched.phone },
                { name: '证明的银行', value: vouched.bank === 'ABC' ? '农业银行' : '浦发银行' },
              ]}
            />
          ) : (
            <TypedPerson typed={typed} tried={tried} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
          )}
          <TwoConsents consents={consents} onChange={setConsents} />
        </>
      )}
    </Screen>
  )
}
