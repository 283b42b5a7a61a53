import { View } from '@tarojs/components'
import type { HelpFile } from '#contract/published'
import { type Way, WayList } from '../../components/way-list'
import '../../components/text.scss'

/** What the city announces. */
export function Notices({ notices }: { notices: HelpFile['notices'] }) {
  if (notices.length === 0) return null
  const ways = notices.map(({ title, body, date }): Way => ({ icon: 'horn', title, detail: [body, date].filter(Boolean).join('　') }))
  return (
    <View>
      <View className='heading'>公告</View>
      <WayList joined ways={ways} />
    </View>
  )
}
