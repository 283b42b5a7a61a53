import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Panel, Way } from '../../components/panel'
import { Screen } from '../../components/screen'
import { go } from '../../platform/go'
import { isElder, setElder } from '../../platform/text-size'

export default function MePage() {
  const [elder, setShown] = useState(isElder)
  const toggle = (): void => {
    setElder(!elder)
    setShown(!elder)
    // Every page reads the size when it is shown; this one is shown now.
    void Taro.redirectTo({ url: '/pages/me/index' })
  }
  return (
    <Screen title='我的'>
      <Panel>
        <Way icon='clock' title='使用记录' detail='哪天在哪家店用过' onTap={() => go('history')} />
        <Way icon='doubt' title='帮助' detail='规则、服务点、真假短信' onTap={() => go('help')} />
        <Way icon='shield' title='身份核验' detail='核对参保信息' onTap={() => go('verify')} />
      </Panel>
      <Panel>
        <Way icon='user' title={elder ? '换回普通字' : '换成大字'} detail={elder ? '现在是大字' : '字更大，更好点'} onTap={toggle} />
      </Panel>
    </Screen>
  )
}
