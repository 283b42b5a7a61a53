import { Text, View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './result-mark.scss'

const icons = { done: 'check', refused: 'cross', warning: 'alert' } as const

type Props = { kind: keyof typeof icons; text?: string }

/** Shape before colour: a circle with a tick is done, a square with a cross is not, a triangle lacks one step. */
export const ResultMark = ({ kind, text }: Props) => (
  <View className={`mark mark--${kind}`}>
    <View className='mark__shape'>
      <Icon name={icons[kind]} color={kind === 'warning' ? colors.ochre : colors.white} size={kind === 'warning' ? 26 : 17} line={kind === 'warning' ? 2 : 2.6} still />
    </View>
    {text ? <Text>{text}</Text> : null}
  </View>
)
