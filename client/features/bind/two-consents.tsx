import { View } from '@tarojs/components'
import { ConsentBox } from '../../components/consent-box'
import type { Consents } from './missing'
import '../../components/text.scss'

/** Two consents, unticked at first, never joined: one without the other is not enough, and neither hides behind the other. */
export const TwoConsents = ({ consents, onChange }: { consents: Consents; onChange: (consents: Consents) => void }) => (
  <View>
    <View className='heading heading--wide'>下面两项分开同意</View>
    <ConsentBox title='用身份证号核对参保名册' detail='只用来确认券是不是您的' checked={consents.match} onToggle={() => onChange({ ...consents, match: !consents.match })} />
    <ConsentBox title='把核验结果交给发券的两家银行' detail='浦发银行、农业银行神木市支行' checked={consents.share} onToggle={() => onChange({ ...consents, share: !consents.share })} />
  </View>
)
