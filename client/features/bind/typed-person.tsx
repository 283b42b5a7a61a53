import { View } from '@tarojs/components'
import { isIdNumber, normaliseIdNumber } from '../../../domain/id-number'
import { Field } from '../../components/field'
import { PhoneButton } from './phone-button'

export type Typed = { name: string; idNumber: string; phoneCode: string }

/** What is still missing of the form, in words; null when nothing is. */
export function missingOf(typed: Typed): string | null {
  if (!typed.name.trim()) return '还没填姓名'
  if (!isIdNumber(normaliseIdNumber(typed.idNumber))) return '身份证号不对，请检查'
  return typed.phoneCode ? null : '还没验手机号'
}

type Props = { typed: Typed; onChange: (typed: Typed) => void; onRefused: (sentence: string) => void }

/** Name, ID number and verified phone, as WeChat's residents give them. */
export function TypedPerson({ typed, onChange, onRefused }: Props) {
  const filled = normaliseIdNumber(typed.idNumber).length >= 18
  const right = isIdNumber(normaliseIdNumber(typed.idNumber))
  return (
    <View>
      <Field label='姓名' value={typed.name} onInput={(name) => onChange({ ...typed, name })} />
      <Field
        label='身份证号'
        value={typed.idNumber}
        state={filled ? { ok: right, text: right ? '格式正确' : '请检查' } : null}
        onInput={(idNumber) => onChange({ ...typed, idNumber })}
      />
      {typed.phoneCode ? (
        <Field label='手机号' value='微信绑定的手机号' state={{ ok: true, text: '微信已验' }} onInput={() => undefined} />
      ) : (
        <PhoneButton onCode={(phoneCode) => onChange({ ...typed, phoneCode })} onRefused={onRefused} />
      )}
    </View>
  )
}
