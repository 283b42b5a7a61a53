import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import type { Category } from './find'
import { categories } from './look'
import './tabs.scss'

type Props = { chosen: Category | null; elder: boolean; onChoose: (category: Category) => void }

/** The three categories; none is chosen while a name is searched in all of them. */
export const CategoryTabs = ({ chosen, elder, onChoose }: Props) => (
  <View className='tabs' ariaRole='tablist'>
    {categories.map(({ id, name, plain, icon }) => (
      <View key={id} className={chosen === id ? 'tabs__tab tabs__tab--chosen' : 'tabs__tab'} {...tappable(elder ? plain : name, () => onChoose(id), 'tab')} ariaSelected={chosen === id}>
        <Icon name={icon} color={chosen === id ? colors.date : colors.inkSecond} size={23} line={elder ? 2 : 1.8} />
        <Text>{elder ? plain : name}</Text>
      </View>
    ))}
  </View>
)
