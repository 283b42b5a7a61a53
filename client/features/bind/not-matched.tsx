import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { HelpFile } from '../../../contract/published'
import type { ResidentOutput } from '../../../contract/resident'
import { loadHelp } from '../../cloud/published'
import { startBankSignIn } from '../../cloud/ticket'
import { Panel, Way } from '../../components/panel'
import { Strip } from '../../components/strip'
import { callPhone } from '../../platform/places'
import '../../components/text.scss'
import './not-matched.scss'

type Case = Extract<ResidentOutput<'bind'>, { kind: 'case' }>

/** Not matched: what happened, that nothing is lost, the case's number, and three ways on. */
export function NotMatched({ result, onAgain }: { result: Case; onAgain: () => void }) {
  const [point, setPoint] = useState<HelpFile['servicePoints'][number] | null>(null)
  useEffect(() => void loadHelp().then((help) => setPoint(help?.servicePoints[2] ?? help?.servicePoints[0] ?? null)), [])
  return (
    <View>
      <View className='title'>暂时没对上</View>
      <View className='body'>{result.cause === 'name-differs' ? '手机号和身份证号对上了，姓名写法和名册不一样。' : '这次填的信息和名册没有对上。'}</View>
      <View className='body'>券不会丢，三条路都能走。</View>
      <View className='case-number'>
        <Text>登记号</Text>
        <Text className='case-number__value'>{result.caseNo}</Text>
      </View>
      <Panel>
        <Way icon='edit' title='检查填写，再试一次' detail={`今天还能试 ${result.attemptsLeft} 次`} onTap={onAgain} />
      </Panel>
      <Panel>
        {process.env.TARO_ENV === 'weapp' ? (
          <Way icon='bank' title='用银行的应用核验' detail='打开浦惠到家或掌上银行，点惠民消费券' />
        ) : (
          <Way icon='bank' title='用银行的应用核验' detail='浦惠到家、掌上银行都可以' onTap={() => void startBankSignIn()} />
        )}
      </Panel>
      <Panel>
        <Way icon='desk' title={point ? `去${point.name}` : '去所在镇街的服务点'} detail={point ? `${point.address}，${point.hours}` : '请带身份证'} {...(point ? { onTap: () => callPhone(point.phone) } : {})} />
      </Panel>
      <View className='body'>去服务点请带身份证，报登记号就能办。</View>
      <Strip kind='alert' text='办好了会显示在这里。我们不发链接，也不会来电索要验证码。' />
    </View>
  )
}
