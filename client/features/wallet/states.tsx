import { Text } from '@tarojs/components'
import type { ProgrammeView } from '#contract/resident'
import { dayMonth, dayMonthTime } from '../../components/dates'
import { Icon } from '../../components/icon'
import { colors } from '../../styles/colors'
import type { WalletScreen } from './phase-of'
import { StateScreen } from './state-screen'

type Props = { screen: Exclude<WalletScreen, { kind: 'vouchers' }>; programme: ProgrammeView | null }

const categories = '住宿餐饮、商场百货、文化旅游'

/** The wallet without a list: nothing known yet, not bound, not credited, not begun, ended. */
export function WalletState({ screen, programme }: Props) {
  switch (screen.kind) {
    case 'loading':
      return <StateScreen art='lattice' title='正在取您的券' lines={['第一次打开要联网，请稍等。']} />
    case 'nothing':
      return screen.why === 'busy' ? (
        <StateScreen art='lattice' title='现在人多' lines={['请 20 秒后再试。', '券不会少，不用抢。']} />
      ) : (
        <StateScreen art='lattice' title='没有网络' lines={['这部手机还没有存过您的券，', '请联网后再打开一次。']} />
      )
    case 'not-bound':
      return <StateScreen art='medal-0' title='先核验，再看券' lines={['每位参保居民 5 张，共 200 元。', '不用抢，也不用申请。']} facts={periodOf(programme)} />
    case 'pending':
      return (
        <StateScreen
          art='lattice'
          title='工作人员正在核对'
          lines={['已收到，工作人员核对后告诉您。', '券不会丢。']}
          facts={[
            { name: '登记号', value: screen.caseNo },
            { name: '提交时间', value: dayMonthTime(screen.since) },
          ]}
        />
      )
    case 'not-issued':
      return (
        <StateScreen
          art='lattice'
          title='券还没有到账'
          lines={['核验通过后，券分批发放，不用抢，', '也不用申请。到账后在这里看到。']}
          facts={[{ name: '核验', value: <Passed name={screen.wallet.name} /> }]}
        />
      )
    case 'before': {
      const { usableCount, vouchers, usableFen, name } = screen.wallet
      const count = usableCount || vouchers.length
      const yuan = (usableFen || vouchers.reduce((sum, { faceFen }) => sum + faceFen, 0)) / 100
      return (
        <StateScreen
          art='grand-line'
          title={programme ? `${dayMonth(programme.opensAt)}开始用` : '还没有开始'}
          lines={[`${screen.wallet.relation === 'self' ? '您' : name} 的 ${count} 张消费券已经备好，`.replace('您 的', '您的'), `共 ${yuan} 元，到那天自动可用。`]}
          facts={periodOf(programme)}
        />
      )
    }
    case 'after':
      return (
        <StateScreen
          art='grand-line'
          title={programme ? `活动已于${dayMonth(programme.closesAt - 1)}结束` : '活动已经结束'}
          lines={['没用的券已作废。', '谢谢您和邻里照顾本地的店。']}
          facts={[{ name: '用过', value: `${screen.wallet.vouchers.filter(({ state }) => state.kind === 'used').length} 张` }]}
        />
      )
  }
}

const periodOf = (programme: ProgrammeView | null) =>
  programme
    ? [
        { name: '时间', value: `${dayMonth(programme.opensAt)}至${dayMonth(programme.closesAt - 1)}` },
        { name: '范围', value: categories },
      ]
    : []

const Passed = ({ name }: { name: string }) => (
  <>
    <Icon name='check' color={colors.pine} size={20} line={2} />
    <Text style={`color:${colors.pine}`}>{name} 已通过</Text>
  </>
)
