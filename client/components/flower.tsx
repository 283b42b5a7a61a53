import { View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './flower.scss'

type Props = { variant: 0 | 1 | 2 | 3 | 4; state: 'usable' | 'enterprise' | 'used'; size?: number; face?: number }

const tint = { usable: colors.date, enterprise: colors.indigo, used: colors.frame }

/** One of the five window flowers, with the face value in its middle; used, only the line of the scissors is left. */
export const Flower = ({ variant, state, size = 56, face }: Props) => (
  <View className={state === 'used' ? 'flower flower--used' : 'flower'} style={`width:${size}px;height:${size}px`} ariaHidden>
    <Icon name={state === 'used' ? `medal-${variant}-used` : `medal-${variant}`} size={size} color={tint[state]} />
    {face === undefined ? null : (
      <View className='flower__face' style={`font-size:${Math.round(size * 0.37)}px`}>
        {face}
      </View>
    )}
  </View>
)
