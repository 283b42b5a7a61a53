import { Text, View } from '@tarojs/components'
import './check-word.scss'

/** The two characters that must be the same on the till: a painted “paid” screen does not know them. */
export const CheckWord = ({ word }: { word: string }) => (
  <View className='check-word' ariaRole='img' ariaLabel={`核对字：${[...word].join('，')}`}>
    {[...word].map((character, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two characters may be the same
      <View key={i} className='check-word__tile'>
        <Text className='check-word__character'>{character}</Text>
      </View>
    ))}
  </View>
)
