import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { HelpFile } from '../../../contract/published'
import { loadHelp } from '../../cloud/published'
import { Panel, Way } from '../../components/panel'
import { Screen } from '../../components/screen'
import { callPhone } from '../../platform/places'
import '../../components/text.scss'

export default function HelpPage() {
  const [help, setHelp] = useState<HelpFile | null | 'loading'>('loading')
  useEffect(() => void loadHelp().then(setHelp), [])
  if (help === 'loading' || !help) return <Screen title='帮助'>{<View className='body'>{help ? '正在取帮助…' : '没有网络，还没有存过帮助。请联网后再打开。'}</View>}</Screen>
  return (
    <Screen title='帮助'>
      {help.rules.map(({ question, answer, clause }) => (
        <Panel key={question}>
          <View className='heading'>{question}</View>
          <View className='body' style='margin-bottom:12px'>
            {answer}
            {clause ? `（方案${clause}）` : ''}
          </View>
        </Panel>
      ))}
      <View className='heading'>镇街服务点</View>
      <Panel>
        {help.servicePoints.map(({ name, address, hours, phone }) => (
          <Way key={name} icon='phone' title={name} detail={`${address}，${hours}`} onTap={() => callPhone(phone)} />
        ))}
      </Panel>
    </Screen>
  )
}
