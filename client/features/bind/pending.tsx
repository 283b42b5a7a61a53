import { View } from '@tarojs/components'
import { CaseNumber } from './case-number'
import '../../components/text.scss'

/** A case that lies at the desk: nothing more to do, and its number at hand. */
export const Pending = ({ caseNo }: { caseNo: string }) => (
  <View>
    <View className='body body--last'>已收到，工作人员核对后告诉您。</View>
    <CaseNumber caseNo={caseNo} />
  </View>
)
