import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { serverNow } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Fact, Panel, Way } from '../../components/panel'
import { Screen } from '../../components/screen'
import { isOpen, lastUsedWords } from '../../features/shops/find'
import { categories, tillWords } from '../../features/shops/look'
import { useShops } from '../../features/shops/use-shops'
import { go } from '../../platform/go'
import { callPhone, showRoute } from '../../platform/places'
import '../../components/text.scss'

export default function ShopPage() {
  const state = useShops()
  const { id } = useRouter().params
  const shop = state.kind === 'here' ? state.file.shops.find((one) => one.id === id) : undefined
  if (!shop) return <Screen title='商户'>{<View className='body'>{state.kind === 'loading' ? '正在取商户…' : '没有找到这家店，它可能不再收消费券。'}</View>}</Screen>
  const now = serverNow()
  const open = isOpen(shop.hours, now)
  const route = async (): Promise<void> => {
    const done = await showRoute(shop).catch(() => null)
    if (done !== 'map') void Taro.showToast({ title: done ? '地址已复制，可到地图里粘贴' : '没有打开地图，请按地址找', icon: 'none' })
  }
  return (
    <Screen title='商户'>
      <View className='title'>{shop.name}</View>
      <View className='body'>{lastUsedWords(shop.lastUsed, now).text}</View>
      <Panel>
        <Fact name='类别'>{categories.find((one) => one.id === shop.category)?.name ?? ''}</Fact>
        <Fact name='营业'>
          {open ? '营业中' : '已打烊'}　{shop.hours.replace('-', ' 至 ')}
        </Fact>
        <Fact name='地址'>{shop.address}</Fact>
        <Fact name='收券'>{tillWords(shop.tills)}</Fact>
      </Panel>
      <Panel>
        <Way icon='phone' title='打电话' detail={shop.phone} onTap={() => callPhone(shop.phone)} />
        <Way icon='route' title='怎么去' detail='看路线' onTap={() => void route()} />
        <Way icon='doubt' title='这家店不收？' detail='告诉镇街服务点' onTap={() => go('help')} />
      </Panel>
      <Dock>
        <ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />
      </Dock>
    </Screen>
  )
}
