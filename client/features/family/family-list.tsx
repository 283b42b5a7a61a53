import { View } from '@tarojs/components'
import type { WalletView } from '#contract/resident'
import { avatarOf } from '../../cloud/home'
import { Sheet } from '../../components/sheet'
import { tappable } from '../../components/tappable'
import './family-list.scss'

type Props = { wallets: readonly WalletView[]; chosen: WalletView; onChoose: (walletNo: string) => void }

/** Whose vouchers to see or to pay with: everybody this phone holds, one a line. */
export const FamilyList = ({ wallets, chosen, onChoose }: Props) => (
  <Sheet>
    {wallets.map((wallet) => {
      const isChosen = wallet.walletNo === chosen.walletNo
      const words = `${wallet.usableCount} 张可用`
      return (
        <View key={wallet.walletNo} className='relative' {...tappable(`${wallet.name}，${words}`, () => onChoose(wallet.walletNo), 'radio')} ariaChecked={isChosen}>
          <View className='relative__avatar'>{avatarOf(wallet)}</View>
          <View className='relative__name'>{wallet.name}</View>
          <View className='relative__count'>{isChosen ? `正在看，${words}` : words}</View>
        </View>
      )
    })}
  </Sheet>
)
