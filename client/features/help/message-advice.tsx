import { View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { Phrases } from '../../components/phrases'
import { colors } from '../../styles/colors'
import './message-advice.scss'

export const messageQuestion = '这条短信是真的吗？'
const usual = '我们只在这里通知您，不发链接，也不会来电索要验证码。收到带链接的短信，请不要点开，可打服务点电话核实。'

/** Genuine messages told from false ones; known also to a phone that has never been online. */
export const MessageAdvice = ({ text = usual }: { text?: string }) => (
  <View className='message-advice'>
    <Icon name='shield' color={colors.pine} size={24} />
    <View className='message-advice__text'>
      <View className='message-advice__title'>{messageQuestion}</View>
      <View>
        <Phrases text={text} />
      </View>
    </View>
  </View>
)
