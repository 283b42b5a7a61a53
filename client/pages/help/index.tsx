import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { HelpFile } from '#contract/published'
import { loadHelp } from '../../cloud/published'
import { Nothing } from '../../components/nothing'
import { Screen } from '../../components/screen'
import { MessageAdvice, messageQuestion } from '../../features/help/message-advice'
import { Notices } from '../../features/help/notices'
import { RulesSheet } from '../../features/help/rules-sheet'
import { ServicePoints } from '../../features/help/service-points'
import '../../components/text.scss'

export default function HelpPage() {
  const [help, setHelp] = useState<HelpFile | null>(null)
  const [loading, setLoading] = useState(true)
  const load = (): void => {
    setLoading(true)
    void loadHelp().then((file) => {
      setHelp(file)
      setLoading(false)
    })
  }
  useEffect(load, [])
  const advice = help?.rules.find(({ question }) => question === messageQuestion)?.answer
  return (
    <Screen title='帮助'>
      <MessageAdvice {...(advice ? { text: advice } : {})} />
      {help ? (
        <>
          <Notices notices={help.notices} />
          <View className='heading'>怎么用券</View>
          <RulesSheet rules={help.rules.filter(({ question }) => question !== messageQuestion)} />
          <ServicePoints points={help.servicePoints} />
        </>
      ) : loading ? (
        <Nothing title='正在取规则和服务点' />
      ) : (
        <Nothing title='没有网络，还没有存过规则' detail='请联网后再试。付款码照样能用。' action={{ label: '再试一次', onTap: load }} />
      )}
    </Screen>
  )
}
