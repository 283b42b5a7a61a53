import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ProgrammeView } from '#contract/resident'
import { refreshHome, useHome } from '../../cloud/home'
import { offsetAge } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { FactList } from '../../components/fact-list'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import { codeChecks } from './code'
import type { ShownCode } from './use-code'
import './self-test.scss'

const phases: Record<ProgrammeView['phase'], string> = { before: '还没开始', running: '正在进行', paused: '暂停，稍后再用', after: '已经结束' }
const freshMs = 10 * 60_000

type Verdict = { good: boolean; words: string }
type Props = { walletNo: string; shown: ShownCode; onClose: () => void }

/** 试一试: whether clock, network, programme and this phone's own code are well, without spending anything. */
export function SelfTest({ walletNo, shown, onClose }: Props) {
  const { home, trouble } = useHome()
  const [asked, setAsked] = useState(false)
  const [codeGood, setCodeGood] = useState<boolean | null>(null)
  const [renewed, setRenewed] = useState<'busy' | 'done' | 'failed' | null>(null)
  const { code } = shown
  useEffect(() => void refreshHome(true).then(() => setAsked(true)), [])
  useEffect(() => void codeChecks(walletNo, code).then(setCodeGood), [walletNo, code])

  const renew = async (): Promise<void> => {
    setRenewed('busy')
    setRenewed((await shown.renew()) === null ? 'done' : 'failed')
  }
  const network: Verdict = trouble === 'OFFLINE' ? { good: false, words: '不通，照样能付' } : { good: true, words: trouble === 'SYSTEM_BUSY' ? '通，现在人多' : '通' }
  const clock: Verdict = offsetAge() < freshMs ? { good: true, words: '准' } : { good: false, words: '联网校时后再试' }
  const phase = home?.programme.phase
  return (
    <View className='self-test'>
      <View className='self-test__title' ariaRole='heading'>
        试一试，不会用掉券
      </View>
      <FactList
        rows={[
          { name: '网络', value: <Said verdict={asked ? network : null} /> },
          { name: '时间', value: <Said verdict={asked ? clock : null} /> },
          { name: '活动', value: <Said verdict={phase ? { good: phase === 'running', words: phases[phase] } : null} /> },
          { name: '付款码', value: <Said verdict={codeGood === null ? null : { good: codeGood, words: codeGood ? '能用' : '还没有，请联网一次' }} /> },
        ]}
      />
      <View className='self-test__hint' ariaRole='status'>
        {renewed === 'done' ? '已换成新的付款码，可以回去出示。' : renewed === 'failed' ? '没有换成，请联网后再试。' : '收银台认不出付款码时，可以换一个新的。'}
      </View>
      <View className='self-test__buttons'>
        <ActionButton label='回到付款码' icon='qr' onTap={onClose} />
        <ActionButton label='换新的付款码' icon='refresh' kind='secondary' busy={renewed === 'busy'} busyLabel='正在换' onTap={() => void renew()} />
      </View>
    </View>
  )
}

const Said = ({ verdict }: { verdict: Verdict | null }) =>
  verdict ? (
    <>
      <Icon name={verdict.good ? 'check' : 'alert'} color={verdict.good ? colors.pine : colors.ochre} size={18} line={2} />
      <Text className={verdict.good ? 'self-test__good' : 'self-test__bad'}>{verdict.words}</Text>
    </>
  ) : (
    <Text>正在看</Text>
  )
