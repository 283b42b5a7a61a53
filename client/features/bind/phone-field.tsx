import { Button, Text, View } from '@tarojs/components'
import { Field } from '../../components/field'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import './phone-field.scss'

type Props = { verified: boolean; refusal: string | null; onCode: (code: string) => void; onRefused: (sentence: string) => void }

const quotaUsedUp = /1400001/

/** WeChat's own button: it gives a code for the verified number, never the number itself. */
export function PhoneField({ verified, refusal, onCode, onRefused }: Props) {
  if (verified) return <Field label='手机号' value='微信绑定的手机号' state={{ kind: 'good', words: '微信已验' }} />
  return (
    <View className='phone-field'>
      <View className='phone-field__label'>手机号</View>
      <Button
        className='phone-field__button'
        openType='getPhoneNumber'
        onGetPhoneNumber={(event) => {
          const { code, errMsg = '' } = event.detail
          if (code) onCode(code)
          else onRefused(quotaUsedUp.test(errMsg) ? '微信暂时验不了手机号，请用银行应用核验或去服务点。' : '没有取到手机号，请再点一次。')
        }}
      >
        <Icon name='phone' color={colors.date} size={20} />
        <Text>用微信验手机号</Text>
      </Button>
      {refusal ? (
        <View className='phone-field__refusal' ariaRole='alert'>
          <Icon name='alert' color={colors.ochre} size={16} />
          <Text>{refusal}</Text>
        </View>
      ) : null}
    </View>
  )
}
