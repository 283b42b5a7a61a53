import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useState } from 'react'
import { isElder, textScale } from '../platform/text-size'
import { colors } from '../styles/colors'
import { barSpace } from './bar-space'
import { Icon } from './icon'
import { tappable } from './tappable'
import './screen.scss'

type Tone = 'red' | 'paper'
/** `bar` is the tone of the head alone, where it differs from the page's; `tag` stands in its line, such as 演示; `elder` is the mode just switched to. */
type Props = PropsWithChildren<{ title: string; tone?: Tone; bar?: Tone; tag?: string; dock?: ReactNode; onBack?: () => void; elder?: boolean }>

/** The types of Taro know no level. */
const topHeading = { ariaLevel: 1 }
const goBack = () => void Taro.navigateBack()

/** A page: its colour, its head, its foot, and the text size of the resident, which follows their setting at once. */
export function Screen({ title, tone = 'paper', bar = tone, tag, dock, onBack, elder, children }: Props) {
  const [, setShown] = useState(0)
  // Read anew whenever the page is shown or the mode is switched on it.
  const look = { scale: textScale(), elder: elder ?? isElder() }
  const [space] = useState(barSpace)
  const [deep] = useState(() => Taro.getCurrentPages().length > 1)
  useDidShow(() => {
    setShown((times) => times + 1)
    void Taro.setNavigationBarTitle({ title })
    if (process.env.TARO_ENV === 'weapp') void Taro.setNavigationBarColor({ frontColor: bar === 'red' ? '#ffffff' : '#000000', backgroundColor: bar === 'red' ? colors.date : colors.paper })
  })
  const back = onBack ?? (deep ? goBack : null)
  return (
    <View className={`screen${tone === 'red' ? ' screen--red on-red' : ''}${look.elder ? ' elder' : ''}`} style={`--fs:${look.scale}`} ariaRole='main'>
      <View className={bar === 'red' ? 'bar bar--red on-red' : 'bar'} style={`padding-top:${space.top}px`}>
        <View className='bar__line' style={`height:${space.height}px`}>
          {back ? (
            <View className='bar__back' {...tappable('返回', back)}>
              <Icon name='back' color={bar === 'red' ? colors.white : colors.ink} line={2} still />
            </View>
          ) : null}
          {tag ? <Text className='bar__tag'>{tag}</Text> : null}
          <View className='bar__title' ariaRole='heading' {...topHeading}>
            {title}
          </View>
        </View>
      </View>
      <View className='screen__body'>{children}</View>
      {dock}
    </View>
  )
}
