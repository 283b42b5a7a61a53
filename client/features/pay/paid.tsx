import { Text, View } from '@tarojs/components'
import type { OrderView } from '#contract/resident'
import { CheckWord } from '../../components/check-word'
import { CountRow } from '../../components/count-row'
import { fullTime } from '../../components/dates'
import { FactList } from '../../components/fact-list'
import { ResultMark } from '../../components/result-mark'
import './result.scss'

const pack = 5

/** 已抵扣: how much, the two words to compare with the till, and the facts. Drawn only from what the cloud said. */
export const Paid = ({ order, word }: { order: OrderView; word: string }) => (
  <View className='paid' ariaRole='status'>
    <View className='paid__mark'>
      <ResultMark kind='done' text='已抵扣' />
    </View>
    <View className='paid__amount'>
      {order.voucherFen / 100}
      <Text className='paid__unit'>元</Text>
    </View>
    <CheckWord word={word} />
    <View className='paid__hint'>收银台屏幕上也应是这两个字</View>
    <FactList
      rows={[
        { name: '商户', value: order.shop },
        { name: '时间', value: fullTime(order.at) },
        { name: '用了', value: `${order.voucherCount} 张，每张 ${order.voucherFen / Math.max(1, order.voucherCount) / 100} 元` },
        {
          name: '还剩',
          value: (
            <>
              <Text>
                {order.leftCount} 张，共 {order.leftFen / 100} 元
              </Text>
              <CountRow left={order.leftCount} total={Math.max(pack, order.leftCount)} size={18} />
            </>
          ),
        },
      ]}
    />
  </View>
)
