import { View } from '@tarojs/components'
import type { VoucherView } from '#contract/resident'
import { VoucherNote } from '../../components/voucher-note'

type Props = { vouchers: readonly VoucherView[]; now: number }

/** All vouchers as notes. Each keeps its own flower, whatever place in the list it moves to. */
export function NoteList({ vouchers, now }: Props) {
  const numbers = vouchers.map(({ no }) => no).sort()
  return (
    <View className='note-list' ariaRole='list'>
      {vouchers.map((voucher) => (
        <View key={voucher.no} ariaRole='listitem'>
          <VoucherNote voucher={voucher} index={numbers.indexOf(voucher.no)} now={now} />
        </View>
      ))}
    </View>
  )
}
