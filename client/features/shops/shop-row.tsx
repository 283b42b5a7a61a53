import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import type { Hit } from './find'
import { lastUsed, lastUsedWords } from './last-used'
import { shopIcon } from './look'
import { distanceWords } from './place'
import './shop-row.scss'

type Props = { hit: Hit; now: number; elder: boolean; onTap: (id: string) => void }

/** One shop: name, how far, where, and when somebody last paid there. Elder: the same without picture and address, larger. */
export const ShopRow = memo(function ShopRow({ hit: { shop, metres }, now, elder, onTap }: Props) {
  const { used } = lastUsed(shop.lastUsed, now)
  const words = lastUsedWords(shop.lastUsed, now)
  const far = metres === null ? '' : distanceWords(metres)
  return (
    <View className='shop-row' {...tappable([shop.name, far, shop.address, words].filter(Boolean).join('，'), () => onTap(shop.id))}>
      {elder ? null : (
        <View className='shop-row__icon'>
          <Icon name={shopIcon[shop.icon]} color={colors.date} size={24} still />
        </View>
      )}
      <View className='shop-row__text'>
        <View className='shop-row__head'>
          <Text className='shop-row__name'>{shop.name}</Text>
          {far && !elder ? <Text className='shop-row__far'>{far}</Text> : null}
        </View>
        <View className='shop-row__address'>{elder ? far || shop.address : shop.address}</View>
        <View className={used ? 'shop-row__used shop-row__used--yes' : 'shop-row__used'}>
          <Icon name={used ? 'check' : 'clock'} color={used ? colors.pine : colors.inkThird} size={16} line={used ? 2.2 : 1.8} />
          <Text>{elder ? words.replace('在这里', '').replace('，去前先打电话', '') : words}</Text>
        </View>
      </View>
      {elder ? <Icon name='next' color={colors.inkThird} size={20} line={2} /> : null}
    </View>
  )
})
