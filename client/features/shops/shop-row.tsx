import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import { distanceWords, type Hit, lastUsedWords } from './find'
import { shopIcon } from './look'
import './shops.scss'

type Props = { hit: Hit; now: number; onTap: (id: string) => void }

/** One shop: name, how far, where, and when somebody last paid there. */
export const ShopRow = memo(function ShopRow({ hit: { shop, metres }, now, onTap }: Props) {
  const last = lastUsedWords(shop.lastUsed, now)
  return (
    <View className='shop-row pressable' ariaRole='button' ariaLabel={`${shop.name}，${shop.address}，${last.text}`} tabIndex={0} onClick={() => onTap(shop.id)}>
      <View className='shop-row__icon'>
        <Icon name={shopIcon[shop.icon]} color={colors.date} size={24} />
      </View>
      <View className='shop-row__text'>
        <View className='shop-row__head'>
          <Text className='shop-row__name'>{shop.name}</Text>
          {metres === null ? null : <Text className='shop-row__distance'>{distanceWords(metres)}</Text>}
        </View>
        <View className='shop-row__address'>{shop.address}</View>
        <View className={last.used ? 'shop-row__used shop-row__used--yes' : 'shop-row__used'}>
          <Icon name={last.used ? 'check' : 'clock'} color={last.used ? colors.pine : colors.inkThird} size={16} />
          <Text>{last.text}</Text>
        </View>
      </View>
    </View>
  )
})
