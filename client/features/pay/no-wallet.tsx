import { View } from '@tarojs/components'
import { ActionButton } from '../../components/action-button'
import { Icon } from '../../components/icon'
import { go, goHome } from '../../platform/go'
import { colors } from '../../styles/colors'
import './code-card.scss'

const reasons = {
  frozen: { icon: 'lock', color: colors.indigo, lines: ['券已冻结，解冻后再用。'], label: '找人帮', act: () => go('help') },
  'not-issued': { icon: 'clock', color: colors.ochre, lines: ['券还没有到账，', '不用抢，也不用申请。'], label: '回到券包', act: goHome },
  'not-bound': { icon: 'shield', color: colors.ochre, lines: ['核验身份以后，', '就能出示付款码。'], label: '开始核验', act: () => go('verify') },
} as const

/** Why there is no code to show, in the place where it would stand, and what to do. */
export const NoWallet = ({ reason }: { reason: keyof typeof reasons }) => {
  const { icon, color, lines, label, act } = reasons[reason]
  return (
    <View className='code-card'>
      <View className='code-card__none' ariaRole='status'>
        <Icon name={icon} color={color} size={40} />
        <View>
          {lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
        <View className='code-card__way'>
          <ActionButton kind='secondary' label={label} onTap={act} />
        </View>
      </View>
    </View>
  )
}
