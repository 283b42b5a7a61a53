import { Text, View } from '@tarojs/components'
import type { IconName } from '../../art/icons'
import { Icon } from '../../components/icon'
import { Sheet } from '../../components/sheet'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import './shop-facts.scss'

export type ShopFact = { icon: IconName; title: string; detail: string; action?: { label: string; onTap: () => void } }

/** What there is to know of a shop, each with the one thing to do about it. */
export const ShopFacts = ({ facts }: { facts: readonly ShopFact[] }) => (
  <Sheet>
    {facts.map(({ icon, title, detail, action }) => (
      <View key={icon} className='shop-fact'>
        <Icon name={icon} color={colors.inkThird} size={22} />
        <View className='shop-fact__text'>
          <Text className='shop-fact__title' userSelect>
            {title.replace(/(\d) (?=\S)/g, '$1\u00a0')}
          </Text>
          {detail ? <View className='shop-fact__detail'>{detail}</View> : null}
        </View>
        {action ? (
          <View className='shop-fact__action' {...tappable(action.label, action.onTap)}>
            {action.label}
          </View>
        ) : null}
      </View>
    ))}
  </Sheet>
)
