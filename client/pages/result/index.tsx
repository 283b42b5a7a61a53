import { Text, View } from '@tarojs/components'
import { ActionButton } from '../../components/action-button'
import { CheckWord } from '../../components/check-word'
import { CountRow } from '../../components/count-row'
import { fullTime, time } from '../../components/dates'
import { Dock } from '../../components/dock'
import { Fact, Panel, Way } from '../../components/panel'
import { ResultMark } from '../../components/result-mark'
import { Screen } from '../../components/screen'
import { useHome } from '../../cloud/home'
import { shownOrder } from '../../features/pay/last-order'
import { adviceFor } from '../../features/pay/refusal-advice'
import { go, goHome, goInstead } from '../../platform/go'
import type { OrderView } from '../../../contract/resident'
import '../../components/text.scss'
import './index.scss'

const help = { label: '有疑问', icon: 'doubt', onTap: () => go('help') }
const pack = 5

export default function ResultPage() {
  const order = shownOrder()
  const { home } = useHome()
  const faceFen = home?.programme.faceFen ?? 4_000
  if (!order)
    return (
      <Screen title='付款结果'>
        <View className='body'>这里没有要看的结果，请看“使用记录”。</View>
        <Dock>
          <ActionButton label='回到券包' onTap={goHome} />
        </Dock>
      </Screen>
    )
  return <Screen title='付款结果'>{order.state.kind === 'paid' ? <Paid order={order} word={order.state.checkWord} /> : <NotPaid order={order} faceFen={faceFen} />}</Screen>
}

const Left = ({ order }: { order: OrderView }) => (
  <>
    <Text>
      {order.leftCount} 张，共 {order.leftFen / 100} 元
    </Text>
    <CountRow left={order.leftCount} total={Math.max(pack, order.leftCount)} size={18} />
  </>
)

function Paid({ order, word }: { order: OrderView; word: string }) {
  return (
    <View>
      <ResultMark kind='done' text='已抵扣' />
      <View className='result__amount'>
        {order.voucherFen / 100}
        <Text className='result__unit'> 元</Text>
      </View>
      <CheckWord word={word} />
      <View className='result__hint'>收银台屏幕上也应是这两个字</View>
      <Panel>
        <Fact name='商户'>{order.shop}</Fact>
        <Fact name='时间'>{fullTime(order.at)}</Fact>
        <Fact name='用了'>
          {order.voucherCount} 张，每张 {order.voucherFen / order.voucherCount / 100} 元
        </Fact>
        <Fact name='还剩'>
          <Left order={order} />
        </Fact>
      </Panel>
      <Dock left={help}>
        <ActionButton label='知道了' onTap={goHome} />
      </Dock>
    </View>
  )
}

function NotPaid({ order, faceFen }: { order: OrderView; faceFen: number }) {
  const reversed = order.state.kind === 'reversed'
  const advice = reversed
    ? { title: '这笔已撤销', lines: [`${order.voucherCount} 张券已退回，可以再用。`], ways: [] }
    : adviceFor(order, faceFen)
  return (
    <View>
      <ResultMark kind='refused' text={reversed ? '已撤销' : '没有扣券'} />
      <View className='title'>{advice.title}</View>
      {advice.lines.map((line) => (
        <View key={line} className='body'>
          {line}
        </View>
      ))}
      <Panel>
        <Fact name='商户'>{order.shop || '不知道'}</Fact>
        <Fact name='时间'>{time(order.at)}</Fact>
        {reversed ? null : (
          <Fact name='还能用'>
            <Left order={order} />
          </Fact>
        )}
      </Panel>
      {advice.ways.length > 0 ? <View className='heading'>可以这样办</View> : null}
      {advice.ways.length > 0 ? (
        <Panel>
          {advice.ways.map((way) => (
            <Way key={way.title} {...way} />
          ))}
        </Panel>
      ) : null}
      <Dock left={help}>
        <ActionButton label='再出示付款码' icon='qr' onTap={() => goInstead('pay')} />
      </Dock>
    </View>
  )
}
