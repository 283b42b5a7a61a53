import { Image, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { WalletView } from '#contract/resident'
import { ActionButton } from '../../components/action-button'
import { CountRow } from '../../components/count-row'
import { pixelRatio, windowWidth } from '../../platform/screen'
import { noCodeWords } from './code-words'
import { barcodeModule, barcodePicture, type Picture, qrModule, qrPicture } from './pictures'
import type { ShownCode } from './use-code'
import './code-card.scss'

const barcodeHeight = 68
const elderBarcodeHeight = 56
const margins = 32

type Props = { shown: ShownCode; wallet: WalletView; faceFen: number; elder: boolean; onSignIn: () => void }

/** The code three ways (bars, digits, QR) on pure white, and below it what is left. */
export function CodeCard({ shown, wallet, faceFen, elder, onSignIn }: Props) {
  const { code, refusal, renew } = shown
  const { usableCount: count, usableFen } = wallet
  return (
    <View className='code-card'>
      {code?.ok ? <Pictures digits={code.digits} elder={elder} /> : <NoPicture words={noCodeWords(code, refusal)} onAgain={() => void renew()} onSignIn={onSignIn} />}
      <View className='code-card__foot'>
        <View className='code-card__tear' ariaHidden />
        <View className='code-card__words'>
          <View className='code-card__left' ariaRole='status' ariaLabel={`还能用 ${count} 张，共 ${usableFen / 100} 元`}>
            {elder ? `能用 ${count} 张，${usableFen / 100} 元` : `还能用 ${count} 张，共 ${usableFen / 100} 元`}
          </View>
          <View className='code-card__rule'>账单每满 {faceFen / 100} 元用 1 张</View>
        </View>
        {elder ? null : <CountRow left={count} total={wallet.vouchers.length} size={18} />}
      </View>
    </View>
  )
}

function Pictures({ digits, elder }: { digits: string; elder: boolean }) {
  const { bars, qr } = useMemo(() => {
    const ratio = pixelRatio()
    const room = windowWidth() - margins
    const height = elder ? elderBarcodeHeight : barcodeHeight
    return { bars: barcodePicture(digits, barcodeModule(ratio, room), height), qr: qrPicture(digits, qrModule(ratio, room)) }
  }, [digits, elder])
  return (
    <View className='code-card__pictures'>
      <CodeImage picture={bars} name='付款码的条形码' />
      <View className='code-card__digits' ariaRole='img' ariaLabel='付款码的数字'>
        {(digits.match(/\d{4}/g) ?? []).map((group, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same
          <View key={i}>{group}</View>
        ))}
      </View>
      <CodeImage picture={qr} name='付款码的二维码' />
    </View>
  )
}

/** The SVG, and the GIF from the moment a web view refuses one. */
function CodeImage({ picture, name }: { picture: Picture; name: string }) {
  const [refused, setRefused] = useState(false)
  const url = refused ? picture.gif(pixelRatio()) : picture.svg
  return (
    <Image
      src={url}
      style={`display:block;width:${picture.width}px;height:${picture.height}px`}
      onError={() => setRefused(true)}
      nativeProps={{ alt: name }}
      {...(process.env.TARO_ENV === 'weapp' ? { ariaRole: 'img', ariaLabel: name } : {})}
    />
  )
}

type NoPictureProps = { words: ReturnType<typeof noCodeWords>; onAgain: () => void; onSignIn: () => void }

const NoPicture = ({ words, onAgain, onSignIn }: NoPictureProps) => (
  <View className='code-card__none'>
    <View ariaRole='status'>
      {words.lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
    {words.way ? (
      <View className='code-card__way'>
        <ActionButton kind='secondary' label={words.way === 'again' ? '再试一次' : '从银行应用核验'} icon={words.way === 'again' ? 'refresh' : 'bank'} onTap={words.way === 'again' ? onAgain : onSignIn} />
      </View>
    ) : null}
  </View>
)
