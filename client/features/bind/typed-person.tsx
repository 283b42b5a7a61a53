import { View } from '@tarojs/components'
import { useState } from 'react'
import { isIdNumber, normaliseIdNumber } from '#domain/id-number'
import { Field } from '../../components/field'
import { groupedId, type Typed } from './missing'
import { PhoneField } from './phone-field'

type Props = { typed: Typed; tried: boolean; onChange: (part: Partial<Typed>) => void }

function idState(text: string, tried: boolean): { kind: 'good' | 'bad'; words: string } | null {
  const id = normaliseIdNumber(text)
  if (isIdNumber(id)) return { kind: 'good', words: '格式正确' }
  // Whoever is still typing is not told that it is wrong.
  return id.length >= 18 || (tried && id) ? { kind: 'bad', words: '身份证号不对，请检查' } : null
}

/** Name, ID number and verified phone, as WeChat's residents give them. */
export function TypedPerson({ typed, tried, onChange }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <View>
      <Field label='姓名' value={typed.name} hint='身份证上的姓名' state={tried && !typed.name.trim() ? { kind: 'bad', words: '还没填姓名' } : null} onInput={(name) => onChange({ name })} />
      <Field
        label='身份证号'
        value={typed.idNumber}
        type='idcard'
        maxLength={24}
        hint='18 位，最后一位可能是 X'
        state={idState(typed.idNumber, tried)}
        onInput={(idNumber) => onChange({ idNumber })}
        onBlur={() => onChange({ idNumber: groupedId(typed.idNumber) })}
      />
      <PhoneField verified={typed.phoneCode !== ''} refusal={refusal} onCode={(phoneCode) => onChange({ phoneCode })} onRefused={setRefusal} />
    </View>
  )
}
