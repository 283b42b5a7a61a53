import { Text, View } from '@tarojs/components'
import type { Home } from '../../cloud/home'
import { Fringe } from '../../components/fringe'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import './identity.scss'

/** Whose phone this is, by the masked name of the own wallet. */
export function Identity({ home }: { home: Home | null }) {
  const bound = home?.kind === 'bound'
  const own = bound ? (home.wallets.find(({ relation }) => relation === 'self') ?? home.wallets[0]) : undefined
  const family = bound ? home.wallets.length - 1 : 0
  return (
    <View>
      <View className='identity on-red'>
        <View className='identity__grand' ariaHidden>
          <Icon name='grand' color={colors.ornamentOnRed} size={168} />
        </View>
        <View className='identity__avatar'>{own ? '我' : <Icon name='user' color={colors.date} size={28} still />}</View>
        <View className='identity__text'>
          <View className='identity__name'>{own?.name ?? '还没有核验身份'}</View>
          <Text>{own ? (family > 0 ? `身份已核验，还管着 ${family} 位家人的券` : '身份已核验') : '核验以后就能看到您的券'}</Text>
        </View>
      </View>
      <Fringe />
    </View>
  )
}
