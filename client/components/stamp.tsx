import { View } from '@tarojs/components'
import './stamp.scss'

/** A stamp pressed onto a note that can no longer be used. */
export const Stamp = ({ word, quiet = false }: { word: string; quiet?: boolean }) => (
  <View className={quiet ? 'stamp stamp--quiet' : 'stamp'}>
    <View className='stamp__inner'>{word}</View>
  </View>
)
