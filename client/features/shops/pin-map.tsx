import { type MapProps, Map as TaroMap, View } from '@tarojs/components'
import { useState } from 'react'
import { ActionButton } from '../../components/action-button'
import type { Hit } from './find'
import type { Place } from './place'
import './pin-map.scss'

type Props = { centre: Place; hits: readonly Hit[]; onShop: (id: string) => void; onPin: (at: Place) => void; onClose: () => void }

/** More markers than this only hide each other. */
const markersAtMost = 60

// Without a picture of its own a marker is WeChat's red pin; the type does not know that it may be left out.
const marker = ({ shop }: Hit, id: number) => ({ id, latitude: shop.lat, longitude: shop.lng, title: shop.name, width: 24, height: 32 }) as MapProps['markers'] extends (infer M)[] | undefined ? M : never

/** The map (weapp only): the nearest shops, and a pin that a finger sets. Nobody asks the phone where it is. */
export function PinMap({ centre, hits, onShop, onPin, onClose }: Props) {
  const [at, setAt] = useState<Place | null>(null)
  const near = hits.slice(0, markersAtMost)
  return (
    <View className='pin-map'>
      <TaroMap
        className='pin-map__map'
        latitude={centre.lat}
        longitude={centre.lng}
        scale={14}
        markers={near.map(marker)}
        circles={at ? [{ latitude: at.lat, longitude: at.lng, radius: 60, color: '#9C2A1F', fillColor: '#9C2A1F55', strokeWidth: 2 }] : []}
        onMarkerTap={(event) => {
          const shop = near[Number(event.detail.markerId)]?.shop
          if (shop) onShop(shop.id)
        }}
        onTap={(event) => {
          const { latitude, longitude } = event.detail as unknown as { latitude?: number; longitude?: number }
          if (latitude !== undefined && longitude !== undefined) setAt({ lat: latitude, lng: longitude })
        }}
        onError={() => undefined}
      />
      <View className='pin-map__foot'>
        <View className='pin-map__words'>{at ? '从这里算远近，位置只存在这部手机里。' : '点一下地图，标出您的位置。'}</View>
        <View className='pin-map__buttons'>
          <ActionButton kind='secondary' label='看列表' onTap={onClose} />
          {at ? <ActionButton label='从这里算' onTap={() => onPin(at)} /> : null}
        </View>
      </View>
    </View>
  )
}
