import { View } from '@tarojs/components'
import type { ResidentOutput } from '#contract/resident'
import { Icon } from '../../components/icon'
import { Phrases } from '../../components/phrases'
import { colors } from '../../styles/colors'
import { CaseNumber } from './case-number'
import { WaysOn } from './ways-on'
import '../../components/text.scss'
import './not-matched.scss'

export type Case = Extract<ResidentOutput<'bind'>, { kind: 'case' }>

/** Not matched: what happened, that nothing is lost, the case's number, and three ways on. */
export const NotMatched = ({ result, onAgain }: { result: Case; onAgain: () => void }) => (
  <View className='not-matched'>
    <View className='title'>暂时没对上</View>
    <View className='body body--large body--last'>
      <View>
        <Phrases text={result.cause === 'name-differs' ? '手机号对上了，姓名的写法和名册不一样。' : '这次填的信息和名册没有对上。'} />
      </View>
      <View>券不会丢，三条路都能走。</View>
    </View>
    <CaseNumber caseNo={result.caseNo} />
    <WaysOn first={{ icon: 'edit', title: '检查填写，再试一次', detail: `今天还能试 ${result.attemptsLeft} 次`, onTap: onAgain }} />
    <View className='body'>
      <Phrases text='去服务点请带身份证，报登记号就能办。' />
    </View>
    <View className='not-matched__promise'>
      <Icon name='shield' color={colors.pine} size={22} />
      <View>
        <View>办好了会显示在这里。我们不发链接，</View>
        <View>也不会来电索要验证码。</View>
      </View>
    </View>
  </View>
)
