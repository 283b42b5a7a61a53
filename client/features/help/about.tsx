import { View } from '@tarojs/components'
import { version } from '../../../package.json'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import './about.scss'

const door = process.env.TARO_ENV === 'weapp' ? '微信小程序' : '银行应用内'

/** Whose this is, which version, and whether the money in it is real: what the desk asks for on the telephone. */
export const About = ({ demo }: { demo: boolean }) => (
  <View className='about'>
    <Icon name='pines' color={colors.date} size={36} height={32} />
    <View className='about__name'>神木市惠民电子消费券</View>
    <View>
      版本 {version}　{door}
      {demo ? '　演示' : ''}
    </View>
    {demo ? <View>演示里的人名、商户和钱都是假的</View> : null}
  </View>
)
