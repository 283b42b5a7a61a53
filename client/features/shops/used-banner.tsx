import { View } from '@tarojs/components'
import { dayMonth } from '../../components/dates'
import { ResultMark } from '../../components/result-mark'
import { lastUsed } from './last-used'
import './used-banner.scss'

/** The best sign that a shop still takes vouchers: somebody has paid there. */
export function UsedBanner({ date, now }: { date: string | null; now: number }) {
  const { used, when } = lastUsed(date, now)
  return (
    <View className={used ? 'used-banner used-banner--yes' : 'used-banner'}>
      <ResultMark kind={used ? 'done' : 'warning'} />
      <View>
        <View className='used-banner__title'>{used ? `${when}有人在这里用过` : '还没有人用过'}</View>
        <View className='used-banner__detail'>{used && date ? `上次成功：${dayMonth(Date.parse(`${date}T12:00:00+08:00`))}` : '去前先打电话，问问收不收消费券'}</View>
      </View>
    </View>
  )
}
