import { Text, View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './result-mark.scss'

const looks = {
  done: { icon: 'check', className: 'mark mark--done' },
  refused: { icon: 'cross', className: 'mark mark--refused' },
}

/** Shape before colour: a circle with a tick is done, a square with a cross is not. */
export const ResultMark = ({ kind, text }: { kind: keyof typeof looks; text: string }) => (
  <View className={looks[kind].className}>
    <View className='mark__shape'>
      <Icon name={looks[kind].icon} color={colors.white} size={20} />
    </View>
    <Text>{text}</Text>
  </View>
)
