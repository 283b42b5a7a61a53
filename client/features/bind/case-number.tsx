import { Text, View } from '@tarojs/components'
import './case-number.scss'

/** The number under which the desk finds a case; large enough to be read out. */
export const CaseNumber = ({ caseNo }: { caseNo: string }) => (
  <View className='case-number' ariaLabel={`登记号 ${caseNo}`}>
    <Text>登记号</Text>
    <Text className='case-number__value' userSelect>
      {caseNo}
    </Text>
  </View>
)
