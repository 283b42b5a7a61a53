import Taro from '@tarojs/taro'

/** Calls a number, after the phone has asked. */
export const callPhone: (phone: string) => void =
  process.env.TARO_ENV === 'weapp'
    ? (phone) => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
    : (phone) => {
        window.location.href = `tel:${phone}`
      }

type Place = { name: string; address: string; lat: number; lng: number }

/** Shows the way: WeChat's map, or on H5 the address to paste into one. Resolves to what was done. */
export const showRoute: (place: Place) => Promise<'map' | 'copied'> =
  process.env.TARO_ENV === 'weapp'
    ? async ({ name, address, lat, lng }) => {
        await Taro.openLocation({ latitude: lat, longitude: lng, name, address })
        return 'map'
      }
    : async ({ name, address }) => {
        await navigator.clipboard?.writeText(`${name} ${address}`)
        return 'copied'
      }
