import { ScrollView, Text, View } from '@tarojs/components'
import type { WalletView } from '#contract/resident'
import { avatarOf } from '../../cloud/home'
import { CountRow } from '../../components/count-row'
import { Fringe } from '../../components/fringe'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import './header.scss'

type Props = { wallets: readonly WalletView[]; chosen: WalletView; asOf: string; elder: boolean; onChoose: (walletNo: string) => void; onSwap: () => void }

/** Whose vouchers, how many are left, and as of when: one glance, and one spoken sentence. */
export function WalletHeader({ wallets, chosen, asOf, elder, onChoose, onSwap }: Props) {
  const used = chosen.vouchers.filter((voucher) => voucher.state.kind === 'used').length
  return (
    <View>
      <View className='header on-red'>
        <View className='header__grand' ariaHidden>
          <Icon name='grand' color={colors.ornamentOnRed} size={elder ? 206 : 250} />
        </View>
        {elder ? <OneName wallet={chosen} onSwap={wallets.length > 1 ? onSwap : null} /> : <Chips wallets={wallets} chosen={chosen} onChoose={onChoose} />}
        <View className='header__count' ariaRole='heading' ariaLabel={`${chosen.usableCount} 张可用，共 ${chosen.usableFen / 100} 元`}>
          <View className='header__left'>
            <Text className='header__number'>{chosen.usableCount}</Text>
            <Text className='header__unit'>张可用</Text>
          </View>
          <View className='header__sum'>
            <Text>共</Text>
            <Text className='header__yuan'>{chosen.usableFen / 100}</Text>
            <Text>元</Text>
          </View>
        </View>
        <View className='header__row'>
          <CountRow left={chosen.usableCount} total={chosen.vouchers.length} onRed {...(elder ? { size: 32 } : {})} />
          <View className='header__facts'>
            {used > 0 && !elder ? <Text>已用 {used} 张</Text> : null}
            <Text>{asOf}</Text>
          </View>
        </View>
      </View>
      <Fringe />
    </View>
  )
}

type ChipsProps = Pick<Props, 'wallets' | 'chosen' | 'onChoose'>

const Chips = ({ wallets, chosen, onChoose }: ChipsProps) => (
  <ScrollView scrollX className='header__people' enhanced showScrollbar={false}>
    <View className='header__line' ariaRole='tablist'>
      {wallets.map((wallet) => {
        const isChosen = wallet.walletNo === chosen.walletNo
        return (
          <View
            key={wallet.walletNo}
            className={isChosen ? 'person person--chosen' : 'person'}
            {...tappable(`${wallet.name}，${wallet.usableCount} 张可用`, () => onChoose(wallet.walletNo), 'tab')}
            ariaSelected={isChosen}
          >
            <View className='person__avatar'>{avatarOf(wallet)}</View>
            <View>
              <View className='person__name'>{wallet.name}</View>
              <View className='person__left'>{wallet.usableCount} 张可用</View>
            </View>
          </View>
        )
      })}
    </View>
  </ScrollView>
)

const OneName = ({ wallet, onSwap }: { wallet: WalletView; onSwap: (() => void) | null }) => (
  <View className='header__one'>
    <Text>{wallet.name} 的券</Text>
    {onSwap ? (
      <View className='header__swap' {...tappable('换家人', onSwap)}>
        <Text>换家人</Text>
        <Icon name='next' color={colors.white} size={22} line={2} />
      </View>
    ) : null}
  </View>
)
