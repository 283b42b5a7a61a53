import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ArtName } from '../../art/svg'
import { FactList } from '../../components/fact-list'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import './state-screen.scss'

type Props = { art: ArtName; title: string; lines: readonly string[]; facts?: readonly { name: string; value: ReactNode }[] }

/** A picture, what is so, and what follows from it: the wallet when there are no vouchers to list. */
export const StateScreen = ({ art, title, lines, facts = [] }: Props) => (
  <View className='state'>
    <View className='state__picture' ariaHidden>
      <Icon name={art} color={colors.stamp} size={200} />
      {art === 'grand-line' ? (
        <View className='state__cut'>
          <Icon name='cut' color={colors.stamp} size={28} />
        </View>
      ) : null}
    </View>
    <View className='state__title' ariaRole='heading'>
      {title}
    </View>
    <View ariaRole='status'>
      {lines.map((line) => (
        <View key={line} className='state__line'>
          {line}
        </View>
      ))}
    </View>
    <View className='state__room' />
    {facts.length > 0 ? <FactList rows={facts} /> : null}
  </View>
)
