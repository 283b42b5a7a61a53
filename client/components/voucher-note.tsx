import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { VoucherView } from '../../contract/resident'
import { colors } from '../styles/colors'
import { Flower } from './flower'
import { Icon } from './icon'
import { noteWords } from './note-words'
import { Stamp } from './stamp'
import './voucher-note.scss'

type Props = { voucher: VoucherView; index: number; now?: number }

/** One voucher as a note with its own window flower; paid, the flower is cut out and a stamp says so. */
export function VoucherNote({ voucher, index, now = Date.now() }: Props) {
  const { title, detail, soon, stamp } = noteWords(voucher, now)
  const enterprise = voucher.fund.kind === 'enterprise'
  const variant = (index % 5) as 0 | 1 | 2 | 3 | 4
  // The scissors move once, on the word of the server, and only before the eyes of whoever saw the note whole.
  const [stampAtFirst] = useState(stamp)
  const justUsed = stamp === '已用' && stampAtFirst === null
  const whole = enterprise ? 'enterprise' : 'usable'
  return (
    <View className={`note${stamp ? ' note--used' : ''}${justUsed ? ' note--just-used' : ''}`}>
      <View className='note__flower'>
        <Flower variant={variant} state={stamp ? 'used' : whole} size={56} face={voucher.faceFen / 100} />
        {justUsed ? (
          <View className='note__gone'>
            <Flower variant={variant} state={whole} size={56} />
          </View>
        ) : null}
      </View>
      <View className='note__text'>
        <View className='note__title'>{title}</View>
        <View className={soon ? 'note__detail note__detail--soon' : 'note__detail'}>
          {soon ? <Icon name='clock' size={15} color={colors.ochre} /> : null}
          <Text>{detail}</Text>
        </View>
      </View>
      {stamp ? (
        <Stamp word={stamp} quiet={stamp !== '已用'} />
      ) : (
        <>
          <View className='note__engraving' ariaHidden>
            <Icon name='engraving' size={48} height={28} color={enterprise ? colors.engravingIndigo : colors.engraving} />
          </View>
          <View className={enterprise ? 'note__fund note__fund--enterprise' : 'note__fund'}>
            <View>{enterprise ? '企业' : '市财政'}</View>
            <View>资金</View>
          </View>
        </>
      )}
    </View>
  )
}
