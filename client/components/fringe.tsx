import { View } from '@tarojs/components'
import { artUrl } from '../art/svg'
import { colors } from '../styles/colors'
import './fringe.scss'

/** The cut lower edge of the red paper that hangs over a door. */
export const Fringe = () => <View className='fringe' style={`background-image:url("${artUrl('fringe-tile', colors.date)}")`} ariaHidden />
