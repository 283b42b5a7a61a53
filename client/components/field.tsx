import { Input, Text, View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './field.scss'

type Props = { label: string; value: string; placeholder?: string; state?: { ok: boolean; text: string } | null; onInput: (value: string) => void }

/** A labelled field; its state stands beside it in shape and words. */
export const Field = ({ label, value, placeholder = '', state = null, onInput }: Props) => (
  <View className='field'>
    <View className='field__label'>{label}</View>
    <View className='field__box'>
      <Input className='field__input' value={value} placeholder={placeholder} ariaLabel={label} onInput={(event) => onInput(event.detail.value)} />
      {state ? (
        <View className={state.ok ? 'field__state' : 'field__state field__state--wrong'}>
          <Icon name={state.ok ? 'check' : 'alert'} color={state.ok ? colors.pine : colors.ochre} size={16} />
          <Text>{state.text}</Text>
        </View>
      ) : null}
    </View>
  </View>
)

type ConsentProps = { title: string; detail: string; checked: boolean; onToggle: () => void }

/** One consent. Unticked at first, never joined with another. */
export const Consent = ({ title, detail, checked, onToggle }: ConsentProps) => (
  <View className='consent' ariaRole='checkbox' ariaChecked={checked} ariaLabel={title} tabIndex={0} onClick={onToggle}>
    <View className={checked ? 'consent__box consent__box--checked' : 'consent__box'}>{checked ? <Icon name='check' color={colors.white} size={18} /> : null}</View>
    <View>
      <View className='consent__title'>{title}</View>
      <View className='consent__detail'>{detail}</View>
    </View>
  </View>
)
