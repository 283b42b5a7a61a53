import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { refreshHome, useHome } from '../../cloud/home'
import { Screen } from '../../components/screen'
import { SwitchRow } from '../../components/switch-row'
import { type Way, WayList } from '../../components/way-list'
import { About } from '../../features/help/about'
import { Identity } from '../../features/help/identity'
import { go } from '../../platform/go'
import { isElder, setElder } from '../../platform/text-size'

export default function MePage() {
  const { home } = useHome()
  const [elder, setShown] = useState(isElder)
  useDidShow(() => void refreshHome())
  const toggle = (): void => {
    setElder(!elder)
    setShown(!elder)
  }
  const bound = home?.kind === 'bound'
  const ways: Way[] = [
    { icon: 'clock', title: '使用记录', detail: '哪天在哪家店用过', onTap: () => go('history') },
    { icon: 'phone', title: '找人帮', detail: '服务点电话和用券规则', onTap: () => go('help') },
    ...(bound ? [] : [{ icon: 'shield' as const, title: '身份核验', detail: '核对参保信息，只需一次', onTap: () => go('verify') }]),
  ]
  return (
    <Screen title='我的' bar='red' elder={elder}>
      <Identity home={home} />
      <View style='height:12px' />
      <WayList joined ways={ways} />
      <SwitchRow icon='user' title='大字模式' detail='字更大，一屏只有一件事' checked={elder} onToggle={toggle} />
      <About demo={home?.programme.demo ?? false} />
    </Screen>
  )
}
