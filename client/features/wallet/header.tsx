import { Text, View } from '@tarojs/components'
import type { WalletView } from '../../../contract/resident'
import { artUrl } from '../../art/svg'
import { CountRow } from '../../components/count-row'
import { time } from '../../components/dates'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import './header.scss'

const avatars = { self: '我', child: '孩', parent: '亲', spouse: '伴', other: '家' }

type Props = { wallets: WalletView[]; chosen: WalletView; at: number; demo: boolean; onChoose: (walletNo: string) => void }

/** Whose vouchers, how many are left, and as of when: one glance, and one spoken sentence. */
export function WalletHeader({ wallets, chosen, at, demo, onChoose }: Props) {
  const used = chosen.vouchers.filter((voucher) => voucher.state.kind === 'used').length
  return (
    <View>
      <View className='header'>
        <View className='header__grand'>
          <Icon name='grand' color={colors.ornamentOnRed} size={240} />
        </View>
        {demo ? <View className='header__demo'>演示：人名、商户和钱都是假的</View> : null}
        <View className='header__people'>
          {wallets.map((wallet) => (
            <View
              key={wallet.walletNo}
              className={wallet === chosen ? 'header__person header__person--chosen' : 'header__person'}
              ariaRole='button'
              ariaLabel={`${wallet.name}，${wallet.usableCount} 张可用${wallet === chosen ? '，正在看' : ''}`}
              tabIndex={0}
              onClick={() => onChoose(wallet.walletNo)}
            >
              <View className='header__avatar'>{avatars[wallet.relation]}</View>
              <View>
                <View>{wallet.name}</View>
                <View className='header__left'>{wallet.usableCount} 张可用</View>
              </View>
            </View>
          ))}
        </View>
        <View className='header__count' ariaRole='heading' ariaLabel={`${chosen.usableCount} 张可用，共 ${chosen.usableFen / 100} 元`}>
          <Text className='header__number'>{chosen.usableCount}</Text>
          <Text>张可用</Text>
          <Text className='header__sum'>
            共 <Text className='header__fen'>{chosen.usableFen / 100}</Text> 元
          </Text>
        </View>
        <View className='header__row'>
          <CountRow left={chosen.usableCount} total={chosen.vouchers.length} onRed />
          <Text>
            {used > 0 ? `已用 ${used} 张　` : ''}截至 {time(at)}
          </Text>
        </View>
      </View>
      <View className='fringe' style={`background-image:url("${artUrl('fringe-tile', colors.date)}")`} />
    </View>
  )
}
