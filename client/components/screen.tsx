import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useState } from 'react'
import { textScale } from '../platform/text-size'
import './screen.scss'

type Props = PropsWithChildren<{ title: string; tone?: 'paper' | 'red' }>

/** A page: its colour, its title in the bar, and the text size of the resident, which follows their setting at once. */
export function Screen({ title, tone = 'paper', children }: Props) {
  const [scale, setScale] = useState(textScale)
  useDidShow(() => {
    setScale(textScale())
    void Taro.setNavigationBarTitle({ title })
    if (process.env.TARO_ENV === 'weapp') {
      void Taro.setNavigationBarColor(tone === 'red' ? { frontColor: '#ffffff', backgroundColor: '#9C2A1F' } : { frontColor: '#000000', backgroundColor: '#F8F1E6' })
    }
  })
  return (
    <View className={tone === 'red' ? 'screen screen--red' : 'screen'} style={`--fs:${scale}`}>
      {children}
    </View>
  )
}
