import { Text, View } from '@tarojs/components'
import './check-word.scss'

type Props = { word: string; size?: number }

/** The two characters that must be the same on the till: a painted “paid” screen does not know them. `size` is the side of a 斗方. */
export function CheckWord({ word, size = 106 }: Props) {
  const box = `width:${Math.round(size * Math.SQRT2)}px;height:${Math.round(size * Math.SQRT2)}px`
  return (
    <View className='check-word' ariaRole='img' ariaLabel={`核对字：${[...word].join('，')}`}>
      {[...word].map((character, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two characters may be the same
        <View key={i} className='check-word__box' style={box}>
          <View className='check-word__tile' style={`width:${size}px;height:${size}px`} />
          <Text className='check-word__character' style={`font-size:${Math.round(size * 0.566)}px`}>
            {character}
          </Text>
        </View>
      ))}
    </View>
  )
}
