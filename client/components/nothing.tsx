import { View } from '@tarojs/components'
import type { ArtName } from '../art/svg'
import { colors } from '../styles/colors'
import { ActionButton } from './action-button'
import { Icon } from './icon'
import { Phrases } from './phrases'
import './nothing.scss'

type Props = { art?: ArtName; title: string; detail?: string; action?: { label: string; onTap: () => void } }

/** A screen or list without content: a picture, what is so, what to do. */
export const Nothing = ({ art = 'bloom-used', title, detail, action }: Props) => (
  <View className='nothing' ariaRole='status'>
    <Icon name={art} color={colors.stamp} size={art === 'lattice' ? 200 : 72} />
    <View className='nothing__title'>{title}</View>
    {detail ? (
      <View className='nothing__detail'>
        <Phrases text={detail} />
      </View>
    ) : null}
    {action ? (
      <View className='nothing__action'>
        <ActionButton kind='secondary' label={action.label} onTap={action.onTap} />
      </View>
    ) : null}
  </View>
)
