import { Image, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { WalletView } from '../../../contract/resident'
import { CountRow } from '../../components/count-row'
import { pixelRatio, windowWidth } from '../../platform/screen'
import type { Code } from './code'
import { barcodeModule, barcodePicture, qrModule, qrPicture } from './pictures'
import './code-card.scss'

const barcodeHeight = 68

/** The code three ways (bars, digits, QR) on pure white, and below it what is left. */
export function CodeCard({ code, wallet }: { code: Code | null; wallet: WalletView }) {
  const digits = code?.ok ? code.digits : null
  const pictures = useMemo(() => {
    if (!digits) return null
    const ratio = pixelRatio()
    return { bars: barcodePicture(digits, barcodeModule(ratio, windowWidth()), barcodeHeight), qr: qrPicture(digits, qrModule(ratio)) }
  }, [digits])
  return (
    <View className='code-card'>
      {digits && pictures ? (
        <View className='code-card__pictures'>
          <Image src={pictures.bars.url} style={`width:${pictures.bars.width}px;height:${pictures.bars.height}px`} nativeProps={{ alt: '消费券条形码' }} ariaRole='img' ariaLabel='消费券条形码' />
          <Text className='code-card__digits' ariaLabel='消费券付款码数字'>
            {digits.replace(/(\d{4})(?=\d)/g, '$1 ')}
          </Text>
          <Image src={pictures.qr.url} style={`width:${pictures.qr.width}px;height:${pictures.qr.height}px`} nativeProps={{ alt: '消费券二维码' }} ariaRole='img' ariaLabel='消费券二维码' />
        </View>
      ) : (
        <View className='code-card__none'>{sentence(code)}</View>
      )}
      <View className='code-card__foot'>
        <View ariaRole='status' ariaLabel={`还能用 ${wallet.usableCount} 张，共 ${wallet.usableFen / 100} 元`}>
          <View className='code-card__left'>
            还能用 {wallet.usableCount} 张，共 {wallet.usableFen / 100} 元
          </View>
          <View className='code-card__rule'>账单每满 40 元用 1 张</View>
        </View>
        <CountRow left={wallet.usableCount} total={wallet.vouchers.length} size={18} />
      </View>
    </View>
  )
}

function sentence(code: Code | null): string {
  if (code?.ok === false && code.reason === 'too-old') return '太久没有联网，请联网一次再付款。'
  return code ? '正在取付款码，请保持联网。' : '正在准备付款码…'
}
