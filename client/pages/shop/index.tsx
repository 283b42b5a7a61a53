import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { serverNow } from '../../cloud/server-clock'
import { ActionButton } from '../../components/action-button'
import { Dock } from '../../components/dock'
import { Nothing } from '../../components/nothing'
import { Screen } from '../../components/screen'
import { ShopDetail } from '../../features/shops/shop-detail'
import { useShops } from '../../features/shops/use-shops'
import { go } from '../../platform/go'

export default function ShopPage() {
  const { state, again } = useShops()
  const { id } = useRouter().params
  const [now] = useState(serverNow)
  const shop = state.kind === 'here' ? state.file.shops.find((one) => one.id === id) : undefined
  return (
    <Screen title='商户详情' dock={<Dock main={<ActionButton label='出示付款码' icon='qr' onTap={() => go('pay')} />} />}>
      {state.kind === 'loading' ? <Nothing title='正在取商户' /> : null}
      {state.kind === 'none' ? <Nothing title='没有网络，还没有存过商户' detail='请联网后再试。' action={{ label: '再试一次', onTap: again }} /> : null}
      {state.kind === 'here' && !shop ? <Nothing title='没有找到这家店' detail='它可能不再收消费券，请回列表看看别的店。' /> : null}
      {state.kind === 'here' && shop ? <ShopDetail shop={shop} townships={state.file.townships} now={now} /> : null}
    </Screen>
  )
}
