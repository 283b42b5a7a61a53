import { Text, View } from '@tarojs/components'
import type { OrderView, ProgrammeView, WalletView } from '#contract/resident'
import { CountRow } from '../../components/count-row'
import { time } from '../../components/dates'
import { ResultMark } from '../../components/result-mark'
import { Sheet } from '../../components/sheet'
import { WayList } from '../../components/way-list'
import { go } from '../../platform/go'
import { adviceFor, returnedAdvice } from './refusal-advice'
import './result.scss'

type Props = { order: OrderView; programme: ProgrammeView; wallet: WalletView | undefined }

/** Not paid, or paid and taken back: what happened, that nothing is lost, and the ways on. */
export function NotPaid({ order, programme, wallet }: Props) {
  const refused = order.state.kind === 'refused'
  const lastValid = lastValidOf(wallet)
  const { title, lines, ways } = refused ? adviceFor(order, programme, lastValid) : returnedAdvice(order, lastValid)
  // A refusal reports what was left then; after a reversal the wallet itself knows better.
  const left = refused || !wallet ? { count: order.leftCount, fen: order.leftFen } : { count: wallet.usableCount, fen: wallet.usableFen }
  return (
    <View>
      <View className='not-paid' ariaRole='status'>
        {refused ? <ResultMark kind='refused' text='没有扣券' /> : <ResultMark kind='done' text='券已退回' />}
        <View className='not-paid__title'>{title}</View>
        {lines.map((line) => (
          <View key={line} className='not-paid__line'>
            {line}
          </View>
        ))}
      </View>
      <Sheet>
        <View className='not-paid__left'>
          <View>
            <View className='not-paid__count'>
              还能用 {left.count} 张，共 {left.fen / 100} 元
            </View>
            <View className='not-paid__where'>
              <Text>{order.shop}</Text>
              <Text>{time(order.at)}</Text>
            </View>
          </View>
          <CountRow left={left.count} total={Math.max(wallet?.vouchers.length ?? 0, left.count)} size={18} />
        </View>
      </Sheet>
      {ways.length > 0 ? (
        <>
          <View className='not-paid__heading'>可以这样办</View>
          <WayList joined ways={ways.map(({ to, ...way }) => ({ ...way, ...(to ? { onTap: () => go(to) } : {}) }))} />
        </>
      ) : null}
    </View>
  )
}

/** The end of the voucher that lasts longest. */
function lastValidOf(wallet: WalletView | undefined): number | null {
  const ends = (wallet?.vouchers ?? []).filter(({ state }) => state.kind === 'usable' || state.kind === 'returned').map(({ validUntil }) => validUntil)
  return ends.length > 0 ? Math.max(...ends) : null
}
