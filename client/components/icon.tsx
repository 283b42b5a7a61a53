import { Image } from '@tarojs/components'
import { type ArtName, artUrl } from '../art/svg'
import { colors } from '../styles/colors'

type Props = { name: ArtName; size?: number; height?: number; color?: string; line?: number }

/** An icon or ornament in one colour, always beside a word, so screen readers pass it by. */
export const Icon = ({ name, size = 24, height = size, color = colors.inkSecond, line = 1.8 }: Props) => (
  <Image src={artUrl(name, color, line)} style={`width:${size}px;height:${height}px;flex:none;display:block`} mode='scaleToFill' nativeProps={{ alt: '' }} ariaHidden />
)
