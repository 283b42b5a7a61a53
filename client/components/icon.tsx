import { Image } from '@tarojs/components'
import { icons } from '../art/icons'
import { type ArtName, artUrl } from '../art/svg'
import { colors } from '../styles/colors'

type Props = { name: ArtName; size?: number; height?: number; color?: string; line?: number; still?: boolean }

/**
 * An icon or ornament in one colour, always beside a word, so screen readers pass it by. Icons grow with the text they stand
 * beside; ornament, and an icon in a shape of fixed size (`still`), do not.
 */
export function Icon({ name, size = 24, height = size, color = colors.inkSecond, line = 1.8, still = !(name in icons) }: Props) {
  const length = (px: number): string => (still ? `${px}px` : `calc(${px}px * var(--fs, 1))`)
  return <Image src={artUrl(name, color, line)} style={`width:${length(size)};height:${length(height)};flex:none;display:block`} mode='scaleToFill' nativeProps={{ alt: '' }} ariaHidden />
}
