import { Button } from '@tarojs/components'
import './phone-button.scss'

type Props = { onCode: (code: string) => void; onRefused: (sentence: string) => void }

/** WeChat's own button: it gives a code for the verified number, never the number itself. */
export const PhoneButton = ({ onCode, onRefused }: Props) => (
  <Button
    className='phone-button'
    openType='getPhoneNumber'
    onGetPhoneNumber={(event) => {
      const { code, errMsg = '' } = event.detail
      if (code) onCode(code)
      else onRefused(/1400001/.test(errMsg) ? '微信暂时验不了手机号，请用银行应用核验或去服务点。' : '没有取到手机号，请再点一次。')
    }}
  >
    用微信验手机号
  </Button>
)
