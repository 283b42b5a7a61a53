import { Input, Text, View } from '@tarojs/components'
import { colors } from '../styles/colors'
import { Icon } from './icon'
import './field.scss'

type Props = {
  label: string
  value: string
  onInput?: (value: string) => void
  onBlur?: () => void
  hint?: string
  /** What has been found about the value: a tick with words, or what is wrong with it. */
  state?: { kind: 'good' | 'bad'; words: string } | null
  type?: 'text' | 'idcard'
  maxLength?: number
}

/** One thing to type, its name above it, and beside it what has been found. Without `onInput` it only shows. */
export const Field = ({ label, value, onInput, onBlur, hint = '', state = null, type = 'text', maxLength = 60 }: Props) => (
  <View className='field'>
    <View className='field__label'>{label}</View>
    <View className={state?.kind === 'bad' ? 'field__frame field__frame--bad' : 'field__frame'}>
      {onInput ? (
        <Input
          className='field__input'
          value={value}
          type={type}
          maxlength={maxLength}
          placeholder={hint}
          placeholderClass='field__hint'
          ariaLabel={label}
          nativeProps={{ 'aria-label': label, autocomplete: 'off' }}
          onInput={(event) => onInput(event.detail.value)}
          {...(onBlur ? { onBlur } : {})}
        />
      ) : (
        <View className='field__input'>{value}</View>
      )}
      {state?.kind === 'good' ? (
        <View className='field__good'>
          <Icon name='check' color={colors.pine} size={17} line={2.4} />
          <Text>{state.words}</Text>
        </View>
      ) : null}
    </View>
    {state?.kind === 'bad' ? (
      <View className='field__bad' ariaRole='alert'>
        <Icon name='alert' color={colors.ochre} size={16} />
        <Text>{state.words}</Text>
      </View>
    ) : null}
  </View>
)
