import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HelpFile } from '#contract/published'
import { ActionButton } from '../../components/action-button'
import { chosenTownship } from '../../components/township'
import { type Way, WayList } from '../../components/way-list'
import { callPhone } from '../../platform/places'
import '../../components/text.scss'

type Point = HelpFile['servicePoints'][number]

const wayOf = ({ name, address, hours, phone }: Point): Way => ({ icon: 'desk', end: 'phone', title: name, detail: `${address}，${hours}`, onTap: () => callPhone(phone) })

/** The desks of the townships, one's own first; a tap calls. */
export function ServicePoints({ points }: { points: readonly Point[] }) {
  const [all, setAll] = useState(false)
  const mine = chosenTownship()
  const own = points.filter(({ township }) => township === mine)
  const others = points.filter(({ township }) => township !== mine)
  const shown = all || own.length === 0 ? others : []
  return (
    <View>
      <View className='heading heading--wide'>镇街服务点，点一下打电话</View>
      {own.length > 0 ? <WayList joined ways={own.map(wayOf)} /> : null}
      {shown.length > 0 ? <WayList joined ways={shown.map(wayOf)} /> : null}
      {shown.length === 0 && others.length > 0 ? (
        <View style='margin:0 16px 16px'>
          <ActionButton kind='secondary' label={`看其他 ${others.length} 个服务点`} onTap={() => setAll(true)} />
        </View>
      ) : null}
    </View>
  )
}
