import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import { tappable } from './tappable'
import './township-picker.scss'

type Props = PropsWithChildren<{ names: readonly string[]; chosen: number | null; label: string; onChoose: (township: number) => void }>

/** A tap that opens something is followed by a click where the finger was; what is opened must not be there yet. */
const ghostClickMs = 60

/** All townships at once, each a button: whoever has trouble with a turning wheel chooses with one tap. Opened by a tap on what is inside. */
export function TownshipPicker({ names, chosen, label, onChoose, children }: Props) {
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  const choose = (township: number): void => {
    onChoose(township)
    close()
  }
  return (
    <View>
      <View {...tappable(label, () => void setTimeout(() => setOpen(true), ghostClickMs))}>{children}</View>
      {open ? (
        <View className='township' ariaRole='dialog' ariaLabel='选您所在的镇街'>
          <View className='township__shade' onClick={close} />
          <View className='township__sheet'>
            <View className='township__head'>
              <Text className='township__title'>选您所在的镇街</Text>
              <View className='township__close' {...tappable('关上', close)}>
                <Icon name='cross' color={colors.inkSecond} size={22} />
              </View>
            </View>
            <View className='township__list'>
              {names.map((name, i) => (
                <View key={name} className={i === chosen ? 'township__one township__one--chosen' : 'township__one'} {...tappable(i === chosen ? `${name}，现在选的` : name, () => choose(i))}>
                  {name}
                </View>
              ))}
            </View>
            {names.length === 0 ? <View className='township__none'>没有网络，请联网后再选。</View> : null}
          </View>
        </View>
      ) : null}
    </View>
  )
}
