import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { serverNow } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Icon } from '../../components/icon'
import { Nothing } from '../../components/nothing'
import { Screen } from '../../components/screen'
import { Strip } from '../../components/strip'
import { tappable } from '../../components/tappable'
import { byDistance, type Category, fitting, type Wish } from '../../features/shops/find'
import { PinMap } from '../../features/shops/pin-map'
import { nearestTownship, pinPlace } from '../../features/shops/place'
import { ShopList } from '../../features/shops/shop-list'
import { OpenOnly, PlaceChoice, ShopSearch } from '../../features/shops/shops-head'
import { CategoryTabs } from '../../features/shops/tabs'
import { usePin } from '../../features/shops/use-pin'
import { useShops } from '../../features/shops/use-shops'
import { go } from '../../platform/go'
import { useOnline } from '../../platform/network'
import { isElder } from '../../platform/text-size'
import { colors } from '../../styles/colors'

const openShop = (id: string): void => go('shop', `id=${id}`)
const mapHere = process.env.TARO_ENV === 'weapp'
const firstWish: Wish = { category: 'dining', text: '', openOnly: false }

export default function ShopsPage() {
  const { state, again } = useShops()
  const online = useOnline()
  const { pin, toTownship, toMap } = usePin()
  const [wish, setWish] = useState(firstWish)
  const [elder, setElder] = useState(isElder)
  const [searching, setSearching] = useState(false)
  const [onMap, setOnMap] = useState(false)
  const [now, setNow] = useState(serverNow)
  useDidShow(() => {
    setElder(isElder())
    setNow(serverNow())
  })

  const file = state.kind === 'here' ? state.file : null
  const townships = file?.townships ?? []
  const place = useMemo(() => pinPlace(pin, file?.townships ?? []), [pin, file])
  const sorted = useMemo(() => byDistance(file?.shops ?? [], place), [file, place])
  const hits = useMemo(() => fitting(sorted, wish, now), [sorted, wish, now])
  const township = pin?.kind === 'township' ? pin.township : place ? nearestTownship(place, townships) : null

  // A name is searched in all three categories: few people know which one a shop belongs to.
  const search = (text: string): void => setWish({ ...wish, text, category: text === '' ? (wish.category ?? 'dining') : wish.text === '' ? null : wish.category })
  const choose = (category: Category): void => setWish({ ...wish, category })

  if (onMap && file) {
    const centre = place ?? townships[0] ?? { lat: 38.83, lng: 110.5 }
    const close = (): void => setOnMap(false)
    return (
      <Screen title='用券商户' onBack={close}>
        <PinMap
          centre={centre}
          hits={hits}
          onShop={openShop}
          onClose={close}
          onPin={(at) => {
            toMap(at, townships)
            close()
          }}
        />
      </Screen>
    )
  }
  const pay = <ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />
  const map = mapHere && file ? { label: '地图', icon: 'map' as const, onTap: () => setOnMap(true) } : undefined
  return (
    <Screen title='用券商户' dock={elder ? <Dock main={pay} /> : <Dock {...(map ? { left: map } : {})} main={pay} right={{ label: '我的', icon: 'user', onTap: () => go('me') }} />}>
      {online ? null : <Strip kind='offline' text='没有网络。先看存着的商户。' />}
      {elder && !searching ? null : <ShopSearch text={wish.text} focus={elder && searching} onText={search} />}
      <CategoryTabs chosen={wish.category} elder={elder} onChoose={choose} />
      <View className='shops__bar'>
        <PlaceChoice names={townships.map(({ name }) => name)} pin={pin} township={township} onTownship={toTownship} />
        {elder ? (
          <View className='find-name' {...tappable('找店名', () => setSearching(true))}>
            <Icon name='search' color={colors.date} size={20} line={2.2} />
            <Text>找店名</Text>
          </View>
        ) : (
          <OpenOnly checked={wish.openOnly} onToggle={() => setWish({ ...wish, openOnly: !wish.openOnly })} />
        )}
      </View>
      {state.kind === 'loading' ? <Nothing title='正在取商户' detail='第一次要一会儿，以后没有网络也能看。' /> : null}
      {state.kind === 'none' ? <Nothing title='没有网络，还没有存过商户' detail='请联网后再试。付款码照样能用。' action={{ label: '再试一次', onTap: again }} /> : null}
      {state.kind === 'here' && hits.length === 0 ? <Nothing title='没有找到这样的店' detail={wish.openOnly ? '换个词，或把“营业中”去掉试试。' : '换个词，或换一类试试。'} /> : null}
      {hits.length > 0 ? <ShopList hits={hits} now={now} elder={elder} onTap={openShop} /> : null}
    </Screen>
  )
}
