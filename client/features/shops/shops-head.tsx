import { Input, Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { Tick } from '../../components/tick'
import { TownshipPicker } from '../../components/township-picker'
import { colors } from '../../styles/colors'
import type { Pin } from './place'
import './shops-head.scss'

type SearchProps = { text: string; focus?: boolean; onText: (text: string) => void }

/** The field for a shop's name. */
export const ShopSearch = ({ text, focus = false, onText }: SearchProps) => (
  <View className='search'>
    <Icon name='search' color={colors.inkThird} size={20} />
    <Input
      className='search__input'
      type='text'
      confirmType='search'
      focus={focus}
      maxlength={30}
      placeholder='店名、拼音或首字母'
      placeholderClass='search__hint'
      ariaLabel='找商户'
      nativeProps={{ 'aria-label': '找商户', autocomplete: 'off' }}
      value={text}
      onInput={(event) => onText(event.detail.value)}
    />
    {text ? (
      <View className='search__clear' {...tappable('清空', () => onText(''))}>
        <Icon name='cross' color={colors.inkThird} size={18} />
      </View>
    ) : null}
  </View>
)

type PlaceProps = { names: readonly string[]; pin: Pin | null; township: number | null; onTownship: (township: number) => void }

/** Where distances are taken from, chosen by hand. */
export function PlaceChoice({ names, pin, township, onTownship }: PlaceProps) {
  const name = township === null ? null : names[township]
  const hint = pin ? (pin.kind === 'map' ? '从我标的位置算' : '从镇街中心算') : ''
  return (
    <TownshipPicker names={names} chosen={township} label={name ? `在${name}，${hint}，换一个` : '选您所在的镇街'} onChoose={onTownship}>
      <View className='place'>
        <Icon name='pin' color={colors.date} size={20} />
        <Text className='place__name'>{name ?? '选您所在的镇街'}</Text>
        <Icon name='down' color={colors.ink} size={16} line={2} />
        <Text className='place__hint'>{hint}</Text>
      </View>
    </TownshipPicker>
  )
}

type OpenProps = { checked: boolean; onToggle: () => void }

/** Only shops that are open now. */
export const OpenOnly = ({ checked, onToggle }: OpenProps) => (
  <View className='open-only' {...tappable('营业中', onToggle, 'checkbox')} ariaChecked={checked}>
    <Tick checked={checked} size={20} />
    <Text>营业中</Text>
  </View>
)
