import { View } from '@tarojs/components'
import { useState } from 'react'
import { startBankSignIn } from '../../cloud/ticket'
import { Strip } from '../../components/strip'
import { TownshipPicker } from '../../components/township-picker'
import { type Way, WayList } from '../../components/way-list'
import { callPhone } from '../../platform/places'
import { useServicePoint } from './service-point-way'

const inWords = (hours: string): string => hours.replace(/^0/, '').replace('-', ' 至 ')

/** The ways on that need no second try: the bank, which knows who this is, and the desk of one's own township. */
export function WaysOn({ first }: { first?: Way }) {
  const { names, township, point, choose } = useServicePoint()
  const [said, setSaid] = useState<string | null>(null)
  const bank: Way =
    process.env.TARO_ENV === 'weapp'
      ? { icon: 'bank', title: '用银行的应用核验', detail: '打开浦惠到家或掌上银行，点消费券' }
      : { icon: 'bank', title: '用银行的应用核验', detail: '浦惠到家、掌上银行都可以', onTap: () => void startBankSignIn('ABC').then(setSaid) }
  return (
    <View>
      {said ? <Strip kind='alert' text={said} /> : null}
      <WayList ways={first ? [first, bank] : [bank]} />
      {point ? (
        <WayList ways={[{ icon: 'desk', end: 'phone', title: `去${point.name}`, detail: `${point.address}，${inWords(point.hours)}`, onTap: () => callPhone(point.phone) }]} />
      ) : null}
      <TownshipPicker names={names} chosen={township} label='选您所在的镇街' onChoose={choose}>
        {point ? <View className='another'>换一个镇街</View> : <WayList ways={[{ icon: 'desk', title: '去镇街服务点', detail: '点这里选您所在的镇街', end: 'next' }]} />}
      </TownshipPicker>
    </View>
  )
}
