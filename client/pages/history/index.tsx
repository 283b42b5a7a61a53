import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { OrderView } from '../../../contract/resident'
import { callResident } from '../../cloud/call'
import { Fact, Panel } from '../../components/panel'
import { Screen } from '../../components/screen'
import { Strip } from '../../components/strip'
import { historyWords } from '../../features/history/words'
import '../../components/text.scss'

export default function HistoryPage() {
  const [orders, setOrders] = useState<OrderView[]>([])
  const [more, setMore] = useState(true)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)

  const load = async (): Promise<void> => {
    if (busy || !more) return
    setBusy(true)
    const before = orders.at(-1)?.at
    const reply = await callResident('history', before === undefined ? {} : { before })
    setBusy(false)
    if (!reply.ok) return setSaid(reply.message)
    setSaid(null)
    setOrders([...orders, ...reply.data.orders])
    setMore(reply.data.more)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page once, later pages at the end of the list
  useEffect(() => void load(), [])
  useReachBottom(() => void load())
  return (
    <Screen title='使用记录'>
      {said ? <Strip kind='alert' text={said} /> : null}
      {orders.length === 0 && !said ? <View className='body'>{busy || more ? '正在取记录…' : '还没有用过券。用过以后，哪天在哪家店都记在这里。'}</View> : null}
      {orders.map((order) => {
        const words = historyWords(order)
        return (
          <Panel key={order.tradeNo}>
            <Fact name={words.title}>{words.amount}</Fact>
            <View className='body' style='margin-bottom:10px'>
              {words.detail}
            </View>
          </Panel>
        )
      })}
    </Screen>
  )
}
