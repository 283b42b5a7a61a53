import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { callResident } from '../../cloud/call'
import { offsetAge } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { Fact } from '../../components/panel'
import type { Code } from './code'

type Findings = { network: boolean; programme: string }
const phases: Record<string, string> = { before: '还没开始', running: '正在进行', paused: '暂停', after: '已结束' }
const minuteMs = 60_000

/** 试一试: says whether network, clock, programme and code are well, without spending anything. */
export function SelfTest({ code, onClose }: { code: Code | null; onClose: () => void }) {
  const [found, setFound] = useState<Findings | null>(null)
  useEffect(() => {
    void callResident('home', {}).then((reply) => setFound({ network: reply.ok, programme: reply.ok ? (phases[reply.data.programme.phase] ?? '') : '不知道' }))
  }, [])
  return (
    <View className='check-list' ariaRole='dialog' ariaLabel='试一试'>
      <View className='check-list__sheet'>
        <Fact name='付款码'>{code?.ok ? '能生成，没有花券' : '还没有'}</Fact>
        <Fact name='网络'>{found ? (found.network ? '通' : '不通，照样能付') : '正在试…'}</Fact>
        <Fact name='时间'>{offsetAge() < 10 * minuteMs ? '准' : '很久没校时，请联网一次'}</Fact>
        <Fact name='活动'>{found?.programme ?? '正在试…'}</Fact>
        <View style='padding-top:12px'>
          <ActionButton label='知道了' onTap={onClose} />
        </View>
      </View>
    </View>
  )
}
