import { Text, View } from '@tarojs/components'
import type { VoucherView } from '../../contract/resident'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import { noteWords } from './note-words'
import './voucher-note.scss'

type Props = { voucher: VoucherView; flower: number; now: number }

/** One voucher as a note with its own window flower; paid, the flower is cut out and a stamp says so. */
export function VoucherNote({ voucher, flower, now }: Props) {
  const { title, detail, soon, stamp } = noteWords(voucher, now)
  const enterprise = voucher.fund.kind === 'enterprise'
  return (
    <View className={stamp ? 'note note--used' : 'note'}>
      <View className='note__medal'>
        <Icon name={stamp ? `medal-${flower}-used` : `medal-${flower}`} size={56} color={stamp ? colors.frame : enterprise ? colors.indigo : colors.date} />
        <Text className='note__face'>{voucher.faceFen / 100}</Text>
      </View>
      <View className='note__text'>
        <View className='note__title'>{title}</View>
        <View className={soon ? 'note__detail note__detail--soon' : 'note__detail'}>
          {soon ? <Icon name='clock' size={16} color={colors.ochre} /> : null}
          <Text>{detail}</Text>
        </View>
      </View>
      {stamp ? (
        <View className={stamp === '已用' ? 'note__stamp' : 'note__stamp note__stamp--quiet'}>{stamp}</View>
      ) : (
        <View className={enterprise ? 'note__fund note__fund--enterprise' : 'note__fund'}>
          <View>{enterprise ? '企业' : '市财政'}</View>
          <View>资金</View>
        </View>
      )}
    </View>
  )
}
