import { Image } from '@tarojs/components'
import { artUrl } from '../art/svg'

type Props = { name: string; color: string; size?: number }

/** An icon or ornament in one colour, always beside a word, so screen readers pass it by. */
export const Icon = ({ name, color, size = 24 }: Props) => (
  <Image src={artUrl(name, color)} style={`width:${size}px;height:${size}px;flex:none`} mode='aspectFit' nativeProps={{ alt: '' }} ariaHidden />
)
