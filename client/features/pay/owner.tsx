import { Text, View } from '@tarojs/components'
import type { WalletView } from '#contract/resident'
import { avatarOf } from '../../cloud/home'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import './owner.scss'

type Props = { wallet: WalletView; elder: boolean; onSwap: (() => void) | null }

/** Whose code this is, and the way to another of the family. */
export const Owner = ({ wallet, elder, onSwap }: Props) => (
  <View className='owner'>
    {elder ? null : <View className='owner__avatar'>{avatarOf(wallet)}</View>}
    <View className='owner__name'>{elder ? `${wallet.name} 的券` : `${wallet.name} 的消费券`}</View>
    {onSwap ? (
      <View className='owner__swap' {...tappable('换家人', onSwap)}>
        {elder ? null : <Icon name='swap' color={colors.white} size={20} />}
        <Text>换家人</Text>
        {elder ? <Icon name='next' color={colors.white} size={22} line={2} /> : null}
      </View>
    ) : null}
  </View>
)
