import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Shop, ShopsFile } from '#contract/published'
import { loadHelp } from '../../cloud/published'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { callPhone, showRoute } from '../../platform/places'
import { colors } from '../../styles/colors'
import { hoursWords, isOpen } from './hours'
import { categoryName, tillWords } from './look'
import { distance, distanceWords, pinPlace } from './place'
import { type ShopFact, ShopFacts } from './shop-facts'
import { UsedBanner } from './used-banner'
import { usePin } from './use-pin'
import '../../components/text.scss'
import './shop-detail.scss'

type Props = { shop: Shop; townships: ShopsFile['townships']; now: number }

async function route(shop: Shop): Promise<void> {
  const done = await showRoute(shop).catch(() => null)
  if (done !== 'map') void Taro.showToast({ title: done ? '地址已复制，可到地图里粘贴' : '没有打开地图，请按地址找', icon: 'none' })
}

/** Whoever is refused at the till tells the desk of the shop's township, which can look into it. */
async function tell(shop: Shop): Promise<void> {
  const help = await loadHelp()
  const point = help?.servicePoints.find(({ township }) => township === shop.township) ?? help?.servicePoints[0]
  if (!point) return void Taro.showToast({ title: '没有网络，请稍后再试', icon: 'none' })
  const { confirm } = await Taro.showModal({ title: '这家店不收？', content: `券没有动。可以打电话告诉${point.name}，由工作人员去核实。`, confirmText: '打电话', cancelText: '先不打', confirmColor: colors.date })
  if (confirm) callPhone(point.phone)
}

/** One shop: whether it still takes vouchers, how to get there, whom to call, when it is open, whose till stands there. */
export function ShopDetail({ shop, townships, now }: Props) {
  const { pin } = usePin()
  const place = pinPlace(pin, townships)
  const facts: ShopFact[] = [
    { icon: 'pin', title: shop.address, detail: place ? distanceWords(distance(place, shop)) : (townships[shop.township]?.name ?? ''), action: { label: '路线', onTap: () => void route(shop) } },
    { icon: 'phone', title: shop.phone, detail: '店里电话', action: { label: '打电话', onTap: () => callPhone(shop.phone) } },
    { icon: 'clock', title: isOpen(shop.hours, now) ? '现在营业' : '现在不营业', detail: hoursWords(shop.hours) },
  ]
  return (
    <View className='shop-detail'>
      <View className='title'>{shop.name}</View>
      <View className='body body--last'>
        {categoryName(shop.category)}　{townships[shop.township]?.name ?? ''}
      </View>
      <UsedBanner date={shop.lastUsed} now={now} />
      <ShopFacts facts={facts} />
      <View className='takes'>
        <Text className='takes__title'>这家店收哪些券</Text>
        <Text className='takes__till'>用{tillWords(shop.tills)}</Text>
      </View>
      <View className='funds'>
        <View className='funds__fund'>
          <Icon name='bloom' color={colors.date} size={22} />
          <Text>市财政资金</Text>
        </View>
        <View className='funds__fund'>
          <Icon name='bloom' color={colors.indigo} size={22} />
          <Text>企业资金</Text>
        </View>
      </View>
      <View className='tell' {...tappable('这家店不收？点一下告诉我们', () => void tell(shop))}>
        <Icon name='doubt' color={colors.ink} size={20} />
        <Text className='tell__words'>这家店不收？点一下告诉我们</Text>
        <Icon name='next' color={colors.ink} size={18} />
      </View>
    </View>
  )
}
