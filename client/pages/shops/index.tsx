import { Input, Picker, Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { serverNow } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Icon } from '../../components/icon'
import { Screen } from '../../components/screen'
import { findShops, type Wish } from '../../features/shops/find'
import { categories } from '../../features/shops/look'
import { ShopRow } from '../../features/shops/shop-row'
import { useShops } from '../../features/shops/use-shops'
import { go } from '../../platform/go'
import { readStored, store } from '../../platform/storage'
import { colors } from '../../styles/colors'
import '../../components/text.scss'
import '../../features/shops/shops.scss'

/** Rows drawn at once: 5,000 shops must not make an old phone stutter. More come at the end of the list. */
const pageSize = 30
const openShop = (id: string): void => go('shop', `id=${id}`)

export default function ShopsPage() {
  const state = useShops()
  const [wish, setWish] = useState<Omit<Wish, 'pin'>>({ category: null, township: null, text: '', openOnly: false })
  const [pinned, setPinned] = useState(() => readStored<number>('pin-township'))
  const [shown, setShown] = useState(pageSize)
  const [now] = useState(serverNow)
  useReachBottom(() => setShown((count) => count + pageSize))

  const townships = state.kind === 'here' ? state.file.townships : []
  const hits = useMemo(() => (state.kind === 'here' ? findShops(state.file.shops, { ...wish, pin: pinned === null ? null : (state.file.townships[pinned] ?? null) }, now) : []), [state, wish, pinned, now])
  const change = (part: Partial<typeof wish>): void => {
    setWish({ ...wish, ...part })
    setShown(pageSize)
  }
  const pin = (index: number): void => {
    // The place stays on this phone; it is the middle of a township, set by hand.
    const township = index === 0 ? null : index - 1
    store('pin-township', township)
    setPinned(township)
  }
  return (
    <Screen title='用券商户'>
      <View className='shops__search'>
        <Icon name='search' color={colors.inkThird} size={20} />
        <Input className='shops__input' placeholder='店名、拼音或首字母' ariaLabel='找商户' value={wish.text} onInput={(event) => change({ text: event.detail.value })} />
      </View>
      <View className='shops__tabs' ariaRole='tablist'>
        {categories.map(({ id, name, icon }) => (
          <View
            key={id}
            className={wish.category === id ? 'shops__tab shops__tab--chosen' : 'shops__tab'}
            ariaRole='tab'
            ariaLabel={name}
            ariaSelected={wish.category === id}
            tabIndex={0}
            onClick={() => change({ category: wish.category === id ? null : id })}
          >
            <Icon name={icon} color={wish.category === id ? colors.date : colors.inkSecond} size={22} />
            <Text>{name}</Text>
          </View>
        ))}
      </View>
      <View className='shops__bar'>
        <Picker mode='selector' range={['不按远近排', ...townships.map(({ name }) => name)]} value={pinned === null ? 0 : pinned + 1} onChange={(event) => pin(Number(event.detail.value))}>
          <View className='shops__place' ariaRole='button' ariaLabel='选您所在的镇街'>
            <Icon name='pin' color={colors.date} size={20} />
            <Text>{pinned === null ? '选您所在的镇街' : (townships[pinned]?.name ?? '')}</Text>
            <Icon name='down' color={colors.inkSecond} size={18} />
            <Text className='shops__place-hint'>{pinned === null ? '' : '从镇街中心算'}</Text>
          </View>
        </Picker>
        <View className='shops__open' ariaRole='checkbox' ariaLabel='营业中' ariaChecked={wish.openOnly} tabIndex={0} onClick={() => change({ openOnly: !wish.openOnly })}>
          <View className={wish.openOnly ? 'shops__box shops__box--checked' : 'shops__box'}>{wish.openOnly ? <Icon name='check' color={colors.white} size={16} /> : null}</View>
          <Text>营业中</Text>
        </View>
      </View>
      {state.kind === 'none' ? <View className='body'>没有网络，还没有存过商户。请联网后再打开。</View> : null}
      {state.kind === 'loading' ? <View className='body'>正在取商户…</View> : null}
      {state.kind === 'here' && hits.length === 0 ? <View className='body'>没有找到这样的店，换个词或少选几项试试。</View> : null}
      <View className='shops__list'>
        {hits.slice(0, shown).map((hit) => (
          <ShopRow key={hit.shop.id} hit={hit} now={now} onTap={openShop} />
        ))}
      </View>
      <Dock right={{ label: '我的', icon: 'user', onTap: () => go('me') }}>
        <ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />
      </Dock>
    </Screen>
  )
}
