import { View } from '@tarojs/components'
import { useState } from 'react'
import { startBankSignIn } from '../../cloud/ticket'
import { Phrases } from '../../components/phrases'
import { Strip } from '../../components/strip'
import { WayList } from '../../components/way-list'
import '../../components/text.scss'

/** H5: the bank already knows who this is, so it vouches and nothing is typed. */
export function BankSignIn() {
  const [said, setSaid] = useState<string | null>(null)
  const start = (bank: 'ABC' | 'SPDB') => () => void startBankSignIn(bank).then(setSaid)
  return (
    <View>
      {said ? <Strip kind='alert' text={said} /> : null}
      <View className='title'>请银行证明您是谁</View>
      <View className='body body--last'>
        <Phrases text='银行已经核对过您的身份，这里不用再填，身份证号也不经过这个页面。' />
      </View>
      <WayList
        ways={[
          { icon: 'bank', title: '用掌上银行核验', detail: '农业银行神木市支行', onTap: start('ABC') },
          { icon: 'bank', title: '用浦惠到家核验', detail: '浦发银行神木市支行', onTap: start('SPDB') },
        ]}
      />
    </View>
  )
}
